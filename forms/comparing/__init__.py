"""What papers say against what the case says: warnings and notes, with the page on which it was seen."""
