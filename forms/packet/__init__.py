"""Finished parts made into a packet: put together, imposed, stamped, with a receipt."""
