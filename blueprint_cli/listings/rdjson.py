"""Problems in the Reviewdog Diagnostic Format, from which reviewdog comments on changes."""

from blueprint_cli.listings.listing import Outcome
from blueprint_cli.listings.words import listed, named, paragraph, slashed
from blueprint_cli.problems import Fix, Problem, page_of
from blueprint_cli.source import Source, Span


def write(outcome: Outcome) -> str:
    """All problems as one JSON object."""
    told = {
        "source": '{"name": "bp lint"}',
        "diagnostics": listed(map(_diagnostic, outcome.problems)),
    }
    return f"{named(told)}\n"


def _diagnostic(problem: Problem) -> dict[str, object]:
    location: dict[str, object] = {"path": slashed(problem.source.path)}
    if problem.span is not None:
        location["range"] = _range(problem.source, problem.span)
    told: dict[str, object] = {
        "message": paragraph(problem),
        "location": location,
        "severity": problem.severity.upper(),
        "code": {"value": problem.code, "url": page_of(problem.code)},
    }
    if problem.fix and problem.fix.edits and problem.fix.safety != "display":
        told["suggestions"] = [_suggestion(problem.fix, problem.source)]
    return told


def _suggestion(fix: Fix, source: Source) -> dict[str, object]:
    """The whole fix as one suggestion: each is taken on its own, and half a fix mends nothing."""
    start = min(span.start for span, _ in fix.edits)
    end = max(span.end for span, _ in fix.edits)
    after = len(source.text) - end
    mended = source.edited(fix.edits)
    return {
        "range": _range(source, Span(start, end)),
        "text": mended[start : len(mended) - after],
    }


def _range(source: Source, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    """A line and a column, which the format counts in bytes of UTF-8, both from 1."""
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
