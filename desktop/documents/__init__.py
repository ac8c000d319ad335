"""The papers: what belongs in this case, taking files in, looking at them."""
