"""The checks that rules.toml names: each looks at one thing and yields what it hits."""
