"""Problems as JSON for programs, with the keys that docs/lint-json.md promises."""

from blueprint_cli.listings.listing import Outcome
from blueprint_cli.problems import Fix, Problem, page_of
from blueprint_cli.source import Position, Source, Span


def write_json(outcome: Outcome) -> str:
    """All problems as one array, laid out for people who look at it."""
    import json

    return json.dumps([_told(each) for each in outcome.problems], indent=2) + "\n"


def write_jsonl(outcome: Outcome) -> str:
    """Each problem as an object on a line of its own."""
    import json

    return "".join(f"{json.dumps(_told(each))}\n" for each in outcome.problems)


def _told(problem: Problem) -> dict[str, object]:
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
        "fix": _fix(problem.fix, problem.source) if problem.fix else None,
        "url": page_of(problem.code),
    }


def _fix(fix: Fix, source: Source) -> dict[str, object]:
    return {
        "title": fix.title,
        "safe": fix.safety == "safe",
        "edits": [{**_places(source, span), "text": text} for span, text in fix.edits],
    }


def _places(source: Source, span: Span | None) -> dict[str, dict[str, int]]:
    if span is None:
        first = Position(1, 1)._asdict()
        return {"start": first, "end": first}
    return {
        "start": source.position(span.start)._asdict(),
        "end": source.position(span.end)._asdict(),
    }
