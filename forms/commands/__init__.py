"""What each command of the command line does, in groups; forms/__main__.py reads the line and calls them."""
