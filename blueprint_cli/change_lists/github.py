"""Changes as commands that GitHub Actions turns into notes beside the changed lines."""

from blueprint_cli import git
from blueprint_cli.change_lists.result import Result, counted, errors_by_version
from blueprint_cli.comparing import Compared
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.effects import EFFECTS
from blueprint_cli.listings.github import command
from blueprint_cli.listings.words import from_top, sentence
from blueprint_cli.problems import Problem

MOST = 10
"""So many are told, those that matter most: GitHub shows no more than ten of a kind for a step."""


def write(result: Result) -> str:
    """The changes that matter most, and how many there are; nothing if nothing changed.

    Before them stands what keeps a file from being compared by what it says.
    """
    if not any(each.errors or each.diff for each in result.files):
        return ""
    here = git.below_top()
    unread = "".join(_unread(each, here) for each in result.files if each.errors)
    return unread + _changes(result, here)


def _changes(result: Result, here: str) -> str:
    found = [(each, change) for each in result.files if each.diff for change in each.diff.changes]
    if not found:
        return ""
    ordered = sorted(found, key=lambda pair: EFFECTS.index(pair[1].effect))[:MOST]
    more = f". The {len(ordered)} that matter most are shown." if len(found) > len(ordered) else ""
    notes = [_note(*pair, here) for pair in ordered]
    return "".join(
        [*notes, command("notice", {"title": "bp diff"}, counted(result.changes) + more)]
    )


def _unread(compared: Compared, here: str) -> str:
    """One note for all errors of a file: `bp lint` has one for each."""
    old, new = errors_by_version(compared)
    place: dict[str, object] = {"file": from_top(compared.pair.new.path, here)}
    if spans := [each.span for each in new if each.span]:
        place["line"] = new[0].source.position(spans[0].start).line
    said = [
        f"{version}{_line(each)}: {sentence(each)}"
        for version, errors in (("before", old), ("now", new))
        for each in errors
    ]
    title = "bp diff: only the lines can be compared"
    return command("error", {**place, "title": title}, "\n".join(said))


def _line(problem: Problem) -> str:
    if problem.span is None:
        return ""
    return f", line {problem.source.position(problem.span.start).line}"


def _note(compared: Compared, change: Change, here: str) -> str:
    assert compared.diff is not None  # noqa: S101 - it has this change
    place: dict[str, object] = {"file": from_top(compared.pair.new.path, here)}
    if change.new_span is not None:
        start, end = (compared.diff.new.source.position(offset) for offset in change.new_span)
        place |= {"line": start.line, "endLine": end.line}
    kind = "warning" if change.effect in {"worse", "visible"} else "notice"
    return command(kind, {**place, "title": f"{change.effect}: {change.kind}"}, change.message)
