"""Versions as JSON for programs, with the keys that docs/history.md promises."""

from collections.abc import Sequence

from blueprint_cli.report.versions import FIGURES, Figures, Move, Version
from blueprint_cli.reporters.programs import plain


def as_json(path: str, versions: Sequence[Version]) -> str:
    """The history of a file, called as the user calls it."""
    import json

    complete = not versions or versions[0].change != "oldest here"
    told = {"path": path, "complete": complete, "versions": [_version(each) for each in versions]}
    return json.dumps(plain(told), indent=2, ensure_ascii=False) + "\n"


def _version(version: Version) -> dict[str, object]:
    return {
        "commit": version.commit or None,
        "date": version.committed and f"{version.committed:%Y-%m-%dT%H:%M:%SZ}",
        "subject": version.subject or None,
        "path": version.path,
        "was": version.was or None,
        "change": version.change,
        "errors": version.errors,
        "figures": version.figures and _figures(version.figures),
        "moved": [_move(each) for each in version.moved],
    }


def _figures(figures: Figures) -> dict[str, object]:
    told = {each.key: figures.value(each) for each in FIGURES}
    return {**told, "currency": figures.currency or None}


def _move(move: Move) -> dict[str, object]:
    return {
        "figure": move.figure.key,
        "before": move.before,
        "after": move.after,
        "effect": move.effect or None,
    }
