"""One picture from start to end: what of a blueprint is wished for, laid out in the wished look."""

from collections.abc import Iterator, Mapping

from blueprint_cli.exporters import Made
from blueprint_cli.fading import faded
from blueprint_cli.languages import language
from blueprint_cli.layout import lay_out
from blueprint_cli.look import Look
from blueprint_cli.look_words import IN_ORDER
from blueprint_cli.model import Blueprint
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.references import Index
from blueprint_cli.rendering.wish import Wish
from blueprint_cli.slicing import Sliced, sliced
from blueprint_cli.tracing import action_meant, traced
from blueprint_cli.words import Words


def made(blueprint: Blueprint, index: Index, wish: Wish, addresses: Mapping[str, str]) -> Made:
    """The picture of a blueprint without errors, and what it was made from.

    `addresses` are those of `Look`. Raises `Trouble` where the wish names what is not there.
    """
    words = language(wish.language, _texts(blueprint, index))
    focus = None if wish.focus is None else action_meant(blueprint, index, wish.focus)
    part = sliced(blueprint, index, wish.slice, words)
    look = Look(
        theme=wish.theme,
        words=words,
        direction=wish.direction,
        shown=wish.shown,
        implied=wish.implied and not index.links,
        remarks=_remarks(part, focus, wish, words),
        addresses=addresses,
    )
    drawing = lay_out(part.blueprint, part.keys, look)
    if focus is not None:
        drawing = faded(drawing, traced(index, focus))
    return Made(part.blueprint, part.keys, look, drawing)


def _texts(blueprint: Blueprint, index: Index) -> Iterator[str]:
    """The texts that tell in which language a blueprint is written."""
    yield blueprint.name
    yield from (element.name for element in (*blueprint.lanes, *blueprint.steps))
    yield from (placed.action.name for placed in index.actions)


def _remarks(part: Sliced, focus: str | None, wish: Wish, words: Words) -> tuple[str, ...]:
    """What the picture says below its title about all that it does not show."""
    hidden = [words.parts[name] for name in IN_ORDER if name not in wish.shown]
    left_out = (words.left_out.format(words.comma.join(hidden)),) if hidden else ()
    names = {placed.key: placed.action.name for placed in part.keys.actions}
    if focus is None:
        return (*part.remarks, *left_out)
    if focus not in names:
        raise Trouble(
            f"the action '{wish.focus}' is not in the part that is drawn",
            "leave out `--focus`, or name its lane and step too",
        )
    return (*part.remarks, *left_out, words.focus.format(names[focus]))
