"""Word forms to PDF: renderers behind one function shape (see renderers.py)."""
