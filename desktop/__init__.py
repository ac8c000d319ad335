"""The window over the library: a Qt program; it knows no Word, no PDF library and no SQL."""
