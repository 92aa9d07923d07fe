"""Changes as Markdown, for a comment on a pull request."""

import re
from collections.abc import Iterator

from blueprint_cli.change_lists.result import (
    Result,
    errors_by_version,
    headline,
    line_diff,
    plural,
    whole,
)
from blueprint_cli.comparing import Compared
from blueprint_cli.console import visible
from blueprint_cli.diff.between import Diff
from blueprint_cli.inert import inert, inert_but_code
from blueprint_cli.listings.words import sentence
from blueprint_cli.report.changes import changes_report
from blueprint_cli.report.content import Entry, Listing, Report, Section
from blueprint_cli.reporters.markdown import markdown

LONGEST = 60_000
"""Characters of a comment; GitHub takes 65 536, and whoever posts it adds some."""
_LAST = 100
"""Characters that are kept for saying how many files there is no room for."""


def write(result: Result) -> str:
    """Every file with its changes, as far as there is room; what was left out is said."""
    room = LONGEST - _LAST
    parts = []
    left_out = 0
    for each in result.files:
        text = _file(each, room)
        if len(text) > room:
            left_out += 1
        else:
            parts.append(text)
            room -= len(text) + 1
    if left_out:
        parts.append(f"There is no room for {plural(left_out, 'more file')}.\n")
    return "\n".join(parts)


def _file(compared: Compared, room: int) -> str:
    if compared.errors:
        return _by_lines(compared, room)
    if compared.diff is None:
        said = whole(compared)
        return f"# {inert(visible(headline(compared)))}\n\n{said[:1].upper()}{said[1:]}.\n"
    return _fitting(compared.diff, headline(compared), room)


def _by_lines(compared: Compared, room: int) -> str:
    """The errors of a file that cannot be compared by what it says, and its lines that differ."""
    head = f"# {inert(visible(headline(compared)))}\n\n"
    told = "".join(_errors(compared))
    text = f"{head}It cannot be compared by what it says.\n\n{told}\n{_patch(compared)}"
    if len(text) <= room:
        return text
    return f"{head}It has errors, and there is no room for the lines that differ.\n"


def _errors(compared: Compared) -> Iterator[str]:
    for version, found in zip(("before", "now"), errors_by_version(compared), strict=True):
        for each in found:
            place = f", line {each.source.position(each.span.start).line}" if each.span else ""
            yield f"- Error {version}{place}: {inert_but_code(sentence(each))}\n"


def _patch(compared: Compared) -> str:
    """The lines as code, behind more back quotes than there are in them: nothing works there."""
    lines = line_diff(compared, color=False)
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+|$", lines)))
    return f"{fence}diff\n{lines}\n{fence}\n"


def _fitting(diff: Diff, versions: str, room: int) -> str:
    """As many changes as there is room for, those first that customers will notice."""
    report = changes_report(diff, versions)
    text = markdown(report)
    if len(text) <= room:
        return text
    least, most = 0, len(diff.changes)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if len(_cut(report, middle)) <= room else (least, middle)
    return _cut(report, least)


def _cut(report: Report, most: int) -> str:
    """The report with so many changes, and how many are left out."""
    room, left_out = most, 0
    sections = []
    for section in report.sections:
        kept, more = _shortened(section, room)
        room -= sum(len(entry.phrases) for entry in _entries(kept))
        left_out += more
        sections.append(kept)
    said = f"There is no room for {plural(left_out, 'more change')}.\n"
    return f"{markdown(report._replace(sections=tuple(filter(_says, sections))))}\n{said}"


def _shortened(section: Section, room: int) -> tuple[Section, int]:
    """The section with so many changes at most, and how many it had more."""
    entries: list[Entry] = []
    left_out = 0
    for entry in _entries(section):
        kept = entry.phrases[: max(0, room)]
        room -= len(kept)
        left_out += len(entry.phrases) - len(kept)
        if kept:
            entries.append(Entry(entry.term, kept))
    others = tuple(block for block in section.blocks if not isinstance(block, Listing))
    listing = (Listing("", tuple(entries)),) if entries else ()
    return section._replace(blocks=(*others, *listing)), left_out


def _entries(section: Section) -> list[Entry]:
    return [
        entry for block in section.blocks if isinstance(block, Listing) for entry in block.entries
    ]


def _says(section: Section) -> bool:
    return bool(section.lead or section.blocks)
