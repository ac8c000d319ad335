"""A call with more fields than it has, for measuring: of the kinds that people type and choose, in the steps of the call."""

from itertools import cycle, islice
from pathlib import Path

from forms.catalog.model import Call

KINDS = ("text", "long_text", "date", "yen", "boolean", "choice", "name", "count", "phone", "text", "rows")
STEPS = ("applicant", "base", "foreign", "search", "plan", "funding", "attorney", "bonus")
CHOICES = '[{id}.choices]\na = "甲"\nb = "乙"\nc = "丙"\n'
COLUMN = '[{id}.columns.{name}]\nkind = "{kind}"\nlabel = "{label}"\n'
COLUMNS = (("name", "person", "氏名"), ("since", "date", "年月日"), ("fee", "yen", "金額"))


def add_fields(file: Path, call: Call, count: int) -> None:
    """Add `count` fields to the fields.toml of a copy of a call."""
    places = cycle(step for step in STEPS if step in call.steps)
    tables = (_table(number, kind, step) for number, (kind, step) in enumerate(zip(islice(cycle(KINDS), count), places, strict=False)))
    file.write_text(file.read_text("utf-8") + "\n" + "\n".join(tables), "utf-8")


def _table(number: int, kind: str, step: str) -> str:
    name = f'"more.{kind}_{number}"'
    lines = {"code": f"Z{number:03}", "kind": kind, "label": f"追加の質問{number}", "step": step, "source": "募集要領 1"}
    lines["help"] = "この質問は、画面の速さを測るために加えたものです。ほかの質問と同じ長さの説明を持ちます。"
    table = f"[{name}]\n" + "".join(f'{key} = "{value}"\n' for key, value in lines.items())
    if kind == "choice":
        table += CHOICES.format(id=name)
    if kind == "rows":
        table += "".join(COLUMN.format(id=name, name=column, kind=kinds, label=label) for column, kinds, label in COLUMNS)
    return table
