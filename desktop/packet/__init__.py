"""作成: the build, what came out of it, printing, and what is left for the hands."""
