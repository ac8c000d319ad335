"""The two shapes of an answer: plain, as TOML, JSON and the case file hold it, and the value calculations work with.

Decision: no floats in either; shares are Fractions, stored as text, and money is whole yen.
"""

from datetime import date
from fractions import Fraction

Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]
Value = str | int | bool | date | Fraction | tuple[str, ...]
