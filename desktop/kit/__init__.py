"""What the window is made of: colours, faces, icons, and small widgets that know nothing of forms."""
