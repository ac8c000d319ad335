"""Makes the table of postal codes anew."""
