"""A report as Markdown that GitHub and GitLab show well, whole or short enough for a comment."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from blueprint_cli.analysis.places import Place
from blueprint_cli.inert import inert, inert_but_code
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.content import (
    Block,
    Cell,
    Edited,
    Facts,
    Listing,
    Missing,
    Phrase,
    Report,
    Section,
    Sort,
    Table,
)
from blueprint_cli.report.naming import ambiguous_names
from blueprint_cli.report.telling import ARROW, told

LONGEST = 65_000
"""Characters of a short report; a comment on GitHub takes 65 536."""
_LINES = 60
"""A short report shows no table that would make it longer than so many lines."""
_WIDEST = 200
"""A short report's title has no more characters than these."""
_ROWS, _COLUMNS = 5, 8
"""So many of a table are shown in a short report."""
_FIGURES = frozenset({"count", "number", "share", "shares", "duration", "money", "rate", "scale"})
"""Values that are compared down a column, and stand at its right edge."""


class _Names(NamedTuple):
    """What must be known to write a value: the currency, and names that two elements share."""

    currency: str
    ambiguous: frozenset[str]


def markdown(report: Report, picture: str = "") -> str:
    """The whole report; `picture` is the address of one, shown below the title."""
    names = _Names(report.currency, ambiguous_names(report))
    parts = [*_head(report, picture)]
    for section in report.sections:
        parts += _section(section, names)
    return "\n".join(parts)


def brief(report: Report, picture: str = "") -> str:
    """What has room in a comment: of every section the gist, and the top of its first table."""
    names = _Names(report.currency, ambiguous_names(report))
    titled = report._replace(title=_shortened(report.title))
    head = (f"{part}\n" for part in _head(titled, picture))
    gists = (gist for section in report.sections for gist in _gist(section, names))
    tables = [list(_filled(section)) for section in report.sections]
    tops = [f"\n{_top(found[0], names)}" for found in tables if found]
    told_first = list(_fitting((*head, *gists), LONGEST, _LINES))
    room = LONGEST - sum(map(len, told_first))
    lines = _LINES - sum(part.count("\n") for part in told_first)
    shown = list(_fitting(tops, room, lines))
    left = sum(map(len, tables)) - len(shown)
    more = f"\nTables that are only in the whole report: {left}.\n" if left else ""
    return "".join((*told_first, *shown, more))


def _filled(section: Section) -> Iterator[Table]:
    """The tables of a section in which anything stands."""
    yield from (each for each in section.blocks if isinstance(each, Table) and each.rows)


def _fitting(parts: Iterable[str], room: int, lines: int = LONGEST) -> Iterator[str]:
    """Those parts for which there still is room."""
    for part in parts:
        if len(part) <= room and part.count("\n") <= lines:
            room -= len(part)
            lines -= part.count("\n")
            yield part


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST]}…"


def _gist(section: Section, names: _Names) -> Iterator[str]:
    """A section's lead in one line; of one without a lead its sentences and figures."""
    if section.lead:
        yield _line(section.title, section.lead, names)
        return
    for block in section.blocks:
        if isinstance(block, Facts):
            yield f"\n{_facts(block, names)}\n"
        elif isinstance(block, Listing):
            yield from (_line(entry.term, entry.phrases, names) for entry in block.entries)


def _line(term: str, phrases: Sequence[Phrase], names: _Names) -> str:
    said = " ".join(_phrase(phrase, names) for phrase in phrases)
    return f"- **{inert(term)}**{ENGLISH.colon}{said}\n" if term else f"- {said}\n"


def _top(table: Table, names: _Names) -> str:
    """A table's first rows, and how many there are in all."""
    count = len(table.rows)
    of = f" ({ENGLISH.of.format(_ROWS, count)})" if count > _ROWS else ""
    return f"**{inert(table.title)}**{of}\n\n{_table(table, names, _ROWS, _COLUMNS)}"


def _head(report: Report, picture: str) -> Iterator[str]:
    yield f"# {inert(report.title)}\n"
    if report.subtitle:
        yield f"{inert(report.subtitle)}\n"
    if picture:
        yield f"![{ENGLISH.picture}](<{picture}>)\n"


def _section(section: Section, names: _Names) -> Iterator[str]:
    yield f"## {inert(section.title)}\n"
    for phrase in section.lead:
        yield f"{_phrase(phrase, names)}\n"
    for block in section.blocks:
        yield from _block(block, names)
    if section.missing:
        yield "Not known, because the blueprint does not say enough:\n"
        yield "".join(f"- {_missed(each)}\n" for each in section.missing)


