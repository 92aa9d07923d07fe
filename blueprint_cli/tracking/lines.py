"""Commits and their changes as text for a terminal."""

from collections.abc import Iterator, Sequence

from blueprint_cli.change_lists.text import line
from blueprint_cli.console import cells, styled, visible
from blueprint_cli.diff.parts import Part
from blueprint_cli.history.following import date_of
from blueprint_cli.history.walk import Visit
from blueprint_cli.tracking.blame import Answer
from blueprint_cli.tracking.log import Entry

NOT_COMMITTED = "not committed yet"
SHORT = 8
"""So many characters of a hash are shown, as `bp history` does."""


def log_lines(entry: Entry, *, color: bool) -> str:
    """A commit: its head, then its changes below the steps that they belong to."""
    return "".join(f"{each}\n" for each in _entry(entry, color=color))


def _entry(entry: Entry, *, color: bool) -> Iterator[str]:
    yield _head(entry, color=color)
    for each in entry.brought:
        yield f"  from {_commit(each, color=color)}"
    if entry.note:
        yield f"  {entry.note}"
    diff = entry.revision.diff
    if diff is None:
        return
    for group in entry.groups:
        if not entry.path:
            yield styled(f"  {visible(group.title)}", "bold", color=color)
        indent = "" if entry.path else "  "
        for change in group.changes:
            yield f"{indent}{line(diff, change, color=color)}"


def _head(entry: Entry, *, color: bool) -> str:
    visit = entry.revision.visit
    if not visit.commit:
        return styled(NOT_COMMITTED, "bold", color=color) + _aside(entry)
    return f"{_commit(visit, color=color)}{_aside(entry)}".rstrip()


def _commit(visit: Visit, *, color: bool) -> str:
    hash_and_day = f"{visit.commit[:SHORT]}  {day(visit)}"
    said = f"{visible(visit.author)}  {visible(visit.subject)}"
    return f"{styled(hash_and_day, 'warning', color=color)}  {said}"


def _aside(entry: Entry) -> str:
    """What else there is to know of a version: another name of the file, versions left out."""
    revision = entry.revision
    said = []
    if revision.visit.was != revision.visit.path:
        said.append(f"was {visible(revision.visit.was)}")
    if revision.skipped:
        names = ", ".join(each.commit[:SHORT] for each in revision.skipped)
        said.append(f"with what {names} changed, which cannot be read")
    return f"  ({'; '.join(said)})" if said else ""


def day(visit: Visit) -> str:
    """The day on which it was committed, in UTC; empty where no calendar has it."""
    when = date_of(visit.seconds)
    return f"{when:%Y-%m-%d}" if when else ""


def blame_lines(answers: Sequence[Answer], width: int, *, color: bool) -> str:
    """A table: who, when, which element, and what was done to it last, as wide as there is room."""
    rows = [("Commit", "Date", "Author", "Element", "Last change"), *map(_row, answers)]
    widths = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    lacking = cells(NOT_COMMITTED) - sum(widths[:3]) - 2 * len(_GAP)
    if lacking > 0 and not all(each.revision.visit.commit for each in answers):
        widths[2] += lacking
    room = max(width - sum(widths) - len(_GAP) * len(widths), _LEAST)
    head, *lines = [_line(row, widths, room) for row in rows]
    return "".join(f"{each}\n" for each in (styled(head, "bold", color=color), *lines))


_GAP = "  "
_LEAST = 24
"""So many columns the last change has at least."""


def _row(answer: Answer) -> tuple[str, str, str, str, str]:
    visit = answer.revision.visit
    path, said = visible(_indented(answer.part)), visible(answer.said_in_short)
    if not visit.commit:
        return "", "", "", path, said
    name = f"^{visit.commit[: SHORT - 1]}" if answer.is_oldest_here else visit.commit[:SHORT]
    return name, day(visit), visible(visit.author), path, said


def _indented(part: Part) -> str:
    """The path of an element; actions stand below their step, whose name is left out."""
    return _GAP + part.path.partition(".")[2] if part.kind == "action" else part.path


def _line(row: Sequence[str], widths: Sequence[int], room: int) -> str:
    *first, last = row
    placed = [text + " " * (width - cells(text)) for text, width in zip(first, widths, strict=True)]
    start = _GAP.join(placed)
    if not row[0]:
        start = NOT_COMMITTED + start[len(NOT_COMMITTED) :]
    return f"{start}{_GAP}{shortened(last, room)}".rstrip()


def shortened(text: str, room: int) -> str:
    """The text, cut where it has no room."""
    if cells(text) <= room:
        return text
    kept = text
    while cells(kept) > room - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
