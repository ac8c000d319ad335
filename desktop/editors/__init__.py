"""Editors: for every kind of answer one small widget, made from a field's row of data."""
