"""Times that can be written as values: durations, rates, dates, how long a review stays fresh."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from blueprint_cli.problems import REVERSED_RANGE, Trouble
from blueprint_cli.record import Scalar, Unfit


class _Time:
    """Figures, and the `text` that said them, which takes no part in equality."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text: Final = text

    def _figures(self) -> tuple[object, ...]:
        return (type(self), *(getattr(self, name) for name in self.__slots__))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Time) and self._figures() == other._figures()

    def __hash__(self) -> int:
        return hash(self._figures())

    def __repr__(self) -> str:
        said = (f"{name}={getattr(self, name)!r}" for name in (*self.__slots__, "text"))
        return f"{type(self).__name__}({', '.join(said)})"


class Duration(_Time):
    """A length of time, or a range: from `least` to `most` seconds."""

    __slots__ = ("least", "most")

    def __init__(self, least: float, most: float, text: str) -> None:
        super().__init__(text)
        self.least: Final = least
        self.most: Final = most


class Rate(_Time):
    """How often something happens: `count` times in `seconds`."""

    __slots__ = ("count", "seconds")

    def __init__(self, count: float, seconds: int, text: str) -> None:
        super().__init__(text)
        self.count: Final = count
        self.seconds: Final = seconds

    @property
    def per_hour(self) -> float:
        """How many happen in an hour."""
        return self.count * 3600 / self.seconds


class Interval(_Time):
    """How long a review stays fresh: `months` of the calendar and `seconds`, one of them 0."""

    __slots__ = ("months", "seconds")

    def __init__(self, months: int, seconds: float, text: str) -> None:
        super().__init__(text)
        self.months: Final = months
        self.seconds: Final = seconds


_UNITS = (604800, 86400, 3600, 60, 1)
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_WORDED = "(?=[0-9])" + "".join(
    rf"(?:({_NUMBER}) ?(?:{unit})(?![a-z]) ?)?"
    for unit in ("w|weeks?", "d|days?", "h|hours?", "m|min|minutes?", "s|sec|seconds?")
)
_ISO = (
    rf"P(?=[0-9T])(?:({_NUMBER})W)?(?:({_NUMBER})D)?"
    rf"(?:T(?=[0-9])(?:({_NUMBER})H)?(?:({_NUMBER})M)?(?:({_NUMBER})S)?)?"
)
_LENGTH = f"(?:{_WORDED}|{_ISO})".replace(f"({_NUMBER})", f"(?:{_NUMBER})")
_EXAMPLE = "write a duration such as `90s`, `5m`, `1h 30m`, or a range such as `2m..5m`"


@lru_cache(maxsize=4096)
def _duration(text: str) -> Duration:
    least, dots, most = text.partition("..")
    if not dots:
        seconds = _seconds(text, text)
        return Duration(seconds, seconds, text)
    if not least.strip() or not most.strip():
        raise Unfit(f"'{text}' is no range", "write both ends, such as `2m..5m`")
    span = Duration(_seconds(least.strip(), text), _seconds(most.strip(), text), text)
    if span.least > span.most:
        message = f"the range '{text}' begins with its greater end"
        instead = f"{most.strip()}..{least.strip()}"
        raise Unfit(message, instead=instead, surely=True, flaw=REVERSED_RANGE)
    return span


def _seconds(text: str, whole_text: str) -> float:
    found = re.fullmatch(_ISO if text.startswith("P") else _WORDED, text)
    if not found:
        said = f"'{whole_text}' is no duration"
        known = _without_unit(text, whole_text, said) or _with_dots(whole_text, said)
        raise known or Unfit(said, _EXAMPLE)
    counts = (float(count) for count in found.groups("0"))
    return sum(count * unit for count, unit in zip(counts, _UNITS, strict=True))


def _without_unit(text: str, whole_text: str, said: str) -> Unfit | None:
    """What to say of a number alone."""
    if not re.fullmatch(_NUMBER, text):
        return None
    ends = [part.strip() for part in whole_text.split("..")]
    completed = "..".join(f"{end}m" if re.fullmatch(_NUMBER, end) else end for end in ends)
    return Unfit(said, f"write the unit: `{completed}` if minutes are meant", instead=completed)


def _with_dots(text: str, said: str) -> Unfit | None:
    """What to say of a range with a dash or other dots, and of a decimal comma."""
    ends = re.split(r" ?(?:[-–—…]|\.{3,}| to ) ?", text)
    parts = [re.sub("(?<=[0-9]),(?=[0-9])", ".", end) for end in ends]
    if len(parts) == 2 and re.fullmatch(_NUMBER, parts[0]):  # noqa: PLR2004 - `2-5m` has two ends
        parts[0] += re.sub("^[0-9.]+", "", parts[1])
    right = "..".join(parts)
    if not re.fullmatch(rf"{_LENGTH}(?:\.\.{_LENGTH})?", right):
        return None
    return Unfit(said, instead=right, surely="," not in text)


def lasting(seconds: float) -> str:
    """A length of time as a person writes it, to the second if it is longer: `1h 30m`."""
    rest, words = round(seconds), []
    for unit, sign in zip(_UNITS, "wdhms", strict=True):
        count, rest = divmod(rest, unit)
        if count:
            words.append(f"{count}{sign}")
    return " ".join(words) or f"{seconds:g}s"


_RATE = rf"({_NUMBER}) ?/ ?(s|min|h|d|w)"
_PERIODS = {"w": 604800, "d": 86400, "h": 3600, "min": 60, "s": 1}


def _rate(text: str) -> Rate:
    found = re.fullmatch(_RATE, text)
    if not found:
        hint = "write a rate such as `3/min`, `40/h`, `200/d` or `900/w`"
        raise Unfit(f"'{text}' is no rate", hint)
    return Rate(float(found[1]), _PERIODS[found[2]], text)


def _interval(text: str) -> Interval:
    if found := re.fullmatch(r"([0-9]{1,4}) months?", text):
        months, seconds = int(found[1]), 0.0
    elif (spent := _duration(text)).least == spent.most:
        months, seconds = 0, spent.least
    else:
        raise Unfit(f"'{text}' is a range", "write one duration, such as `6 months`")
    if not months and not seconds:
        raise Unfit(f"'{text}' is no time at all", "write a duration such as `6 months`")
    return Interval(months, seconds, text)


def _date(text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise Unfit(f"there is no day '{text}'", "write a date such as `2026-09-01`") from error
    raise Unfit(f"'{text}' is no date", "write year, month and day, such as `2026-09-01`")


DURATION = Scalar(
    "a duration such as `90s`, `5 min`, `1h 30m`, `PT5M`, or a range such as `2m..5m`",
    _duration,
    {"type": "string", "pattern": rf"^{_LENGTH}(?: *\.\. *{_LENGTH})?$"},
)
RATE = Scalar("a rate such as `40/h`", _rate, {"type": "string", "pattern": f"^{_RATE}$"})
INTERVAL = Scalar(
    "a duration, or a number of months such as `6 months`",
    _interval,
    {"type": "string", "pattern": rf"^(?:[0-9]{{1,4}} months?|{_LENGTH})$"},
)
DATE = Scalar(
    "a date such as `2026-09-01`",
    _date,
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
)


def day(text: str) -> date:
    """The day that the command line says, such as `2026-09-01`; `Trouble` for what is none."""
    try:
        return DATE.read(text)
    except Unfit as unfit:
        raise Trouble(unfit.message, unfit.hint) from unfit
