"""What a table of a blueprint is made of: headings, cells, and what stands in them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.cells.ways import Ways
from blueprint_cli.layout.blocks import Note
from blueprint_cli.look import Look
from blueprint_cli.model import Action, Lane, Step


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
    href: str
    facts: tuple[Fact, ...]
    ways: tuple[Ways, ...]


class Cell(NamedTuple):
    """What stands at one row and column: facts, or actions."""

    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()


class Heading(NamedTuple):
    """What stands at a row or column, or over several; `role` is what a lane of another name is.

    `id` and `classes` are those of the picture; `look` is the name of the colours, `lane-2`. `href`
    leads to a more detailed blueprint.
    """

    id: str
    classes: tuple[str, ...]
    name: str
    role: str = ""
    look: str = ""
    href: str = ""


class Line(NamedTuple):
    """What runs along the steps: a heading, a cell about the lane itself, and one a step."""

    heading: Heading
    cells: tuple[Cell, ...]


class Band(NamedTuple):
    """Lines that stand together, and what stands over them."""

    titles: tuple[Heading, ...]
    lines: tuple[Line, ...]


def facts_of(notes: Iterable[Note]) -> Iterator[Fact]:
    """What is said in a picture; a mark is told with its kind, which there only its sign shows."""
    for note in notes:
        for sign in note.tally:
            yield Fact(sign.title, sign.kind, sign.letter)
        if note.sign and note.sign.times:
            yield Fact(note.sign.title or note.text, note.sign.kind, note.sign.letter)
        elif note.text:
            yield Fact(note.text)


def note_of(element: Step | Lane | Action, look: Look) -> Iterator[Fact]:
    """What else is to be said, which a picture has no room for."""
    if element.note and "details" in look.shown:
        yield Fact(element.note)
