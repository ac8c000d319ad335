"""The frame around the pages of a case: bars, rail, pane, the way between steps."""
