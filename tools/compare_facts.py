"""What is measured in a picture: what of the blueprint is in it, and what lies on what.

Every figure comes from coordinates and texts of the picture, by one rule for all tools.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from compare_collisions import (
    cut,
    lines_over_texts,
    meetings,
    misses,
    overlap,
    texts_on_texts,
    through,
    whole,
)
from compare_reading import Box, Found, plain
from compare_told import Card, Told

LINES = ("Line of interaction", "Line of visibility", "Line of internal interaction")


def facts(found: Found, what: Told, wanted: dict[str, list[str]]) -> dict[str, object]:
    """All figures of one picture; `wanted` are the texts to look for, by what they are."""
    cards = {what.ids[card.key]: found.boxes.get(what.ids[card.key]) for card in what.cards}
    drawn = {name: box for name, box in cards.items() if box}
    lines = whole(found)
    crossings, shared = meetings(lines, found.boxes)
    step_axis = 1 if _is_downward(what, drawn) else 0
    return {
        "width": round(found.width),
        "height": round(found.height),
        "cards": len(drawn),
        "overlapping cards": sum(overlap(*pair, 1) for pair in combinations(drawn.values(), 2)),
        "steps in order": _in_order(_bands(what.cards, cards, step_axis, what, "step")),
        "lanes in order": _in_order(_bands(what.cards, cards, 1 - step_axis, what, "lane")),
        "steps aligned": _aligned(what, cards, step_axis),
        "links": _links(found, what),
        "arrows through cards": sum(
            through(line.points, box)
            for line in lines
            for name, box in found.boxes.items()
            if name not in {line.start, line.end}
        ),
        "arrows that miss their card": sum(misses(line, found.boxes) for line in lines),
        "crossings": crossings,
        "arrows on arrows": shared,
        "texts on texts": texts_on_texts(found.texts),
        "arrows over texts": lines_over_texts(lines, found.texts, what),
        "cut texts": cut(found, drawn),
        "letters": _letters(found, what),
        "emotion curve": found.emotion,
        "three lines": sum(plain(line) in _said(found) for line in LINES),
        "said": {kind: _how_many(texts, _said(found)) for kind, texts in wanted.items()},
    }


# What is there


def _said(found: Found) -> str:
    return plain("".join(text.text for text in found.texts))


def _how_many(texts: list[str], said: str) -> list[int]:
    """How many of the texts are there, each as often as it is wanted, and how many are wanted."""
    wanted: dict[str, int] = defaultdict(int)
    for text in texts:
        wanted[plain(text)] += 1
    return [sum(min(said.count(text), count) for text, count in wanted.items()), len(texts)]


def _links(found: Found, what: Told) -> list[int]:
    """How many of the blueprint's arrows are drawn, how many it has, how many nobody wrote."""
    drawn = [(line.start, line.end) for line in found.lines if line.start]
    if not drawn:  # PlantUML's activities: from each card to the next and nowhere else
        drawn = [(what.ids[one.key], what.ids[two.key]) for one, two in pairwise(what.cards)]
    left = list(drawn)
    for arrow in what.arrows:
        pair = (what.ids[arrow.start], what.ids[arrow.end])
        ways = (pair, pair[::-1]) if arrow.kind == "agrees_with" else (pair,)
        way = next((way for way in ways if way in left), None)
        if way:
            left.remove(way)
    return [len(drawn) - len(left), len(what.arrows), len(left)]


def _letters(found: Found, what: Told) -> float:
    """Size of the letters of cards' names when the picture is 1,600 wide."""
    names = "\n".join(plain(card.name) for card in what.cards)
    sizes = [text.size for text in found.texts if len(text.text) > 3 and plain(text.text) in names]
    return round(max(sizes, key=sizes.count, default=0) * 1600 / found.width, 1)


# Lanes and steps


def _is_downward(what: Told, boxes: dict[str, Box]) -> bool:
    """Whether steps follow each other from top to bottom: the way in which cards move more."""
    ends = [
        [boxes[what.ids[card.key]] for card in what.cards if card.step == step.step]
        for step in (what.steps[0], what.steps[-1])
        if any(card.step == step.step and what.ids[card.key] in boxes for card in what.cards)
    ]
    if len(ends) < 2:
        return False
    one, two = (tuple(sum(box[at] for box in end) / len(end) for at in (0, 1)) for end in ends)
    return abs(two[1] - one[1]) > abs(two[0] - one[0])


def _bands(
    cards: Sequence[Card], boxes: dict[str, Box | None], axis: int, what: Told, key: str
) -> list[tuple[float, float]]:
    """From where to where each step's or lane's cards reach; one without cards has no band."""
    bands: dict[int, list[Box]] = defaultdict(list)
    for card in cards:
        box = boxes[what.ids[card.key]]
        if box:
            bands[getattr(card, key)].append(box)
    return [
        (min(box[axis] for box in found), max(box[axis + 2] for box in found))
        for _, found in sorted(bands.items())
    ]


def _in_order(bands: list[tuple[float, float]]) -> list[int]:
    """How many bands lie behind all before and before all behind, and how many there are."""
    kept = sum(
        all(other[1] <= band[0] + 1 for other in bands[:at])
        and all(other[0] >= band[1] - 1 for other in bands[at + 1 :])
        for at, band in enumerate(bands)
    )
    return [kept, len(bands)]


def _aligned(what: Told, boxes: dict[str, Box | None], axis: int) -> list[int]:
    """Of how many steps the cells stand in one column, so that a line goes through them all."""
    kept = 0
    for step in what.steps:
        cells: dict[int, list[Box]] = defaultdict(list)
        for card in what.cards:
            box = boxes[what.ids[card.key]]
            if card.step == step.step and box:
                cells[card.lane].append(box)
        spans = [
            (min(box[axis] for box in cell), max(box[axis + 2] for box in cell))
            for cell in cells.values()
        ]
        kept += not spans or max(span[0] for span in spans) < min(span[1] for span in spans)
    return [kept, len(what.steps)]
