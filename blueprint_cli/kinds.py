"""What can be written as a value: texts, ids, choices, numbers, times, colours, addresses.

Each is a `Scalar`: the words for messages and the manual, the function that reads it, its JSON
Schema. The field decides what a text is, so all of them begin with the text as it was written.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from unicodedata import category, is_normalized, normalize

from blueprint_cli.nearest import nearest
from blueprint_cli.record import Scalar, Unfit

PLAIN: dict[str, object] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""JSON Schema of a text: editors take an unquoted `5` or `true` for something else."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, or a range: from `least` to `most` seconds; `text` is as written."""

    least: float
    most: float
    text: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something happens: `count` times in `seconds`; `text` is as written."""

    count: float
    seconds: int
    text: str = field(compare=False)

    @property
    def per_hour(self) -> float:
        """How many happen in an hour."""
        return self.count * 3600 / self.seconds


@dataclass(frozen=True, slots=True)
class Interval:
    """How long a review stays fresh: `months` of the calendar and `seconds`, one of them 0."""

    months: int
    seconds: float
    text: str = field(compare=False)


# Texts and ids

_DIVIDERS = {code: " " for code in range(128) if not (chr(code).isalnum() or code == ord("_"))}


def slug(name: str) -> str:
    """The id that a name implies: `Ask for a room` gives `ask-for-a-room`.

    NFC, lower case, letters, marks, digits and `_` kept, every run of others one `-`, none at the
    ends; "" for a name without a letter or digit.
    """
    if name.isascii():
        kept = name.lower().translate(_DIVIDERS)
    else:
        lower = normalize("NFC", name).lower()
        kept = "".join(sign if _stays(sign) else " " for sign in lower)
    return "-".join(kept.split()) if any(map(str.isalnum, kept)) else ""


def _stays(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or category(sign)[0] == "M"


def same(text: str) -> str:
    """The text in the one form in which ids are compared (NFC)."""
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def _text(text: str) -> str:
    stripped = text.strip()
    if not stripped:
        raise Unfit("there is no text in it", "write a text, or leave the key out")
    return stripped


def _id(text: str) -> str:
    if all(_stays(sign) or sign == "-" for sign in text):
        return same(text)
    proposal = slug(text)
    raise Unfit(
        f"'{text}' is no id: ids hold letters, digits, `-` and `_`",
        f"write `{proposal}`" if proposal else None,
    )


TEXT = Scalar("a text", _text, PLAIN)
MARKDOWN = Scalar("a text in Markdown", _text, PLAIN)
ID = Scalar(
    "an id: letters, digits, `-` and `_`",
    _id,
    {**PLAIN, "pattern": r"^[^\s!-,./:-@\[-^`{-~]+$"},
)


# Choices, flags and numbers


def choice(what: str, *words: str) -> Scalar[str]:
    """One of some words, which are the format's own; `what` is what they tell, as in "role"."""

    def read(text: str) -> str:
        if text in words:
            return text
        hint = nearest(text, words) or f"write {either(words)}"
        raise Unfit(f"unknown {what} '{text}'", hint)

    return Scalar(either(words), read, {"enum": list(words)})


def either(words: tuple[str, ...]) -> str:
    """The words in back quotes, as a person lists them: "`a`, `b` or `c`"."""
    quoted = [f"`{word}`" for word in words]
    return ", ".join(quoted[:-1]) + " or " + quoted[-1] if len(quoted) > 1 else quoted[0]


def _flag(text: str) -> bool:
    answer = {"true": True, "yes": True, "false": False, "no": False}.get(text.lower())
    if answer is None:
        raise Unfit(f"'{text}' is neither yes nor no", "write `true` or `false`")
    return answer


FLAG = Scalar(
    "`true` or `false` (or `yes`, `no`)",
    _flag,
    {
        "anyOf": [
            {"type": "boolean"},
            {"type": "string", "pattern": "^([Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE)$"},
        ]
    },
)


def whole(least: int, most: int | None = None) -> Scalar[int]:
    """A whole number from `least` to `most`."""
    span = f"from {least} to {most}" if most is not None else f"from {least}"
    words = f"a whole number {span}"

    def read(text: str) -> int:
        number = _whole(text, words)
        if number < least or (most is not None and number > most):
            raise Unfit(f"{text} is not {span}", f"write {words}")
        return number

    limits = {"minimum": least} | ({} if most is None else {"maximum": most})
    shape = {"type": ["integer", "string"], "pattern": f"^{_WHOLE}$"}
    return Scalar(words, read, {**shape, **limits})


_WHOLE = "[+-]?[0-9]{1,15}"


def _whole(text: str, words: str) -> int:
    if not re.fullmatch(_WHOLE, text):
        raise Unfit(f"'{text}' is no whole number", f"write {words}")
    return int(text)


_DECIMAL = r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][+-]?[0-9]{1,2})?"


def _number(text: str) -> float:
    if re.fullmatch(_DECIMAL, text):
        return float(text)
    comma = re.fullmatch("[0-9]+,[0-9]+", text)
    hint = f"write `{text.replace(',', '.')}`" if comma else "write a number such as `12.5`"
    raise Unfit(f"'{text}' is no number", hint)


def _money(text: str) -> float:
    amount = _number(text)
    if amount < 0:
        raise Unfit(f"{text} is below 0", "write 0 or more")
    return amount


