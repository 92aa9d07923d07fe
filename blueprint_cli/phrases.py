"""Figures as a reader of the language writes them: `3–5 min`, `1 h 30 min`, `1,5`.

What is said here holds together: its spaces break no line.
"""

from collections.abc import Iterable
from functools import lru_cache

from blueprint_cli.words import Words

_UNITS = (604800.0, 86400.0, 3600.0, 60.0, 1.0)
"""Seconds of a week, a day, an hour, a minute and a second, in the order of `Words.units`."""
_WEEK, _SECOND = 0, 4
_MINUTE = _UNITS[3]
_MANY = 120
"""More of one unit are hard to imagine: 90 minutes, but not 900."""
_LONG = 4
"""Numbers of so many digits need no groups."""

Parts = tuple[tuple[float, int], ...]
"""How many of which units; a unit is its place in `_UNITS`."""


def duration(words: Words, least: float, most: float) -> str:
    """A length of time from `least` to `most` seconds, to the second of its largest two units.

    A range in one unit names it once, as in `20–25 min`; where both ends are the same there is no
    range. Times below a minute are told in seconds, to two digits.
    """
    first, last = _parts(least), _parts(most)
    if first == last:
        return _said(words, first)
    unit = max(place for parts in (first, last) for count, place in parts if count)
    low, high = (_seconds(parts) / _UNITS[unit] for parts in (first, last))
    if high <= _MANY:
        return f"{number(words, low)}{words.dash}{_said(words, ((high, unit),))}"
    return f"{_said(words, first)}{words.gap}{words.dash}{words.gap}{_said(words, last)}"


def number(words: Words, value: float) -> str:
    """A number with the language's decimal sign, and its thousands apart from five digits up."""
    whole, _, fraction = _digits(abs(float(value))).partition(".")
    if len(whole) > _LONG:
        whole = f"{int(whole):,}".replace(",", words.group)
    said = words.decimal.join(part for part in (whole, fraction) if part)
    return f"{_minus(words)}{said}" if value < 0 and said != "0" else said


def listed(words: Words, texts: Iterable[str]) -> str:
    """The texts one after the other, with the language's comma."""
    return words.comma.join(texts)


def quoted(words: Words, text: str) -> str:
    """The text between the language's quotes."""
    opening, closing = words.quotes
    return f"{opening}{text}{closing}"


@lru_cache(maxsize=1 << 12)
def _parts(seconds: float) -> Parts:
    """The two largest units; weeks only where no day is left over: 10 days are no 1 week and 3."""
    rounded = _rounded(seconds)
    largest = _largest(rounded)
    if rounded < _MINUTE:
        return ((rounded, _SECOND),) if rounded else ((0.0, _SECOND - 1),)
    count, rest = divmod(rounded, _UNITS[largest])
    if not rest:
        return ((count, largest),)
    return ((count, largest), (rest / _UNITS[largest + 1], largest + 1))


def _rounded(seconds: float) -> float:
    """To a whole number of the smaller of the two units that are told, or to two digits."""
    if seconds < _MINUTE:
        return round(float(f"{seconds:.2g}"), 3)
    unit = _UNITS[min(_largest(seconds) + 1, _SECOND)]
    return round(seconds / unit) * unit


def _largest(seconds: float) -> int:
    first = _WEEK if seconds % _UNITS[_WEEK] == 0 else _WEEK + 1
    return next((unit for unit in range(first, _SECOND) if seconds >= _UNITS[unit]), _SECOND)


def _seconds(parts: Parts) -> float:
    return sum(count * _UNITS[unit] for count, unit in parts)


def _said(words: Words, parts: Parts) -> str:
    return words.gap.join(
        f"{number(words, count)}{words.gap}{words.units[unit]}" for count, unit in parts
    )


@lru_cache(maxsize=1 << 12)
def _digits(value: float) -> str:
    """All digits that were written, never with an exponent."""
    if value.is_integer():
        return f"{value:.0f}"
    digits = f"{value:.15g}"
    if "e" not in digits:
        return digits
    from decimal import Decimal

    return f"{Decimal(digits):f}"


def _minus(words: Words) -> str:
    """The sign, kept at the left of its number where the text runs to the left."""
    return "\N{LEFT-TO-RIGHT MARK}−" if words.rtl else "−"
