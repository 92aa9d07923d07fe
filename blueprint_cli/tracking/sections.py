"""Commits and their changes as a report: a section for each commit."""

from collections.abc import Iterable

from blueprint_cli.change_lists.text import one_line
from blueprint_cli.console import visible
from blueprint_cli.diff.changes import Change
from blueprint_cli.history.walk import Visit
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.content import Entry as Listed
from blueprint_cli.report.content import Listing, Phrase, Report, Section
from blueprint_cli.tracking.lines import NOT_COMMITTED, SHORT, day
from blueprint_cli.tracking.log import Entry


def log_report(title: str, entries: Iterable[Entry]) -> Report:
    """The report, titled with the file or the element."""
    return Report(title, "", ENGLISH.code, "", tuple(map(_section, entries)))


def _section(entry: Entry) -> Section:
    visit = entry.revision.visit
    lead: tuple[Phrase, ...] = ((f"{entry.note[:1].upper()}{entry.note[1:]}.",),) * bool(entry.note)
    listed = [
        Listed("" if entry.path else group.title, tuple(map(_phrase, group.changes)))
        for group in entry.groups
    ]
    blocks = (Listing("", tuple(listed)),) if listed else ()
    if not visit.commit:
        return Section("now", NOT_COMMITTED.capitalize(), lead, blocks)
    title = visible(visit.subject) or visit.commit[:SHORT]
    brought = (_brought(entry.brought),) * bool(entry.brought)
    return Section(visit.commit, title, ((_who(visit),), *brought, *lead), blocks)


def _who(visit: Visit) -> str:
    return f"{day(visit)}, {visible(visit.author)}, {visit.commit[:SHORT]}"


def _brought(visits: Iterable[Visit]) -> Phrase:
    """What a merge is made of."""
    named = (f"'{visible(each.subject)}' ({_who(each)})" for each in visits)
    return (f"It brings {'; '.join(named)}.",)


def _phrase(change: Change) -> Phrase:
    return (f"{change.effect}: {one_line(change.message)}",)
