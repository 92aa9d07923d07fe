"""What a table says of the steps themselves, above and below the lanes."""

from collections.abc import Iterator, Sequence

from blueprint_cli.cells.parts import Cell, Fact, Heading, Line, facts_of, note_of
from blueprint_cli.layout.details import step_details
from blueprint_cli.layout.marks import marks
from blueprint_cli.layout.strips import strips_before
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint, Step
from blueprint_cli.phrases import duration
from blueprint_cli.ranges import Range
from blueprint_cli.reading.references import Index
from blueprint_cli.step_times import step_times

_ANY_WIDTH = 1000.0
"""A picture's strips are broken into lines, a table's are not."""


def details(look: Look) -> Heading:
    """The heading of what is said of a step or a lane itself."""
    name = look.words.parts["details"]
    return Heading("", ("details",), name[:1].upper() + name[1:])


def said_before(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Line]:
    """What is said of the steps, what customers feel and think, what they meet."""
    said = [
        (*facts_of(step_details(step, look)), *facts_of(marks(step, look)), *note_of(step, look))
        for step in blueprint.steps
    ]
    yield from _line(details(look), said)
    if "emotion" in look.shown:
        felt = [_feeling(step, look) for step in blueprint.steps]
        yield from _line(Heading("emotion", ("emotion",), look.words.emotion), felt)
    for strip in strips_before(blueprint, index, look, _ANY_WIDTH):
        heading = Heading(strip.key, (strip.key,), strip.title)
        if strip.key == "emotion":
            heading = Heading("thoughts", ("thoughts",), look.words.thoughts)
        texts = [[paragraph.note for paragraph in cell.paragraphs] for cell in strip.cells]
        yield from _line(heading, [tuple(facts_of(notes)) for notes in texts])


def _feeling(step: Step, look: Look) -> tuple[Fact, ...]:
    if step.emotion is None:
        return ()
    return (Fact(look.words.feelings[step.emotion + 2]),)


def said_after(blueprint: Blueprint, index: Index, look: Look) -> Iterator[Line]:
    """What takes how long."""
    if "time" not in look.shown:
        return
    words = look.words
    times = step_times(blueprint, index)
    for kind, name, spells in (
        ("wait", words.marks["wait"], [time.wait for time in times]),
        ("in-sight", words.in_sight, [time.in_sight for time in times]),
        ("behind", words.behind, [time.behind for time in times]),
        ("total", words.total, [time.total if time.written else None for time in times]),
    ):
        told = [_length(spell, look) for spell in spells]
        yield from _line(Heading(f"times:{kind}", ("time", kind), name), told)


def _length(spell: Range | None, look: Look) -> tuple[Fact, ...]:
    return (Fact(duration(look.words, *spell)),) if spell else ()


def _line(heading: Heading, texts: Sequence[tuple[Fact, ...]]) -> Iterator[Line]:
    """One line, but none where there is nothing to say at any step."""
    if any(texts):
        yield Line(heading, (Cell(), *map(Cell, texts)))
