"""A built packet read back and proven against its receipt."""
