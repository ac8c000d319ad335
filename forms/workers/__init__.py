"""Work in a process of its own: what foreign files may break dies alone."""
