"""The named calculations of a call's derived values: exact, in whole yen, days and fractions."""
