"""Changes as Markdown, for a comment on a pull request."""

from blueprint_cli.change_lists.result import Result, headline, plural, whole
from blueprint_cli.comparing import Compared
from blueprint_cli.diff import Diff
from blueprint_cli.inert import inert
from blueprint_cli.report.changes import changes_report
from blueprint_cli.report.content import Entry, Listing, Report, Section
from blueprint_cli.reporters.markdown import markdown

LONGEST = 60_000
"""Characters of a comment; GitHub takes 65 536, and whoever posts it adds some."""


def write(result: Result) -> str:
    """Every file with its changes, as far as there is room; what was left out is said."""
    room = LONGEST
    parts = []
    left_out = 0
    for each in result.files:
        text = _file(each, room)
        if len(text) > room:
            left_out += 1
        else:
            parts.append(text)
            room -= len(text)
    if left_out:
        parts.append(f"There is no room for {plural(left_out, 'more file')}.\n")
    return "\n".join(parts)


def _file(compared: Compared, room: int) -> str:
    if compared.diff is None:
        said = whole(compared) or "it has errors, so it cannot be compared by what it says"
        return f"# {inert(headline(compared))}\n\n{said[:1].upper()}{said[1:]}.\n"
    return _fitting(compared.diff, headline(compared), room)


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
