"""What a screen reader is told of a picture: in which order, as lists of what, under which names.

The order is that of the document: title, phases, lanes and steps, then each step's cards, lane by
lane, then lines and links, and the legend last.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal, NamedTuple

from blueprint_cli.drawing import Drawing, Label, Path, Shape

Element = Shape | Path
Role = Literal["item", "object", "symbol", "plain", "none"]

ROLES: Mapping[Role, str] = {
    "item": ' role="listitem"',
    "object": ' role="graphics-object group"',
    "symbol": ' role="graphics-symbol img"',
    "plain": "",
    "none": ' aria-hidden="true"',
}
"""As attributes: roles of the WAI-ARIA Graphics Module, each with an older one to fall back on."""

_LISTED = frozenset({"phase", "lane", "step", "action"})
_SYMBOLS = frozenset({"mark", "feeling", "line", "link", "legend"})
_SEEN_ONLY = frozenset({"line-name", "legend-sample", "legend-text", "sign"})
"""Groups whose words another group has: the line, the legend, the mark."""
_FIGURES = frozenset({"feeling"})
"""Signs whose figures say what their titles say in words."""


class Run(NamedTuple):
    """Elements that follow each other and belong together; no `role` where they are no list."""

    role: Literal["list", "object", ""]
    name: str
    elements: tuple[Element, ...]
    runs: "tuple[Run, ...]" = ()


def role_of(element: Element, around: Element | None = None) -> Role:
    """What the element is: an item of a list, something made of parts, a sign, or only looks.

    `around` is what it is a part of. What has words and no name is `plain`: its words belong to
    what is around it.
    """
    kind = _kind(element)
    if kind in _LISTED:
        return "item"
    if kind in _SEEN_ONLY or not says_something(element):
        return "none"
    if element.title:
        return "symbol" if kind in _SYMBOLS and _says_all(element, element.title) else "object"
    repeats = around and _kind(around) not in _LISTED and _says_all(element, around.title)
    return "none" if repeats else "plain"


def _kind(element: Element) -> str:
    return element.classes[0] if element.classes else ""


def _says_all(element: Element, title: str) -> bool:
    return all(said(label.text, title) for label in _labels(element))


def says_something(element: Element) -> bool:
    """Whether there are words in it, its own or those of a part."""
    if element.title or (isinstance(element, Shape) and element.labels):
        return True
    return any(says_something(part) for part in element.parts)


def said(text: str, title: str) -> bool:
    """Whether the title says what the text says; lines do not count, nor the sign in `×2`."""
    text = text.removeprefix("×")
    return text in title or text.replace(" ", "") in title.replace(" ", "")


def _labels(element: Element) -> Iterator[Label]:
    if isinstance(element, Shape) and _kind(element) not in _SEEN_ONLY | _FIGURES:
        yield from element.labels
    for part in element.parts:
        yield from _labels(part)


def runs(drawing: Drawing) -> Iterator[Run]:
    """All elements in the order in which they are read."""
    titles = {shape.id: shape.title for shape in drawing.shapes}
    for key, elements in groupby(_ordered(drawing), _belongs):
        if key == "cards":
            yield from _steps(elements, titles)
        else:
            yield Run("list" if key in _LISTED else "", "", tuple(elements))


def _ordered(drawing: Drawing) -> Iterator[Element]:
    everything: tuple[Element, ...] = (*drawing.shapes, *drawing.paths)
    yield from (it for it in everything if not _kind(it).startswith("legend"))
    yield from (it for it in everything if _kind(it).startswith("legend"))


def _belongs(element: Element) -> str:
    kind = _kind(element)
    if kind == "action":
        return "cards"
    return "lane" if kind == "lane-stripe" else kind if kind in _LISTED else ""


def _steps(cards: Iterable[Element], titles: Mapping[str, str]) -> Iterator[Run]:
    """One run a step, and in it a list of the cards of each lane."""
    for step, found in groupby(cards, lambda card: _place(card)[0]):
        lanes = tuple(
            Run("list", titles.get(f"lane:{lane}", ""), tuple(group))
            for lane, group in groupby(found, lambda card: _place(card)[1])
        )
        yield Run("object", titles.get(f"step:{step}", ""), (), lanes)


def _place(card: Element) -> tuple[str, str]:
    """The step and the lane that a card's id names, `action:step.lane.action`."""
    step, _, rest = card.id.partition(":")[2].partition(".")
    return step, rest.partition(".")[0]
