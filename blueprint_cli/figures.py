"""Figures that can be written as values: counts, scales, shares, money, the format's version."""

import re

from blueprint_cli.record import Scalar, Unfit


def whole(least: int, most: int | None = None) -> Scalar[int]:
    """A whole number from `least` to `most`."""
    span = f"from {least} to {most}" if most is not None else f"from {least} up"
    words = f"a whole number {span}"

    def read(text: str) -> int:
        number = _whole(text, words)
        if number < least or (most is not None and number > most):
            found = f"'{text}' is below {least}" if most is None else f"'{text}' is not {span}"
            raise Unfit(found, f"write {words}")
        return number

    limits = {"minimum": least} | ({} if most is None else {"maximum": most})
    shape = {"type": ["integer", "string"], "pattern": f"^{_WHOLE}$"}
    return Scalar(words, read, {**shape, **limits})


_WHOLE = "[+-]?[0-9]{1,15}"


def _whole(text: str, words: str) -> int:
    if not re.fullmatch(_WHOLE, text):
        said = f"'{text}' is no whole number"
        raise _with_hyphen(text, said) or Unfit(said, f"write {words}")
    return int(text)


def _with_hyphen(text: str, said: str) -> Unfit | None:
    """What to say of a sign that only looks like a minus."""
    plain = re.sub("^[−‐‑–—]", "-", text)
    if plain == text or not re.fullmatch(_DECIMAL, plain):
        return None
    hint = f"write `{plain}`, with a plain hyphen for the minus"
    return Unfit(said, hint, instead=plain, surely=True)


_DECIMAL = r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][+-]?[0-9]{1,2})?"


def _number(text: str) -> float:
    if re.fullmatch(_DECIMAL, text):
        return float(text)
    said = f"'{text}' is no number"
    known = _with_hyphen(text, said) or _number_in(text, said)
    raise known or Unfit(said, "write a number such as `12.5`")


def _number_in(text: str, said: str) -> Unfit | None:
    """What to say of a decimal comma, and of a unit or currency beside the number."""
    money = "(?:[A-Z]{3}|[€$£¥])?"
    found = re.fullmatch(rf"{money} ?([0-9]{{1,15}})(?:([.,])([0-9]{{1,15}}))? ?{money}", text)
    if not found:
        return None
    whole, sign, rest = found.groups("")
    if sign == "," and len(rest) == len("000"):
        hint = f"write `{whole}{rest}`, or `{whole}.{rest}` if the comma is a decimal one"
        return Unfit(said, hint)
    instead = f"{whole}{rest and '.'}{rest}"
    return Unfit(said, instead=instead, surely=text == f"{whole},{rest}")


def _money(text: str) -> float:
    amount = _number(text)
    if amount < 0:
        raise Unfit(f"'{text}' is below 0", "write 0 or more")
    return amount


def _share(text: str) -> float:
    share = _percent(text) if text.endswith("%") else _number(text)
    if not 0 <= share <= 1:
        raise Unfit(f"'{text}' is not from 0 to 1", _QUARTER)
    return share


_QUARTER = "write a share such as `0.25` for a quarter"


def _percent(text: str) -> float:
    said = f"'{text}' is a percentage"
    number = text[:-1].strip()
    if not re.fullmatch(_DECIMAL, number):
        raise Unfit(said, _QUARTER)
    raise Unfit(said, instead=f"{float(number) / 100:.15g}", surely=True)


def _version(text: str) -> int:
    if text == "1":
        return 1
    if re.fullmatch("[0-9]+", text):
        raise Unfit(f"version {text} of the format is not known", "install a newer `bp`")
    raise Unfit(f"'{text}' is no version", "write `1`, or leave the key out", instead="1")


VERSION = Scalar("`1`", _version, {"enum": [1, "1"]})
SCALE = whole(1, 5)
COUNT = whole(1)
EMOTION = whole(-2, 2)
_NUMERIC = {"type": ["number", "string"], "pattern": f"^{_DECIMAL}$"}
NUMBER = Scalar("a number", _number, _NUMERIC)
MONEY = Scalar("an amount of money, not below 0", _money, {**_NUMERIC, "minimum": 0})
SHARE = Scalar("a share from 0 to 1", _share, {**_NUMERIC, "minimum": 0, "maximum": 1})
