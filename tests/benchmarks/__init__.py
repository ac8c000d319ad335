"""Measuring commands, run by hand; no test."""
