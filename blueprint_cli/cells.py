"""What a blueprint says, cell by cell, for whoever reads it and does not look at a picture."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from blueprint_cli.layout.blocks import Note
from blueprint_cli.layout.details import action_details, lane_details, step_details
from blueprint_cli.layout.lines import lines_above
from blueprint_cli.layout.marks import marks
from blueprint_cli.layout.strips import strips_before
from blueprint_cli.look import Look
from blueprint_cli.model import Action, Blueprint, Lane, Step
from blueprint_cli.phrases import duration
from blueprint_cli.reading.references import Index
from blueprint_cli.step_times import Spell, step_times
from blueprint_cli.ways import Ways, ways

_ANY_WIDTH = 1000.0


class Fact(NamedTuple):
    """A text about something; of a mark also its kind, and the letter of its sign if it has one."""

    text: str
    mark: str = ""
    letter: str = ""


class Entry(NamedTuple):
    """An action: what is to be said of it, and its links; the rest is as in a `Heading`."""

    id: str
    classes: tuple[str, ...]
    name: str
    look: str
    facts: tuple[Fact, ...]
    ways: tuple[Ways, ...]


class Cell(NamedTuple):
    """What stands at one row and column: facts, or actions."""

    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()


class Heading(NamedTuple):
    """What stands at a row or column, or over several; `role` is what a lane of another name is.

    `id` and `classes` are those of the picture; `look` is the name of the colours, `lane-2`.
    """

    id: str
    classes: tuple[str, ...]
    name: str
    role: str = ""
    look: str = ""


class Line(NamedTuple):
    """A heading and its cells."""

    heading: Heading
    cells: tuple[Cell, ...]


class Zone(NamedTuple):
    """Rows or columns that stand together; `titles` are empty where nothing stands over them."""

    titles: tuple[Heading, ...]
    headings: tuple[Heading, ...]


class Grid(NamedTuple):
    """The whole table: `cells` are rows of as many cells as there are headings of columns."""

    columns: tuple[Zone, ...]
    rows: tuple[Zone, ...]
    cells: tuple[tuple[Cell, ...], ...]


def grid(blueprint: Blueprint, index: Index, look: Look) -> Grid:
    """Steps as columns and lanes as rows, or the other way round, as `look` says."""
    blocks = [
        ((), tuple(_strips(blueprint, index, look))),
        *_lanes(blueprint, index, look),
        ((Heading("times", ("times",), look.words.time),), tuple(_times(blueprint, index, look))),
    ]
    blocks = [(titles, lines) for titles, lines in blocks if lines]
    lanes = tuple(Zone(titles, tuple(each.heading for each in lines)) for titles, lines in blocks)
    cells = tuple(line.cells for _, lines in blocks for line in lines)
    steps = tuple(_steps(blueprint, index, look))
    if not any(row[0] != Cell() for row in cells):
        steps, cells = steps[1:], tuple(row[1:] for row in cells)
    if look.direction == "lr":
        return Grid(steps, lanes, cells)
    return Grid(lanes, steps, tuple(zip(*cells, strict=True)))


# Steps


def _steps(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Zone]:
    """First what is said of the lanes, then the steps, phase by phase."""
    yield Zone((), (_details(look),))
    numbered = zip(index.step_keys, blueprint.steps, strict=True)
    if "phases" not in look.shown:
        yield Zone((), tuple(_step(key, step) for key, step in numbered))
        return
    for phase, steps in groupby(numbered, lambda each: each[1].phase):
        titles = (Heading("", ("phase",), phase),) if phase else ()
        yield Zone(titles, tuple(_step(key, step) for key, step in steps))


def _step(key: str, step: Step) -> Heading:
    return Heading(f"step:{key}", ("step",), step.name)


def _details(look: Look) -> Heading:
    return Heading("", ("details",), look.words.parts["details"])


# What is said of the steps


def _strips(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Line]:
    said = [
        (*_facts(step_details(step, look)), *_facts(marks(step, look)), *_note(step, look))
        for step in blueprint.steps
    ]
    yield from _strip(_details(look), said)
    words = look.words
    if "emotion" in look.shown:
        felt = [
            () if step.emotion is None else (Fact(words.feelings[step.emotion + 2]),)
            for step in blueprint.steps
        ]
        yield from _strip(Heading("emotion", ("emotion",), words.emotion), felt)
    for strip in strips_before(blueprint, index, look, _ANY_WIDTH):
        texts = [
            tuple(_facts(paragraph.note for paragraph in cell.paragraphs)) for cell in strip.cells
        ]
        if strip.key == "emotion":
            yield from _strip(Heading("thoughts", ("thoughts",), words.thoughts), texts)
        else:
            yield from _strip(Heading(strip.key, (strip.key,), strip.title), texts)


def _times(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Line]:
    if "time" not in look.shown:
        return
    words = look.words
    times = step_times(blueprint, index)
    for kind, name, spells in (
        ("wait", words.marks["wait"], [time.wait for time in times]),
        ("in-sight", words.in_sight, [time.in_sight for time in times]),
        ("behind", words.behind, [time.behind for time in times]),
        ("total", words.total, [time.total for time in times]),
    ):
        told = [_spell(spell, look) for spell in spells]
        yield from _strip(Heading(f"times:{kind}", ("time", kind), name), told)


def _spell(spell: Spell | None, look: Look) -> tuple[Fact, ...]:
    return (Fact(duration(look.words, *spell)),) if spell else ()


def _strip(heading: Heading, texts: Sequence[tuple[Fact, ...]]) -> Iterator[Line]:
    """One line, but none where no step has anything to say."""
    if any(texts):
        yield Line(heading, (Cell(), *(Cell(facts) for facts in texts)))


# Lanes


def _lanes(
    blueprint: Blueprint, index: Index, look: Look
) -> Iterator[tuple[tuple[Heading, ...], tuple[Line, ...]]]:
    """The lanes between two of the three lines, under the name of the line before them."""
    entries = _entries(blueprint, index, look)
    above = lines_above([lane.role for lane in blueprint.lanes])
    titles: tuple[Heading, ...] = ()
    lines: list[Line] = []
    for number, (lane, key) in enumerate(zip(blueprint.lanes, index.lane_keys, strict=True)):
        if above[number]:
            yield titles, tuple(lines)
            lines = []
            titles = tuple(
                Heading(f"line:{line.name}", ("line", line.name), look.words.lines[line.name])
                for line in above[number]
            )
        cells = (
            Cell(entries=tuple(entries.get((number, step), ())))
            for step in range(len(blueprint.steps))
        )
        about = Cell((*_lane_facts(lane, look), *_note(lane, look)))
        lines.append(Line(_lane(key, number, lane, look), (about, *cells)))
    yield titles, tuple(lines)


def _lane(key: str, number: int, lane: Lane, look: Look) -> Heading:
    role = look.words.roles[lane.role]
    if role.casefold() == lane.name.casefold():
        role = ""
    return Heading(f"lane:{key}", ("lane", f"role-{lane.role}"), lane.name, role, _look(number))


def _look(number: int) -> str:
    return f"lane-{number}"


def _lane_facts(lane: Lane, look: Look) -> Iterator[Fact]:
    """All but the role, which is said at the name."""
    role = look.words.roles[lane.role]
    return (fact for fact in _facts(lane_details(lane, look)) if fact.text != role)


def _entries(
    blueprint: Blueprint, index: Index, look: Look
) -> Mapping[tuple[int, int], list[Entry]]:
    """The actions of each lane and step."""
    names = {key: resource.name for key, resource in index.resources.items()}
    linked = ways(blueprint, index, look)
    entries: dict[tuple[int, int], list[Entry]] = {}
    for placed in index.actions:
        action = placed.action
        facts = (
            *_facts(action_details(action, (), names, look)),
            *_facts(marks(action, look)),
            *_note(action, look),
        )
        entry = Entry(
            f"action:{placed.key}",
            ("action", f"role-{blueprint.lanes[placed.lane].role}"),
            action.name,
            _look(placed.lane),
            facts,
            linked.get(placed.key, ()),
        )
        entries.setdefault((placed.lane, placed.step), []).append(entry)
    return entries


# Facts


def _facts(notes: Iterable[Note]) -> Iterator[Fact]:
    """What is said in a picture; a mark is told with its kind, which there only its sign shows."""
    for note in notes:
        for sign in note.tally:
            yield Fact(sign.title, sign.kind, sign.letter)
        if note.sign and note.sign.times:
            yield Fact(note.sign.title or note.text, note.sign.kind, note.sign.letter)
        elif note.text:
            yield Fact(note.text)


def _note(element: Step | Lane | Action, look: Look) -> Iterator[Fact]:
    if element.note and "details" in look.shown:
        yield Fact(element.note)
