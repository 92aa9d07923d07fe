"""Problems as text for people and as JSON for programs."""

from collections.abc import Iterable

from blueprint_cli.console import cells, styled, visible
from blueprint_cli.problems import Problem, Related, Severity
from blueprint_cli.source import Position, Source, Span

WIDTH = 100
"""Columns of a source line that are shown; a longer line is shown round the marked place."""

_FAR = 4 * WIDTH  # characters on either side of a mark that are looked at
_TAB = 4
_CUT = "…"
_NAMES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def full(problem: Problem, *, color: bool) -> str:
    """A problem with its source line, the place marked below it, the hint and related places."""
    lines = [concise(problem, color=color)]
    if problem.span is not None:
        lines += _excerpt(problem.source, problem.span, problem.severity, color=color)
    if problem.hint:
        lines.append(f"  {styled('hint:', 'info', color=color)} {visible(problem.hint)}")
    for related in problem.related:
        lines += _related(related, color=color)
    return "\n".join(lines) + "\n"


def concise(problem: Problem, *, color: bool) -> str:
    """A problem in one line: path, line, column, severity, code, message."""
    where = _where(problem.source, problem.span)
    kind = styled(f"{problem.severity}[{problem.code}]", problem.severity, color=color)
    return f"{styled(where, 'bold', color=color)}: {kind} {visible(problem.message)}"


def _related(related: Related, *, color: bool) -> list[str]:
    where = _where(related.source, related.span)
    note = f"  {styled('note:', 'bold', color=color)} {where}: {visible(related.message)}"
    return [note, *_excerpt(related.source, related.span, "info", color=color)]


def _where(source: Source, span: Span | None) -> str:
    if span is None:
        return visible(source.path)
    place = source.position(span.start)
    return f"{visible(source.path)}:{place.line}:{place.column}"


def _excerpt(source: Source, span: Span, style: Severity, *, color: bool) -> list[str]:
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


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as one JSON array, whose keys docs/lint-json.md promises."""
    import json

    return json.dumps([_for_programs(each) for each in problems], indent=2) + "\n"


def _for_programs(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "path": problem.source.path,
        **_places(problem.source, problem.span),
        "related": [
            {"path": each.source.path, **_places(each.source, each.span), "message": each.message}
            for each in problem.related
        ],
        "fix": None,
        "url": f"docs/problems.md#{problem.code.lower()}",
    }


def _places(source: Source, span: Span | None) -> dict[str, dict[str, int]]:
    if span is None:
        first = Position(1, 1)._asdict()
        return {"start": first, "end": first}
    return {
        "start": source.position(span.start)._asdict(),
        "end": source.position(span.end)._asdict(),
    }


def summary(problems: Iterable[Problem], files: int) -> str:
    """How many problems there are in how many files, as a sentence."""
    counts: dict[str, int] = {}
    places = set()
    for each in problems:
        counts[each.severity] = counts.get(each.severity, 0) + 1
        places.add(each.source.path)
    if not counts:
        return f"No problems in {_counted(files, 'file')}."
    found = [_counted(counts[kind], name) for kind, name in _NAMES.items() if kind in counts]
    listed = " and ".join(filter(None, [", ".join(found[:-1]), found[-1]]))
    return f"Found {listed} in {_counted(len(places), 'file')}."


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
