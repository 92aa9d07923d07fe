"""What is said of a change: the element as people call it, and what became of it."""

from collections.abc import Sequence
from typing import Any

from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.kinds import MARKDOWN, TEXT
from blueprint_cli.record import Key, Many, Pointer

_NAMED = {"was": "earlier ids", "uses": "resources"}
_LONGEST = 60
"""Characters of a text that are told; of two longer ones, what differs and some words round it."""
_CONTEXT = 20


def called(parts: Sequence[Part], part: Part) -> str:
    """A part as people call it, with its lane or owner where that tells it apart."""
    if part.kind == "blueprint":
        return "the blueprint"
    if part.kind == "link":
        return _link(parts, part)
    kind = part.kind.replace("_", " ")
    if part.kind == "action":
        return f"{parts[part.lane].name}: '{part.name}'"
    if part.owner > 0 and part.kind not in {"lane", "step"}:
        return f"the {kind} '{part.name}' of '{parts[part.owner].name}'"
    return f"the {kind} '{part.name}'"


def _link(parts: Sequence[Part], part: Part) -> str:
    end = parts[part.end].name if part.end != NOWHERE else part.outside
    word = part.slot.replace("_", " ")
    return f"the link from '{parts[part.owner].name}' to '{end}' ({word})"


def way(ends: tuple[str, str], lanes: tuple[str, str], homes: tuple[str, str]) -> str:
    """From where to where: what differs of the lane, of the home and of the list there."""
    said = [(f"'{old}'", f"'{new}'") for old, new in (lanes, homes) if old != new]
    if not said:
        said = [(_listed(ends[0]), _listed(ends[1]))]
    before, after = (", ".join(each[side] for each in said) for side in (0, 1))
    return f"moves from {before} to {after}"


def _listed(slot: str) -> str:
    return slot.rpartition(".")[2].replace("_", " ")


def became(word: str, key: Key | None, before: Any, after: Any) -> str:  # noqa: ANN401 - any key's value
    """What became of a key, by its values; None where there is none."""
    named = _NAMED.get(word) or word.rpartition(".")[2].replace("_", " ")
    if isinstance(before, bool) and isinstance(after, bool):
        return f"is a {named} now" if after else f"is no {named} any more"
    if isinstance(before, tuple) and isinstance(after, tuple) and before and after:
        return f"{named}: {_list(key, before, after)}"
    old, new = (None if each in (None, ()) else each for each in (before, after))
    if old is None or new is None:
        many = key is not None and isinstance(key.kind, Many) and named.endswith("s")
        if old is None:
            return f"{named} {'are' if many else 'is'} now {_said(key, new)}"
        return f"{named} {'were' if many else 'was'} {_said(key, old)}, now none"
    texts = _excerpts(_plain(old), _plain(new))
    quote = "'" if _is_text(key) else ""
    return f"{named} {' → '.join(f'{quote}{each}{quote}' for each in texts)}"


def _list(key: Key | None, before: Sequence[object], after: Sequence[object]) -> str:
    """What came and went; a list that only stands in another order says so."""
    gone = [each for each in before if each not in after]
    new = [each for each in after if each not in before]
    if not gone and not new:
        return "now means another one" if before == after else "the same in another order"
    said = [f"{_said(key, (each,))} is new" for each in new]
    return ", ".join([*said, *(f"{_said(key, (each,))} is gone" for each in gone)])


def _said(key: Key | None, value: Any) -> str:  # noqa: ANN401 - any key's value
    """A value as people write it: texts in quotes, figures and words of the format without."""
    if isinstance(value, tuple):
        return ", ".join(_said(key, each) for each in value)
    text = _plain(value)
    return f"'{_shortened(text)}'" if _is_text(key) else text


def _plain(value: Any) -> str:  # noqa: ANN401 - any key's value
    """A value in one line, as it would be written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (dict, list)):
        return "some of your own"
    return " ".join(str(getattr(value, "text", value)).split())


def _is_text(key: Key | None) -> bool:
    """Whether the values of a key are texts; the user's own keys hold such."""
    if key is None:
        return True
    kind = key.kind.of if isinstance(key.kind, Many) else key.kind
    return not isinstance(kind, Pointer) and (kind is TEXT or kind is MARKDOWN)


def _shortened(text: str) -> str:
    return text if len(text) <= 2 * _LONGEST else f"{text[: 2 * _LONGEST - 1].rstrip()}…"


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """Two texts, or of long ones what differs with a few words round it."""
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    if first is None:
        first = min(len(old), len(new))
    start = 0 if first <= _CONTEXT else old.rfind(" ", 0, first - _CONTEXT) + 1
    head = "…" if start else ""
    return tuple(head + _cut(each[start:]) for each in (old, new))  # type: ignore[return-value]  # two in, two out


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
