"""The line of a blueprint at which a problem stands, with the place marked below it."""

from blueprint_cli.console import cells, styled, visible
from blueprint_cli.problems import Severity
from blueprint_cli.source import Source, Span

WIDTH = 100
"""Columns of a source line that are shown; a longer line is shown round the marked place."""

_FAR = 4 * WIDTH  # characters on either side of a mark that are looked at
_TAB = 4
_CUT = "…"


def excerpt(source: Source, span: Span, style: Severity, *, color: bool) -> list[str]:
    """The first line of the span behind its number, and a line of marks below it."""
    place = source.position(span.start)
    text = source.line(place.line)
    start = min(place.column - 1, len(text))
    end = max(min(start + span.end - span.start, len(text)), start)
    before, marked, after = _window(text, start, end)
    bar = styled("|", "dim", color=color)
    marks = styled("^" * max(cells(marked), 1), style, color=color)
    return [
        f"{place.line:>5} {bar} {before}{marked}{after}".rstrip(),
        f"{'':>5} {bar} {'':{cells(before)}}{marks}",
    ]


def _window(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The line before, at and after the mark; of a long line what stands near the mark."""
    before = _shown(text[max(start - _FAR, 0) : start])
    marked = _shown(text[start : min(end, start + _FAR)])
    after = _shown(text[end : end + _FAR])
    if cells(before) + cells(marked) + cells(after) > WIDTH:
        before = _last(before, WIDTH // 2)
        marked = _first(marked, WIDTH - cells(before))
        after = _first(after, WIDTH - cells(before) - cells(marked))
    return before, marked, after


def _shown(text: str) -> str:
    return visible(text.replace("\t", " " * _TAB))


def _first(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    while text and cells(text) >= width:
        text = text[:-1]
    return text + _CUT


def _last(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    while text and cells(text) >= width:
        text = text[1:]
    return _CUT + text
