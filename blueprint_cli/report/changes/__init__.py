"""What changed between two versions, as a report: first what customers will notice."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.analysis.places import Place, PlaceKind
from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.groups import grouped
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.wording import worded
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.report.changes.figures import figures
from blueprint_cli.report.changes.plainly import plainly
from blueprint_cli.report.content import (
    Column,
    Edited,
    Entry,
    Listing,
    Phrase,
    Report,
    Section,
    Table,
)
from blueprint_cli.report.sentences import counted, listed

Address = Callable[[Change], str]
"""The id in a picture of the card on which a change is seen; empty where there is none."""

_TEXTS = frozenset({
    *("name", "blueprint", "note", "description", "scenario", "thinks", "feels", "quote"),
    *("recovery", "when"),
})  # fmt: skip
"""Keys whose words are compared."""


class Chapter(NamedTuple):
    """A section of changes: its key and title, and how its changes are told in a sentence."""

    key: str
    title: str
    said: str


NOTICED = Chapter("noticed", "What customers will notice", "that customers will notice")
BEHIND = Chapter("behind", "Behind the scenes", "behind the scenes")
WORDS = Chapter("words", "Only in words", "only in words")
CHAPTERS = (NOTICED, BEHIND, WORDS)
"""In the order in which they are read."""


_UNMET = frozenset({"owner", "cost", "cost_rate", "tolerance"})
"""Keys that get better or worse for those who run the service, wherever they stand."""


def chapter_of(diff: Diff, change: Change) -> Chapter:
    """In which section a change is told."""
    if change.effect == "editorial":
        return WORDS
    if change.effect == "visible" or change.field == "wait":
        return NOTICED
    if change.effect == "internal" or change.field in _UNMET:
        return BEHIND
    seen = (change.old is not None and diff.old.seen(change.old)) or (
        change.new is not None and diff.new.seen(change.new)
    )
    return NOTICED if seen else BEHIND


def nowhere(_: Change) -> str:
    """The address of a change where there is no picture."""
    return ""


def changes_report(diff: Diff, versions: str, address: Address = nowhere) -> Report:
    """The report; `versions` says which two they are."""
    name = diff.new.parts[0].name
    summary = Section("summary", "What changed", (said_in_short(diff),), ())
    noticed, *others = (_section(diff, each, address) for each in CHAPTERS)
    sections = (summary, *noticed, *_figures(diff), *(one for some in others for one in some))
    return Report(name, versions, ENGLISH.code, "", sections)


def said_in_short(diff: Diff) -> Phrase:
    """How many changes there are of what sort, or why there is none."""
    if not diff.changes:
        if diff.same_text:
            return ("Nothing changed.",)
        return ("Only comments or layout changed, and nothing that the blueprint says.",)
    counts = [
        (f"{count} {each.said}",)
        for each in CHAPTERS
        if (count := sum(chapter_of(diff, change) is each for change in diff.changes))
    ]
    return (f"{counted(len(diff.changes), 'change')}{ENGLISH.colon}", *listed(counts), ".")


def _figures(diff: Diff) -> tuple[Section, ...]:
    """A section with the figures that moved, where there are any."""
    rows = tuple((each.title, each.before, each.after, each.way) for each in figures(diff))
    columns = (
        Column("figure", "Figure", "text"),
        Column("before", "Before", "text"),
        Column("after", "After", "text"),
        Column("way", "Which is", "text"),
    )
    table = Table("figures", "Figures", columns, rows)
    return (Section("before-after", "Before and after", (), (table,)),) if rows else ()


def _section(diff: Diff, chapter: Chapter, address: Address) -> tuple[Section, ...]:
    """A section with the changes of a chapter, where there are any."""
    entries = tuple(_entries(diff, chapter, address))
    if not entries:
        return ()
    return (Section(chapter.key, chapter.title, (), (Listing("", entries),)),)


def _entries(diff: Diff, chapter: Chapter, address: Address) -> Iterator[Entry]:
    for group in grouped(diff):
        found = [each for each in group.changes if chapter_of(diff, each) is chapter]
        if found:
            yield Entry(group.title, tuple(_phrase(diff, each, address) for each in found))


def _phrase(diff: Diff, change: Change, address: Address) -> Phrase:
    """A change in a sentence, with the words that came and went."""
    first, *others = _linked(diff, change, _sentence(diff, change), address)
    if change.effect in {"worse", "better"}:
        return (f"{change.effect.capitalize()}: ", first, *others)
    return (first[:1].upper() + first[1:] if isinstance(first, str) else first, *others)


def _sentence(diff: Diff, change: Change) -> Phrase:
    if said := plainly(diff, change):
        return (f"{_lane(diff, change)}{said}",)
    before, after = (_text(part, change.field) for part in (change.old, change.new))
    if before is None or after is None:
        return (_in_one_line(change.message),)
    word = "in other words" if change.kind == "renamed" else change.field.replace("_", " ")
    if change.new is not None and change.new is not _card(diff, change):
        word = f"the {change.element.replace('_', ' ')} {word}"
    return (f"{word}{ENGLISH.colon}", *_edited(before, after))


def _text(part: Part | None, field: str) -> str | None:
    """A text whose words are compared, as it is read and not as the file quotes it."""
    if part is None or field not in _TEXTS or field not in part.record.keys:
        return None
    value = getattr(part.record, part.record.keys[field].name)
    return value if isinstance(value, str) else None


def _lane(diff: Diff, change: Change) -> str:
    """Whose action it is, before what changed of it; of one that moved the sentence says it."""
    if change.element != "action" or change.kind != "changed" or change.new is None:
        return ""
    return f"{_in_one_line(diff.new.parts[change.new.lane].name)}: "


def _edited(before: str, after: str) -> Iterator[str | Edited]:
    for piece in worded(_in_one_line(before), _in_one_line(after)):
        yield piece.text if piece.kind == "same" else Edited(piece.text, piece.kind)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _linked(diff: Diff, change: Change, sentence: Phrase, address: Address) -> Phrase:
    """The sentence with the card that it is about: in its words, or before them.

    Its step stands above, and its lane before it: no key is needed to tell it apart.
    """
    card = _card(diff, change)
    place = Place(_kind(card), "", card.name, address(change))
    first = sentence[0]
    assert isinstance(first, str)  # noqa: S101 - every sentence begins with our words
    before, quoted, after = first.partition(f"'{card.name}'")
    if quoted:
        return (f"{before}'", place, f"'{after}", *sentence[1:])
    if change.field in _TEXTS and card.kind != "blueprint":
        return (place, ENGLISH.comma, *sentence)
    return sentence


def _card(diff: Diff, change: Change) -> Part:
    """The lane, step or action on whose card a change is seen, else the whole."""
    version, part = (diff.new, change.new) if change.new else (diff.old, change.old)
    assert part is not None  # noqa: S101 - a change has at least one side
    return card_of(version.parts, part)


def card_of(parts: Sequence[Part], part: Part) -> Part:
    """The lane, step or action that is or holds a part, else the whole."""
    while part.kind not in {"lane", "step", "action"} and part.owner != NOWHERE:
        part = parts[part.owner]
    return part


def _kind(part: Part) -> PlaceKind:
    kinds: dict[str, PlaceKind] = {"lane": "lane", "step": "step", "action": "action"}
    return kinds.get(part.kind, "blueprint")
