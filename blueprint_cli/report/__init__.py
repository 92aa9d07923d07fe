"""What is to be told of a blueprint, section by section, for whom."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.report.content import Section

Audience = Literal["designer", "operations", "executive"]


class Chapter(NamedTuple):
    """A section by its key, what makes it, and who wants to read it."""

    key: str
    title: str
    make: Callable[[Analysis], Section]
    audiences: frozenset[Audience]


CHAPTERS: tuple[Chapter, ...] = ()
"""All sections, in the order in which they are read."""
