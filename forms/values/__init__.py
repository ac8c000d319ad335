"""The kinds of answers: how what people type becomes a value, and how a value is shown, stored and boxed."""
