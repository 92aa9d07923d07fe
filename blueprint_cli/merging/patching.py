"""Edits of a text that may hold each other: what moves is cut out with the edits in it."""

from typing import NamedTuple

from blueprint_cli.source import Span


class _Patch(NamedTuple):
    """An edit; `home` is the place of what it belongs to, `rank` tells equals apart."""

    span: Span
    rank: tuple[int, int, int]
    text: str
    home: Span


class Patches:
    """Edits of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[_Patch] = []

    def put(self, at: int, text: str, home: Span, *, over: bool = False) -> None:
        """Put a text in; of several at one place those of the innermost home stand first.

        With `over` it stands right before what follows.
        """
        rank = (int(over), -home.start, len(self.found))
        self.found.append(_Patch(Span(at, at), rank, text, home))

    def replace(self, span: Span, text: str) -> None:
        """Put a text in the place of all that stands there, edited or not."""
        self.found = [each for each in self.found if not _holds(span, each.home)]
        self.found.append(_Patch(span, (2, 0, len(self.found)), text, span))

    def cut(self, span: Span) -> None:
        """Take a text away."""
        self.replace(span, "")

    def is_cut(self, span: Span, within: Span) -> bool:
        """Whether a text is taken away, and not all of what it stands in."""
        return any(
            not each.text and _holds(each.span, span) and not _holds(each.span, within)
            for each in self.found
        )

    def rendered(self, span: Span) -> str:
        """What stands at a place after all edits that belong to it."""
        inside = [each for each in self.found if _holds(span, each.home)]
        return _applied(self.text, inside, span)

    def result(self) -> str:
        """The whole text; `ValueError` where edits overlap."""
        return _applied(self.text, self.found, Span(0, len(self.text)))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _applied(text: str, patches: list[_Patch], span: Span) -> str:
    parts: list[str] = []
    at = span.start
    for each in sorted(patches, key=lambda one: (one.span, one.rank)):
        if each.span.start < at:
            raise ValueError(f"two edits overlap at {each.span.start}")
        parts += [text[at : each.span.start], each.text]
        at = each.span.end
    return "".join([*parts, text[at : span.end]])
