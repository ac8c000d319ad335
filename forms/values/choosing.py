"""Yes or no, one of several, any of several.

Decision: an id and its label are equally good to type, in any width: file, command line and window share one road.
"""

import re
from collections.abc import Iterator, Mapping

from forms.errors import InvalidAnswer
from forms.values.narrow import key, quoted

_YES = "true yes y on 1 はい 有 有り あり ある ○ 〇 ◯ o する した 該当 該当する 希望する ☑ ✓ ✔ レ"
_NO = "false no n off 0 いいえ 無 無し なし ない × ✕ ✗ x しない していない 非該当 該当しない 希望しない ☐ □"
_TRUTH = dict.fromkeys(map(key, _YES.split()), True) | dict.fromkeys(map(key, _NO.split()), False)
_NONE = {key(word) for word in ("なし", "該当なし", "いずれにも該当しない", "none", "[]")}
_SEPARATOR = re.compile(r"[,、;・/]")
_LEADING = re.compile(rf"^{_SEPARATOR.pattern}+")


def parse_boolean(text: str) -> bool:
    """はい or いいえ and their usual spellings."""
    answer = _TRUTH.get(key(text))
    if answer is None:
        raise InvalidAnswer(f"{quoted(text)}では、はいかいいえか分かりません。「はい」か「いいえ」で入力してください。")
    return answer


def show_boolean(answer: bool) -> str:
    """はい or いいえ."""
    return "はい" if answer else "いいえ"


def parse_choice(text: str, choices: Mapping[str, str]) -> str:
    """The id of one of the choices (id → label), typed as id or label."""
    wanted = key(text)
    for name, label in choices.items():
        if wanted in (key(name), key(label)):
            return name
    raise InvalidAnswer(f"{quoted(text)}は選べません。{_offer(choices)}")


def parse_choices(text: str, choices: Mapping[str, str]) -> tuple[str, ...]:
    """Ids in the order of the choices; typed as ids or labels with commas, 、 or line breaks between, or なし."""
    if key(text) in _NONE:
        return ()
    chosen = {name for line in text.splitlines() for name in _on_line(key(line), choices)}
    return tuple(name for name in choices if name in chosen)


def show_choices(ids: tuple[str, ...], choices: Mapping[str, str]) -> str:
    """Labels joined by 、."""
    return "、".join(choices[name] for name in ids)


def _on_line(line: str, choices: Mapping[str, str]) -> Iterator[str]:
    """The ids on one line; a label may hold a separator (商工会、商工会議所), so the longest that fits wins."""
    spellings = {key(label): name for name, label in choices.items()} | {key(name): name for name in choices}
    longest_first = sorted(spellings, key=len, reverse=True)
    while line := _LEADING.sub("", line):
        spelling = next((each for each in longest_first if _begins(line, each)), None)
        if spelling is None:
            raise InvalidAnswer(f"{quoted(_SEPARATOR.split(line)[0])}は選べません。{_offer(choices)}")
        yield spellings[spelling]
        line = line.removeprefix(spelling)


def _begins(line: str, spelling: str) -> bool:
    rest = line[len(spelling) :]
    return line.startswith(spelling) and (not rest or _SEPARATOR.match(rest) is not None)


def _offer(choices: Mapping[str, str]) -> str:
    return "".join(f"「{label}」" for label in choices.values()) + "の中から入力してください。"
