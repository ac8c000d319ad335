"""確認: everything that is wrong, and every answer and paper on one page."""
