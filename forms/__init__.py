"""The library behind the command line and the window: from answers to a packet, without Qt."""
