"""Values of a report as people read them: `3–5 min`, `70 %`, `4 of 5`, `12.50 EUR`.

Every form that shows texts tells a value in the same words. What is not known is an empty text.
"""

from collections.abc import Callable, Iterable, Mapping
from math import floor, isfinite, log10
from types import MappingProxyType
from typing import Any

from blueprint_cli import phrases
from blueprint_cli.analysis.places import Place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Edited, Phrase, Sort

_DIGITS = 3
"""More digits than these say more than anybody measured."""
_CENTS = 2
_GAP = ENGLISH.gap
ARROW = " → "
"""Between the places of a path."""


def told(sort: Sort, value: Cell, currency: str = "") -> str:
    """A value of such a sort in words; an empty text for what is not known."""
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return ""
    if isinstance(value, Range) and not all(map(isfinite, value)):
        return _unbounded(sort, value, currency)
    return _WAYS[sort](value, currency)


def _unbounded(sort: Sort, value: Range, currency: str) -> str:
    """A range that ends nowhere."""
    if not isfinite(value.least):
        return "no limit"
    return f"{told(sort, Range(value.least, value.least), currency)} or more"


def spoken(phrase: Phrase) -> str:
    """A sentence in which every element is called by its name."""
    return "".join(part if isinstance(part, str) else _named_part(part) for part in phrase)


def _named_part(part: Place | Edited) -> str:
    if isinstance(part, Place):
        return part.name
    return f"[−{part.text}−]" if part.kind == "gone" else f"[+{part.text}+]"


def rounded(value: float) -> float:
    """To three digits, and above 999 to a whole number."""
    return round(value, max(0, _DIGITS - 1 - floor(log10(abs(value))))) if value else value


def _number(value: float) -> str:
    return phrases.number(ENGLISH, rounded(value))


def _share(value: float) -> str:
    return f"{_number(value * 100)}{_GAP}%"


def _emotion(value: float) -> str:
    feeling = ENGLISH.feelings[round(value) + 2]
    sign = "+" if value > 0 else ""
    return feeling + ENGLISH.aside.format(f"{sign}{_number(value)}")


def _between(ends: Iterable[str]) -> str:
    """Both ends, or the one where they say the same."""
    return ENGLISH.dash.join(dict.fromkeys(ends))


def _money(value: Range, currency: str) -> str:
    amount = _between(_amount(end) for end in value)
    return f"{amount}{_GAP}{currency}" if currency else amount


def _amount(value: float) -> str:
    """With two places behind the sign, or none where it is whole."""
    said = phrases.number(ENGLISH, round(value, _CENTS))
    whole, sign, fraction = said.partition(ENGLISH.decimal)
    return f"{whole}{sign}{fraction.ljust(_CENTS, '0')}" if sign else whole


def _named(places: tuple[Place, ...], sign: str) -> str:
    return sign.join(each.name for each in places)


_WAYS: Mapping[Sort, Callable[[Any, str], str]] = MappingProxyType(
    {
        "text": lambda value, _: value,
        "count": lambda value, _: phrases.number(ENGLISH, value),
        "number": lambda value, _: _number(value),
        "share": lambda value, _: _share(value),
        "shares": lambda value, _: f"{_between(_number(end * 100) for end in value)}{_GAP}%",
        "duration": lambda value, _: phrases.duration(ENGLISH, *value),
        "money": _money,
        "rate": lambda value, _: f"{_between(_number(end) for end in value)} an hour",
        "scale": lambda value, _: ENGLISH.of.format(_number(value), 5),
        "emotion": lambda value, _: _emotion(value),
        "date": lambda value, _: value.isoformat(),
        "places": lambda value, _: _named(value, ENGLISH.comma),
        "path": lambda value, _: _named(value, ARROW),
        "yes": lambda value, _: "yes" if value else "no",
    }
)
