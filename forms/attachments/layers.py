"""Hidden layers (optional content) of a foreign PDF taken out of its drawings, so that they stay hidden for good.

Decision: which layers show is a setting of the document, and the document is left behind; so what the setting hides on paper
is removed, and what it shows is drawn without a condition.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Pdf,
    PdfError,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

from forms.attachments.names import spelt
from forms.pdf.pagetree import inherited

HIDDEN = "非表示のレイヤー（層）は、表示のとおり印刷しません。"
UNSURE = "レイヤー（層）の一部を読み取れず、非表示のものが写ることがあります。印刷前にお確かめください。"
PATHS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
SHOWING = frozenset(("Do", "sh", "Tj", "TJ", "INLINE IMAGE"))
NEXT_LINES = frozenset(("'", '"'))
Step = ContentStreamInstruction | ContentStreamInlineImage


@dataclass(frozen=True)
class Layers:
    """The layers (by object number) that are hidden on paper."""

    hidden: frozenset[tuple[int, int]]

    def hides(self, membership: object) -> bool:
        """Whether what belongs to this layer, or to this group of layers (OCMD), is hidden."""
        if not isinstance(membership, Dictionary):
            return False
        if membership.get("/Type") != "/OCMD":
            return membership.objgen in self.hidden
        groups = membership.get("/OCGs")
        members = [groups] if isinstance(groups, Dictionary) else list(_list(groups))
        shown = [member.objgen not in self.hidden for member in members if isinstance(member, Dictionary)]
        policy = {"/AllOn": all(shown), "/AnyOff": not all(shown), "/AllOff": not any(shown)}
        return bool(shown) and not policy.get(spelt(membership.get("/P")), any(shown))


def settle_layers(source: Pdf) -> tuple[str, ...]:
    """Take what is hidden out of every drawing and note, in place; a sentence where there was anything."""
    layers = Layers(frozenset(_hidden(source.Root.get("/OCProperties"))))
    if not layers.hidden:
        return ()
    for page in source.pages:
        _drop_notes(page.obj, layers)
    sound = [_settle(source, page.obj, layers) for page in source.pages]
    sound += [_settle_form(item, layers) for item in source.objects if isinstance(item, Stream)]
    return (HIDDEN,) if all(sound) else (HIDDEN, UNSURE)


def _hidden(properties: Object | None) -> Iterator[tuple[int, int]]:
    """Layers off in the document's first setting, and those that it turns off for printing."""
    if not isinstance(properties, Dictionary):
        return
    setting = properties.get("/D")
    setting = setting if isinstance(setting, Dictionary) else Dictionary()
    shown = {layer.objgen for layer in _dictionaries(setting.get("/ON"))}
    every = _dictionaries(properties.get("/OCGs"))
    if setting.get("/BaseState") == "/OFF":
        yield from (layer.objgen for layer in every if layer.objgen not in shown)
    yield from (layer.objgen for layer in _dictionaries(setting.get("/OFF")))
    yield from (layer.objgen for layer in every if _print_state(layer) == "/OFF")


def _print_state(layer: Object) -> Object | None:
    usage = layer.get("/Usage")
    printing = usage.get("/Print") if isinstance(usage, Dictionary) else None
    return printing.get("/PrintState") if isinstance(printing, Dictionary) else None


def _list(value: object) -> list[Object]:
    return list(value) if isinstance(value, Array) else []


def _dictionaries(value: object) -> list[Object]:
    return [entry for entry in _list(value) if isinstance(entry, Dictionary)]


def _drop_notes(page: Object, layers: Layers) -> None:
    notes = page.get("/Annots")
    if isinstance(notes, Array):
        shown = [note for note in notes if not (isinstance(note, Dictionary) and layers.hides(note.get("/OC")))]
        page["/Annots"] = Array(shown)


def _settle(source: Pdf, page: Object, layers: Layers) -> bool:
    contents = page.get("/Contents")
    if not isinstance(contents, Array | Stream):
        return True
    drawing = _shown(page, inherited(page, "/Resources"), layers)
    if drawing is not None:
        page["/Contents"] = Stream(source, drawing)
    return drawing is not None


def _settle_form(form: Object, layers: Layers) -> bool:
    if form.get("/Subtype") != Name.Form:
        return True
    drawing = _shown(form, form.get("/Resources"), layers)
    if drawing is not None:
        form.write(drawing)
    return drawing is not None


def _shown(drawing: Object, resources: Object | None, layers: Layers) -> bytes | None:
    """The drawing without what is hidden; None where it cannot be read."""
    try:
        with warnings.catch_warnings(action="ignore"):
            steps = parse_content_stream(drawing)
        reader = _Reader(layers, resources if isinstance(resources, Dictionary) else Dictionary())
        return unparse_content_stream([kept for step in steps for kept in reader.kept(step)])
    except (PdfError, TypeError, ValueError, IndexError):
        return None


@dataclass
class _Reader:
    """Goes through a drawing; `marks` has an entry for each open marked section: None, or whether it is hidden."""

    layers: Layers
    resources: Object
    marks: list[bool | None] = field(default_factory=list)

    def kept(self, step: Step) -> Iterator[Step]:
        """What of a step remains."""
        operator = str(step.operator)
        if operator in ("BMC", "BDC"):
            self.marks.append(self._section(step, operator))
            layer = self.marks[-1] is not None
        elif operator == "EMC":
            layer = bool(self.marks) and self.marks.pop() is not None
        else:
            layer = operator == "Do" and self.layers.hides(self._membership(step))
        if not layer:
            yield from self._while_hidden(step, operator) if True in self.marks else (step,)

    def _section(self, step: Step, operator: str) -> bool | None:
        if operator == "BMC" or step.operands[0] != "/OC":
            return None
        return self.layers.hides(self._resource("/Properties", step))

    def _membership(self, step: Step) -> Object | None:
        shown = self._resource("/XObject", step)
        return shown.get("/OC") if isinstance(shown, Stream) else None

    def _resource(self, index: str, step: Step) -> Object | None:
        """What the last operand names."""
        named, name = self.resources.get(index), step.operands[-1]
        found: Object | None = named.get(name) if isinstance(named, Dictionary) and isinstance(name, Name) else None
        return found

    @staticmethod
    def _while_hidden(step: Step, operator: str) -> Iterator[Step]:
        """Nothing is painted; positions, states and clips go on."""
        if operator in PATHS:
            yield ContentStreamInstruction([], Operator("n"))
        elif operator in NEXT_LINES:
            yield ContentStreamInstruction([], Operator("T*"))
        elif operator not in SHOWING:
            yield step
