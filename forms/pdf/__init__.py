"""What everybody who reads or writes a PDF shares: page trees, drawing lines, hashes of pages, pictures of them, saving."""
