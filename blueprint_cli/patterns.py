"""Patterns that are compiled when they are first used, since most runs use few of them.

For what git asks once a file of each commit, compiling all at once would be a good part of the
start-up. What nearly every run uses is compiled by `re.compile`.
"""

import re
from typing import Any, TypeVar, cast

_Kind = TypeVar("_Kind", str, bytes)


class Later:
    """What has all that a pattern has; takes what `re.compile` takes, and the same errors."""

    __slots__ = ("_made_of",)

    def __init__(self, *made_of: Any) -> None:  # noqa: ANN401 - whatever `re.compile` takes
        self._made_of = made_of

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        return getattr(re.compile(*self._made_of), name)


def later(pattern: _Kind, flags: int = 0) -> re.Pattern[_Kind]:
    """A pattern, and its errors, once somebody looks for it in a text."""
    return cast("re.Pattern[_Kind]", Later(pattern, flags))
