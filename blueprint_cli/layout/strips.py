"""The strips beside the lanes: what customers feel, what they meet, and what takes how long.

A strip has one cell a step. With steps as columns it is a row, with steps as rows a column.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Bar, Block, Note, block
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint, PainPoint, Step
from blueprint_cli.phrases import duration, quoted
from blueprint_cli.ranges import Range
from blueprint_cli.reading.references import Index
from blueprint_cli.step_times import StepTime, step_times


class Strip(NamedTuple):
    """A name, a text for each step, and the steps' emotions where they are drawn as a curve.

    `key` is the strip's id and class in the picture.
    """

    key: str
    title: str
    cells: tuple[Block, ...]
    emotions: tuple[int | None, ...] = ()

    @property
    def curved(self) -> int:
        """What the curve takes up across the strip."""
        return sizes.CURVE if self.emotions else 0


def strips_before(
    blueprint: Blueprint, index: Index, look: Look, width: float
) -> tuple[Strip, ...]:
    """The strips between the steps and the lanes, their texts broken at `width`."""
    return tuple(_feelings(blueprint, index, look, width)) + tuple(_met(blueprint, look, width))


def strips_after(blueprint: Blueprint, index: Index, look: Look, width: float) -> tuple[Strip, ...]:
    """The strips behind the last lane, their texts broken at `width`."""
    return tuple(_times(blueprint, index, look, width))


def narrowed(strip: Strip) -> Strip:
    """A strip no wider than its widest text."""
    width = sizes.on_grid(max(cell.widest for cell in strip.cells))
    return strip._replace(cells=tuple(cell._replace(width=width) for cell in strip.cells))


def _strip(key: str, title: str, cells: Iterable[Iterable[Note]], width: float) -> Strip:
    return Strip(key, title, tuple(block("", notes, width, sizes.QUIET_TEXT) for notes in cells))


def _feelings(blueprint: Blueprint, index: Index, look: Look, width: float) -> Iterator[Strip]:
    steps = blueprint.steps
    thoughts: list[list[Note]] = [[] for _ in steps]
    if "thoughts" in look.shown:
        thoughts = _thoughts(blueprint, index, look)
    emotions = tuple(step.emotion for step in steps) if "emotion" in look.shown else ()
    felt = any(emotion is not None for emotion in emotions)
    if felt or any(thoughts):
        title = look.words.emotion if felt else look.words.thoughts
        strip = _strip("emotion", title, thoughts, width)
        yield strip._replace(emotions=emotions if felt else ())


def _thoughts(blueprint: Blueprint, index: Index, look: Look) -> list[list[Note]]:
    """What customers think and feel at each step, and what they say of its pain points."""
    pains: list[list[PainPoint]] = [list(step.pain_points) for step in blueprint.steps]
    for placed in index.actions:
        pains[placed.step] += placed.action.pain_points
    return [
        [
            *_thinks(step, look),
            *(Note(quoted(look.words, pain.quote)) for pain in pain_points if pain.quote),
        ]
        for step, pain_points in zip(blueprint.steps, pains, strict=True)
    ]


def _thinks(step: Step, look: Look) -> Iterator[Note]:
    if step.feels:
        yield Note(step.feels, strong=True)
    if step.thinks:
        yield Note(quoted(look.words, step.thinks))


def _met(blueprint: Blueprint, look: Look, width: float) -> Iterator[Strip]:
    """What the customer meets: the evidence, where no lane holds it."""
    if "evidence" not in look.shown:
        return
    cells = [
        [Note(each) for each in (*step.touchpoint, *_channels(step, look))]
        for step in blueprint.steps
    ]
    if any(cells):
        held = any(lane.role == "evidence" for lane in blueprint.lanes)
        title = look.words.touchpoints if held else look.words.evidence
        yield _strip("evidence", title, cells, width)


def _channels(step: Step, look: Look) -> Iterator[str]:
    if step.channel:
        yield look.words.via.format(look.words.comma.join(step.channel))


def _times(blueprint: Blueprint, index: Index, look: Look, width: float) -> Iterator[Strip]:
    times = step_times(blueprint, index) if "time" in look.shown else ()
    if not any(time.written for time in times):
        return
    longest = max(
        spell.most for time in times for spell in (time.wait, time.in_sight, time.behind) if spell
    )
    cells = [tuple(_told(time, longest or 1.0, look)) for time in times]
    yield _strip("times", look.words.time, cells, width)


def _told(time: StepTime, longest: float, look: Look) -> Iterator[Note]:
    """The times of a step, each with its bar, and the customer's time so far."""
    words = look.words
    for kind, title, spell in (
        ("wait", words.marks["wait"], time.wait),
        ("in-sight", words.in_sight, time.in_sight),
        ("behind", words.behind, time.behind),
    ):
        if spell:
            bar = Bar(spell.least / longest, spell.most / longest, kind)
            yield Note(_named(title, spell, look), bar=bar)
    if time.total and time.written:
        yield Note(_named(words.total, time.total, look), strong=True)


def _named(title: str, spell: Range, look: Look) -> str:
    return f"{title}{look.words.colon}{duration(look.words, spell.least, spell.most)}"
