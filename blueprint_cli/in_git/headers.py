"""What stands behind `@@` in a diff of lines: the step, found by patterns that git itself reads."""

import re
from collections.abc import Iterable

_VALUE = """("[^"]*"|'[^']*'|[^],}]+)"""
_LINES = (
    "^ {0,N}-? *[{] *name: *" + _VALUE,
    "^ {0,N}-? *[{] *id: *[^],}{]+, *name: *" + _VALUE,
    "^ {0,N}- +name: +(.*[^ ])",
    "^ {0,N}- +id: +(.*[^ ])",
    "^ {0,N}- +(.*[^ ])",
    "^([A-Za-z].*[^ ])",
)
"""Extended regular expressions, the first that fits a line counts; git shows its first group.

They mean the items of the lists at the top of a blueprint, in block and flow style, and the keys
there. An item that begins with its id is known by that: git looks at one line at a time.
"""

USUAL = 2
"""The column of the dash of a step as `bp fmt` writes it."""

_FIRST_STEP = re.compile(rb"^steps:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)[-{]", re.MULTILINE)


def pattern(column: int = USUAL) -> str:
    """The value of `xfuncname` for blueprints whose steps begin in this column, or before it."""
    return "\n".join(_LINES).replace("N", str(column))


def is_pattern(value: str) -> bool:
    """Whether `pattern` made it, for whatever column."""
    return re.sub(r"\{0,\d+\}", "{0,N}", value) == "\n".join(_LINES)


def column_in(value: str) -> int:
    """The column for which a pattern was made."""
    found = re.search(r"\{0,(\d+)\}", value)
    return int(found[1]) if found else USUAL


def column_for(texts: Iterable[bytes]) -> int:
    """Where the steps of these blueprints begin, the one farthest to the right; from 0.

    The farthest, since a step that is not found is worse than a pain point that is taken for one.
    """
    found = [_FIRST_STEP.search(text) for text in texts]
    return max((len(each[1]) for each in found if each), default=USUAL)
