"""A text as written, and places in it: lines and columns for people, offsets for programs."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to, not including, `end`: offsets in characters (code points), from 0."""

    start: int
    end: int


class Edit(NamedTuple):
    """What stands at `span` is to become `text`; an empty span is where `text` is put in."""

    span: Span
    text: str


class Position(NamedTuple):
    """A line and a column, both from 1, the column in characters."""

    line: int
    column: int


class _Source(NamedTuple):
    path: str
    text: str


class Source(_Source):
    """A file's text and the name it is called by in messages.

    `text` holds the file's characters without a byte order mark; line ends are as written. Lines
    end at LF, CR or CR LF and nowhere else.
    """

    def __repr__(self) -> str:
        return f"Source({self.path!r})"

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.text.replace("\r\n", "\0\n").replace("\r", "\n").split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]

    def position(self, offset: int) -> Position:
        """Line and column of the character at `offset`; past the end, of the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int) -> int:
        """Where a line begins, from 1."""
        return self._starts[line - 1]

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text) + 1
        return self.text[start : end - 1].rstrip("\r\n")

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text with these edits, which may touch but not overlap; `ValueError` if they do."""
        parts: list[str] = []
        at = 0
        for span, text in sorted(edits):
            if span.start < at:
                raise ValueError(f"two edits overlap at {span.start}")
            parts += [self.text[at : span.start], text]
            at = span.end
        return "".join([*parts, self.text[at:]])
