"""Makes the papers of the sample cases: python -m tests.samples.make_samples."""
