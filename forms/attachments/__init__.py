"""Taking papers in: verified and turned into upright A4 pages when they are attached, not when the packet is built."""
