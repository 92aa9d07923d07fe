"""Texts in Markdown that stay what they are: no mark of theirs works, and nobody is called."""

import re

_MARKS = re.compile(r"[\\`*_{}\[\]<#|~$]|&(?=[#\w])|^[-+=>]")
_CALLS = re.compile(
    r"(?<=[@#:~%])(?=\w|//)|(?<=[!$&^])(?=\d)|(?<=www)(?=\.)|(?<=\bgh)(?=-\d)", re.IGNORECASE
)
"""Where GitHub or GitLab would call somebody or link to something."""
_NOTHING = "&#8203;"  # a space of no width: it keeps `@name` from calling somebody
_SPACES = re.compile("[ \\t-\\r\\x1c-\\x1f\\x85\\u2028\\u2029]+")  # no-break spaces stay
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_CODE = re.compile(r"`([^`|\s](?:[^`|]*[^`|\s])?)`")


def inert(text: str) -> str:
    """The text as it is, in one line: no mark of Markdown or HTML works, and nobody is linked to.

    It may stand anywhere in a paragraph, a heading or a table's cell.
    """
    return _plain(_in_one_line(text))


def inert_but_code(text: str) -> str:
    """As `inert`, but words in back quotes are code, in which nothing works anyway."""
    parts = _CODE.split(_in_one_line(text))
    return "".join(f"`{part}`" if place % 2 else _plain(part) for place, part in enumerate(parts))


def _in_one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def _plain(text: str) -> str:
    marked = _MARKS.sub(lambda found: f"\\{found[0]}", text)
    return _NUMBERED.sub(r"\1\\\2", _CALLS.sub(_NOTHING, marked))