def _share(text: str) -> float:
    share = _percent(text) if text.endswith("%") else _number(text)
    if not 0 <= share <= 1:
        raise Unfit(f"{text} is not from 0 to 1", "write a share such as `0.25` for a quarter")
    return share


def _percent(text: str) -> float:
    raise Unfit(f"'{text}' is a percentage", f"write `{_number(text[:-1].strip()) / 100:g}`")


def _version(text: str) -> int:
    if text == "1":
        return 1
    if re.fullmatch("[0-9]+", text):
        raise Unfit(f"version {text} of the format is not known", "install a newer `bp`")
    raise Unfit(f"'{text}' is no version", "write `1`, or leave the key out")


VERSION = Scalar("`1`", _version, {"enum": [1, "1"]})
SCALE = whole(1, 5)
COUNT = whole(1)
EMOTION = whole(-2, 2)
_NUMERIC = {"type": ["number", "string"], "pattern": f"^{_DECIMAL}$"}
NUMBER = Scalar("a number", _number, _NUMERIC)
MONEY = Scalar("an amount of money, not below 0", _money, {**_NUMERIC, "minimum": 0})
SHARE = Scalar("a share from 0 to 1", _share, {**_NUMERIC, "minimum": 0, "maximum": 1})


# Time

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
_LENGTH = re.sub(r"\((?!\?)", "(?:", f"(?:{_WORDED}|{_ISO})")
_EXAMPLE = "write a duration such as `90s`, `5m`, `1h 30m`, or a range such as `2m..5m`"


@lru_cache(maxsize=4096)
def _duration(text: str) -> Duration:
    least, dots, most = text.partition("..")
    if not dots:
        seconds = _seconds(text, text)
        return Duration(seconds, seconds, text)
    span = Duration(_seconds(least.strip(), text), _seconds(most.strip(), text), text)
    if span.least > span.most:
        message = f"the range '{text}' begins with its greater end"
        raise Unfit(message, f"write `{most.strip()}..{least.strip()}`")
    return span


def _seconds(text: str, whole_text: str) -> float:
    found = re.fullmatch(_ISO if text.startswith("P") else _WORDED, text)
    if not found:
        raise Unfit(f"'{whole_text}' is no duration", _without_unit(text, whole_text) or _EXAMPLE)
    counts = (float(count) for count in found.groups("0"))
    return sum(count * unit for count, unit in zip(counts, _UNITS, strict=True))


def _without_unit(text: str, whole_text: str) -> str | None:
    if not re.fullmatch(_NUMBER, text):
        return None
    ends = [part.strip() for part in whole_text.split("..")]
    completed = "..".join(f"{end}m" if re.fullmatch(_NUMBER, end) else end for end in ends)
    return f"write the unit: `{completed}` if minutes are meant"


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


# Colours, currencies and addresses


def _color(text: str) -> str:
    found = re.fullmatch(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})", text)
    if not found:
        raise Unfit(f"'{text}' is no colour", 'write a quoted hex colour such as `"#3b82f6"`')
    digits = found[1].lower()
    short = len(digits) < len("rrggbb")
    return _on_white("".join(digit * 2 for digit in digits) if short else digits)


def _on_white(digits: str) -> str:
    opacity = int(digits[6:] or "ff", 16) / 255
    channels = (int(digits[start : start + 2], 16) for start in (0, 2, 4))
    mixed = (round(channel * opacity + 255 * (1 - opacity)) for channel in channels)
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


_CURRENCIES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN "
    "BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP "
    "ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR "
    "ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR "
    "PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL "
    "THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF "
    "XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL"
)


def _currency(text: str) -> str:
    if text in _CURRENCIES.split():
        return text
    hint = nearest(text.upper()[:3], _CURRENCIES.split()) if text else None
    raise Unfit(f"unknown currency '{text}'", hint or "write an ISO 4217 code such as `EUR`")


_SAFE = "write an http, https or mailto address, or a path inside the workspace"
_WEB = r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\s<>\"`\\]+"
_RELATIVE = r"(?![/~\s])(?:(?!%2[EeFf]|%5[Cc])[^:\\\t\r\n?#])+(?:[?#][^\\\t\r\n]*)?"
"""A path as browsers see it: no scheme, no root, nothing that turns into `..` or `/` later."""


def _address(text: str) -> str:
    address = text.strip()
    if re.fullmatch(rf"{_WEB}|{_RELATIVE}", address):
        return address
    raise Unfit(f"the address '{address}' is unsafe", _SAFE, unsafe=True)


def _path(text: str) -> str:
    path = text.strip()
    if re.fullmatch(_RELATIVE, path):
        return path
    hint = "write a path that begins at this file's folder"
    raise Unfit(f"the path '{path}' is unsafe", hint, unsafe=True)


COLOR = Scalar(
    'a quoted hex colour such as `"#3b82f6"`',
    _color,
    {
        "type": "string",
        "pattern": "^#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$",
    },
)
CURRENCY = Scalar("an ISO 4217 code such as `EUR`", _currency, {"enum": _CURRENCIES.split()})
ADDRESS = Scalar(
    "an http, https or mailto address, or a path inside the workspace",
    _address,
    {"type": "string", "pattern": rf"^\s*(?:{_WEB}|{_RELATIVE})\s*$"},
)
PATH = Scalar(
    "a path inside the workspace", _path, {"type": "string", "pattern": rf"^\s*{_RELATIVE}\s*$"}
)
