"""What goes around the packet: address labels, the letter on top, index tabs, the days for one's calendar."""
