"""Proofs that take minutes: run by hand, a few of each with every test run."""
