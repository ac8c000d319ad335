"""The library behind the command line: from answers to a packet, without Qt."""
