"""Keys and values in the words of a picture: `Wait 0–4 min`, `Fällig: 2027-03-31`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from blueprint_cli.diff.parts import Part
from blueprint_cli.phrases import duration, number, quoted
from blueprint_cli.times import Duration
from blueprint_cli.words import Words

_LONG = 80
"""Of longer texts only the beginning is told."""
_SHARES = frozenset({"frequency", "share"})
"""Keys whose figures are told in percent."""
_BARE = frozenset({"status", "state", "when", "share"})
"""Keys whose values are told without a noun before them."""


def told(word: str, value: Any, part: Part | None, words: Words) -> str:  # noqa: ANN401 - any key's value
    """A value as the picture writes it."""
    if isinstance(value, Duration):
        return duration(words, value.least, value.most)
    if isinstance(value, int | float):
        return _figure(word, value, part, words)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _choices(word, words).get(value) or quoted(words, shortened(value))
    return str(value.text)


def _figure(word: str, value: float, part: Part | None, words: Words) -> str:
    """A number, with its unit where the part tells one."""
    if word in _SHARES:
        return f"{number(words, round(value * 100, 2))}\N{NO-BREAK SPACE}%"
    unit = getattr(part.record, "unit", None) if part and word in {"value", "target"} else None
    return f"{number(words, value)}\N{NO-BREAK SPACE}{unit}" if unit else number(words, value)


def is_text(word: str, value: object, words: Words) -> bool:
    """Whether a value is in words of the file, and not one of those among which a key chooses."""
    return isinstance(value, str) and value not in _choices(word, words)


def _choices(word: str, words: Words) -> Mapping[str, str]:
    """The values among which a key chooses, in words."""
    known = {
        "role": words.roles,
        "state": words.states,
        "actor": {**words.actors, **words.values},
        "status": {**words.statuses, **words.values},
        "better": words.values,
    }
    return known.get(word, {})


def form_of(word: str, words: Words, *, text: bool) -> str:
    """How a key and its value are told, with a `{}` for the value."""
    if word in _BARE:
        return "{}"
    forms = {
        "time": words.takes, "wait": words.waits, "tolerance": words.tolerates,
        "cost": words.costs, "uses": words.uses, "channel": words.via, "owner": words.owner,
        "capacity": words.capacity, "importance": words.importance, "details": words.in_detail,
        "recovery": words.recovery, "target": words.target, "severity": words.severity,
        "reviewed": words.reviewed, "arrivals": words.arrivals,
    }  # fmt: skip
    nouns = {"phase": words.phase, "emotion": words.emotion, "touchpoint": words.touchpoints}
    noun = nouns.get(word) or words.keys.get(word, word)
    return forms.get(word) or f"{noun}{words.colon if text else ' '}{{}}"


def shortened(text: str) -> str:
    """The text in one line, cut between two words where it is long."""
    text = " ".join(text.split())
    if len(text) <= _LONG:
        return text
    kept = text[: _LONG - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[_LONG // 2 :] else kept}…"
