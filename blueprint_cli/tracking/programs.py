"""Commits and who changed what as JSON for programs, with the keys that docs/log.md promises."""

from collections.abc import Sequence
from typing import Any

from blueprint_cli.change_lists.programs import told_of
from blueprint_cli.history.following import date_of
from blueprint_cli.history.walk import Visit
from blueprint_cli.listings.words import slashed
from blueprint_cli.tracking.blame import Answer
from blueprint_cli.tracking.log import Entry
from blueprint_cli.tracking.revisions import Revision


def log_as_json(path: str, element: str | None, entries: Sequence[Entry]) -> str:
    """The commits of a file, or of one element as the user calls it, the newest first."""
    told = {"path": path, "element": element, "commits": [_entry(each) for each in entries]}
    return _json(told)


def _json(told: dict[str, Any]) -> str:
    import json

    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _entry(entry: Entry) -> dict[str, Any]:
    revision = entry.revision
    visit = revision.visit
    return {
        **_commit(visit),
        "path": slashed(visit.path),
        "was": slashed(visit.was) if visit.was != visit.path else None,
        "change": revision.change,
        "element": entry.path or None,
        "errors": len(revision.errors),
        "brought": [_commit(each) for each in entry.brought],
        "skipped": [each.commit for each in revision.skipped],
        "note": entry.note or None,
        "changes": [told_of(revision.diff, each) for each in entry.changes if revision.diff],
    }


def _commit(visit: Visit) -> dict[str, Any]:
    """Who and when; null for what is not committed."""
    when = date_of(visit.seconds) if visit.commit else None
    return {
        "commit": visit.commit or None,
        "date": when and f"{when:%Y-%m-%dT%H:%M:%SZ}",
        "author": visit.author or None,
        "subject": visit.subject or None,
    }


def blame_as_json(path: str, answers: Sequence[Answer]) -> str:
    """The elements of a file as they stand in it, each with the commit that changed it last."""
    complete = not any(each.is_oldest_here for each in answers)
    elements = [_answer(each) for each in answers]
    return _json({"path": path, "complete": complete, "elements": elements})


def _answer(answer: Answer) -> dict[str, Any]:
    revision: Revision = answer.revision
    change = answer.change and revision.diff and told_of(revision.diff, answer.change)
    return {
        "element": answer.part.kind,
        "path": answer.part.path,
        "name": answer.part.name,
        **_commit(revision.visit),
        "message": answer.said,
        "change": change,
        "more": answer.more,
    }
