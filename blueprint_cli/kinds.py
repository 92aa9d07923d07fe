"""What can be written as a value: texts, ids, choices, colours, currencies, addresses.

Each is a `Scalar`: the words for messages and the manual, the function that reads it, its JSON
Schema. The field decides what a text is, so all of them begin with the text as it was written,
without the spaces round it. Figures are in `figures.py` and `times.py`.
"""

import re
from unicodedata import category, is_normalized, normalize

from blueprint_cli.nearest import closest, did_you_mean
from blueprint_cli.problems import UNSAFE_ADDRESS
from blueprint_cli.record import Scalar, Unfit

PLAIN: dict[str, object] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""JSON Schema of a text: editors take an unquoted `5` or `true` for something else."""


LONGEST = 100_000
"""How many characters a text may have: longer ones take longer to draw than anybody waits."""


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
    if not text:
        raise Unfit("there is no text in it", "write a text, or leave the key out")
    if len(text) > LONGEST:
        message = f"this text has more than {LONGEST:,} characters".replace(",", " ")
        raise Unfit(message, "shorten it, or link to what it says")
    return text


def _id(text: str) -> str:
    if all(_stays(sign) or sign == "-" for sign in text):
        return same(text)
    proposal = slug(text)
    raise Unfit(
        f"'{text}' is no id: ids hold letters, digits, `-` and `_`",
        instead=proposal or None,
    )


TEXT = Scalar("a text", _text, PLAIN | {"maxLength": LONGEST})
MARKDOWN = Scalar("a text in Markdown", _text, PLAIN | {"maxLength": LONGEST})
ID = Scalar(
    "an id: letters, digits, `-` and `_`",
    _id,
    {**PLAIN, "pattern": r"^[^\s!-,./:-@\[-^`{-~]+$"},
)


# Choices and flags


def choice(what: str, *words: str) -> Scalar[str]:
    """One of some words, which are the format's own; `what` is what they tell, as in "role"."""

    def read(text: str) -> str:
        if text in words:
            return text
        near = closest(text, words)
        hint = did_you_mean(near) or f"write {either(words)}"
        raise Unfit(f"unknown {what} '{text}'", hint, instead=near, surely=near == text.lower())

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
    near = closest(text.upper()[:3], _CURRENCIES.split()) if text else None
    hint = did_you_mean(near) or "write an ISO 4217 code such as `EUR`"
    raise Unfit(f"unknown currency '{text}'", hint, instead=near, surely=near == text.upper())


_SAFE = "write an http, https or mailto address, or a path inside the workspace"
_WEB = r'(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\s<>"`\\]+'
_RELATIVE = r"(?![/~\s])(?:(?!%2[EeFf]|%5[Cc])[^:\\\t\r\n?#])+(?:[?#][^\\\t\r\n]*)?"
"""A path as browsers see it: no scheme, no root, nothing that turns into `..` or `/` later."""


def _address(text: str) -> str:
    if re.fullmatch(rf"{_WEB}|{_RELATIVE}", text):
        return text
    said = f"the address '{text}' is unsafe"
    if re.fullmatch(rf"{_WEB} .*", text):
        hint, instead = "write `%20` for a space", text.replace(" ", "%20")
        raise Unfit(said, hint, instead=instead, surely=True, flaw=UNSAFE_ADDRESS)
    raise Unfit(said, _SAFE, flaw=UNSAFE_ADDRESS)


def _path(text: str) -> str:
    if re.fullmatch(_RELATIVE, text):
        return text
    hint = "write a path that begins at this file's folder"
    raise Unfit(f"the path '{text}' is unsafe", hint, flaw=UNSAFE_ADDRESS)


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
