"""What tells a problem from every other of its file, even after lines above it came and went."""

import re
from collections.abc import Iterable

from blueprint_cli.problems import Problem

_DIGITS = re.compile(r"\d+")
_LENGTH = 32


def fingerprints(problems: Iterable[Problem], path: str) -> tuple[str, ...]:
    """A name of 32 hex digits for each problem of one file, in their order.

    Made from the code, the path, the message with `#` for every run of digits, and how many of the
    same came before; neither from lines nor from what a rule's severity is set to. The path is
    given, so that two versions of a file can be compared wherever they lie.
    """
    from hashlib import sha256

    seen: dict[str, int] = {}
    made = []
    for each in problems:
        told = "\0".join([each.code, path, _DIGITS.sub("#", each.message)])
        seen[told] = seen.get(told, 0) + 1
        text = f"{told}\0{seen[told]}"
        made.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH])
    return tuple(made)
