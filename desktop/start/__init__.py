"""What stands before a case is open: the start page, a new case, the samples, the guide."""