def _missed(missing: Missing) -> str:
    return f"{inert_but_code(missing.figure)}: {inert_but_code(missing.needs)}"


def _block(block: Block, names: _Names) -> Iterator[str]:
    if isinstance(block, Facts):
        yield _facts(block, names)
    elif isinstance(block, Table):
        yield f"### {inert(block.title)}\n"
        yield _table(block, names) if block.rows else "None.\n"
        if block.note:
            yield f"{inert_but_code(block.note)}\n"
    else:
        yield from _listing(block, names)


def _facts(facts: Facts, names: _Names) -> str:
    rows = [
        (inert(each.title), _value(each.sort, each.value, names), _places(each.about, names))
        for each in facts.facts
    ]
    about = any(row[2] for row in rows)
    width = 3 if about else 2
    return _grid(("Figure", "Value", "About")[:width], "lrl"[:width], [row[:width] for row in rows])


def _table(table: Table, names: _Names, most: int | None = None, widest: int | None = None) -> str:
    """A table, or the first of its rows and columns."""
    columns = table.columns[:widest]
    rows = [
        [
            _value(column.sort, cell, names)
            for column, cell in zip(columns, row[:widest], strict=True)
        ]
        for row in table.rows[:most]
    ]
    sides = "".join("r" if column.sort in _FIGURES else "l" for column in columns)
    return _grid([inert(column.title) for column in columns], sides, rows)


def _grid(head: Sequence[str], sides: str, rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns stand at the left or, for `r`, at the right."""
    rules = ["--:" if side == "r" else "---" for side in sides]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rules, *rows))


def _listing(listing: Listing, names: _Names) -> Iterator[str]:
    if listing.title:
        yield f"### {inert(listing.title)}\n"
    for entry in listing.entries:
        if entry.term:
            yield f"**{inert(entry.term)}**\n"
        if entry.phrases:
            yield "".join(f"- {_phrase(each, names)}\n" for each in entry.phrases)


def _phrase(phrase: Phrase, names: _Names) -> str:
    """A sentence; the spaces at the ends of its parts stay."""
    return "".join(_parts(phrase, names)).strip()


def _parts(phrase: Phrase, names: _Names) -> Iterator[str]:
    """The parts one by one; a space stands between what is gone and what came for it."""
    before = ""
    for part in phrase:
        kind = part.kind if isinstance(part, Edited) else ""
        if (before, kind) == ("gone", "new"):
            yield " "
        yield _part(part, names)
        before = kind


def _part(part: str | Place | Edited, names: _Names) -> str:
    if isinstance(part, str):
        return _words(part)
    if isinstance(part, Place):
        return _place(part, names)
    text = part.text.strip()
    return part.text.replace(text, _marked(text, part.kind)) if text else part.text


def _marked(text: str, kind: Literal["gone", "new"]) -> str:
    """Words that came or went; signs of Markdown only work beside letters and digits."""
    if text[0].isalnum() and text[-1].isalnum():
        sign = "~~" if kind == "gone" else "**"
        return f"{sign}{inert(text)}{sign}"
    tag = "del" if kind == "gone" else "ins"
    return f"<{tag}>{inert(text)}</{tag}>"


def _words(text: str) -> str:
    before = " " * (text[:1] == " ")
    after = " " * (text[-1:] == " " and len(text) > 1)
    return f"{before}{inert_but_code(text)}{after}"


def _value(sort: Sort, value: Cell, names: _Names) -> str:
    if sort in {"places", "path"} and isinstance(value, tuple):
        places = tuple(each for each in value if isinstance(each, Place))
        return _places(places, names, ARROW if sort == "path" else ENGLISH.comma)
    return inert(told(sort, value, names.currency))


def _places(places: Sequence[Place], names: _Names, sign: str = ENGLISH.comma) -> str:
    return sign.join(_place(each, names) for each in places)


def _place(place: Place, names: _Names) -> str:
    """An element's name, and its key behind it where another one has the same name."""
    name = inert(place.name)
    return f"{name} ({_code(place.key)})" if place.name in names.ambiguous else name


def _code(key: str) -> str:
    """A key as code; that of another file's action can hold marks that end code."""
    return inert(key) if {"`", "|", "\\"} & set(key) else f"`{key}`"
