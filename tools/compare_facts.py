"""What is measured in a picture: what of the blueprint is in it, and what lies on what.

Every figure comes from coordinates and texts of the picture, by one rule for all tools.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import atan2, cos, dist, sin

from compare_reading import Box, Found, Line, Point, Text
from compare_sources import Card, Told

INSIDE = 3
"""How far inside a card an arrow must be to run through it."""
REACH = 15
"""How far from its card an arrow may end: heads are drawn apart from lines."""
SHARED = 15
"""Length that two arrows must run on one line to lie on each other."""
LEAST_ANGLE = 0.26
"""Radians between two arrows that cross; below they run beside each other."""
CELL = 24

LINES = ("Line of interaction", "Line of visibility", "Line of internal interaction")


def facts(found: Found, what: Told, wanted: dict[str, list[str]]) -> dict[str, object]:
    """All figures of one picture; `wanted` are the texts to look for, by what they are."""
    cards = {what.ids[card.key]: found.boxes.get(what.ids[card.key]) for card in what.cards}
    drawn = {name: box for name, box in cards.items() if box}
    lines = _whole(found)
    crossings, shared = _meetings(lines, found.boxes)
    step_axis = 1 if _is_downward(what, drawn) else 0
    return {
        "width": round(found.width),
        "height": round(found.height),
        "cards": len(drawn),
        "overlapping cards": sum(_overlap(*pair, 1) for pair in combinations(drawn.values(), 2)),
        "steps in order": _in_order(_bands(what.cards, cards, step_axis, what, "step")),
        "lanes in order": _in_order(_bands(what.cards, cards, 1 - step_axis, what, "lane")),
        "steps aligned": _aligned(what, cards, step_axis),
        "links": _links(found, what),
        "arrows through cards": sum(
            _through(line.points, box)
            for line in lines
            for name, box in found.boxes.items()
            if name not in {line.start, line.end}
        ),
        "arrows that miss their card": sum(_misses(line, found.boxes) for line in lines),
        "crossings": crossings,
        "arrows on arrows": shared,
        "texts on texts": _texts_on_texts(found.texts),
        "arrows over texts": _lines_over_texts(lines, found.texts, what),
        "cut texts": _cut(found, drawn),
        "letters": _letters(found, what),
        "emotion curve": found.emotion,
        "three lines": sum(_plain(line) in _said(found) for line in LINES),
        "said": {kind: _how_many(texts, _said(found)) for kind, texts in wanted.items()},
    }


# What is there


def _said(found: Found) -> str:
    return _plain("".join(text.text for text in found.texts))


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _how_many(texts: list[str], said: str) -> list[int]:
    """How many of the texts are there, each as often as it is wanted, and how many are wanted."""
    wanted: dict[str, int] = defaultdict(int)
    for text in texts:
        wanted[_plain(text)] += 1
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
    names = "\n".join(_plain(card.name) for card in what.cards)
    sizes = [text.size for text in found.texts if len(text.text) > 3 and _plain(text.text) in names]
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


# What lies on what


def _overlap(one: Box, two: Box, least: float) -> bool:
    return (
        min(one[2], two[2]) - max(one[0], two[0]) > least
        and min(one[3], two[3]) - max(one[1], two[1]) > least
    )


def _through(points: Iterable[Point], box: Box, inside: float = INSIDE) -> bool:
    left, top, right, bottom = box
    return any(
        left + inside < x < right - inside and top + inside < y < bottom - inside for x, y in points
    )


def _misses(line: Line, boxes: dict[str, Box]) -> bool:
    """Whether an arrow begins or ends away from the card that it belongs to."""
    ends = ((line.start, line.points[0]), (line.end, line.points[-1]))
    return any(name in boxes and _away(point, boxes[name]) > REACH for name, point in ends)


def _away(point: Point, box: Box) -> float:
    x, y = point
    return dist((0, 0), (max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])))


def _whole(found: Found) -> list[Line]:
    """The arrows; pieces that the picture does not join are put together where they meet."""
    if any(line.start for line in found.lines):
        return found.lines
    chains: list[list[Point]] = []
    for line in found.lines:
        for chain in chains:
            if dist(chain[-1], line.points[0]) < 1:
                chain.extend(line.points)
                break
            if dist(chain[0], line.points[-1]) < 1:
                chain[:0] = line.points
                break
        else:
            chains.append(list(line.points))
    return [Line("", "", chain) for chain in chains]


def _meetings(lines: list[Line], boxes: dict[str, Box]) -> tuple[int, int]:
    """How often two arrows cross, and how many pairs lie on each other without a common end."""
    crossings: dict[tuple[int, int], list[Point]] = defaultdict(list)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for (one, start, end), (two, other_start, other_end) in _near(lines):
        pair = (one, two)
        point = _crossing(start, end, other_start, other_end)
        if point and not _at_common_end(lines[one], lines[two], point, boxes):
            if all(dist(point, known) > 6 for known in crossings[pair]):
                crossings[pair].append(point)
        elif _on(start, end, other_start, other_end) and not _common(lines[one], lines[two]):
            shared[pair] += dist(start, end)
    return sum(map(len, crossings.values())), sum(length > SHARED for length in shared.values())


Piece = tuple[int, Point, Point]


def _near(lines: list[Line]) -> Iterator[tuple[Piece, Piece]]:
    """Pieces of two arrows that are in one cell of a fine grid, each two once."""
    cells: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for number, line in enumerate(lines):
        for start, end in pairwise(line.points):
            piece = (number, start, end)
            for cell in {(int(x // CELL), int(y // CELL)) for x, y in (start, end)}:
                cells[cell].append(piece)
    seen = set()
    for pieces in cells.values():
        for one, two in combinations(pieces, 2):
            if one[0] != two[0]:
                pair = (one, two) if one[0] < two[0] else (two, one)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where two pieces cross at an angle that is seen."""
    across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if not across or abs(sin(_angle(a, b) - _angle(c, d))) < LEAST_ANGLE:
        return None
    along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
    other = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
    if 0 <= along <= 1 and 0 <= other <= 1:
        return a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])
    return None


def _angle(start: Point, end: Point) -> float:
    return atan2(end[1] - start[1], end[0] - start[0])


def _on(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the middle of a piece lies on the other piece and runs the same way."""
    turn = _angle(a, b) - _angle(c, d)
    if abs(sin(turn)) > 0.1 or a == b:
        return False
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    way = _angle(c, d)
    dx, dy = middle[0] - c[0], middle[1] - c[1]
    along, aside = dx * cos(way) + dy * sin(way), dy * cos(way) - dx * sin(way)
    return 0 <= along < dist(c, d) and abs(aside) < 1


def _common(one: Line, two: Line) -> bool:
    return bool({one.start, one.end} & {two.start, two.end} - {""})


def _at_common_end(one: Line, two: Line, point: Point, boxes: dict[str, Box]) -> bool:
    """Whether two arrows meet where both begin or end, or where one of them ends."""
    common = {one.start, one.end} & {two.start, two.end} & set(boxes)
    if any(_away(point, boxes[name]) < REACH for name in common):
        return True
    ends = (one.points[0], one.points[-1], two.points[0], two.points[-1])
    return any(dist(point, end) < 2 for end in ends)


# Texts


def _ink(box: Box) -> Box:
    """About where the letters of a line are: fonts ask for more room above and below."""
    room = (box[3] - box[1]) * 0.22
    return box[0], box[1] + room, box[2], box[3] - room


def _texts_on_texts(texts: list[Text]) -> int:
    inks = [_ink(box) for text in texts for box in text.boxes]
    return sum(_overlap(one, two, 1.5) for one, two in combinations(inks, 2))


def _lines_over_texts(lines: list[Line], texts: list[Text], what: Told) -> int:
    """How many texts an arrow runs over; an arrow's own name may stand on it."""
    labels = {_plain(arrow.label) for arrow in what.arrows if arrow.label}
    return sum(
        any(_through(line.points, _ink(box), 1) for line in lines for box in text.boxes)
        for text in texts
        if not any(_plain(text.text) in label for label in labels)
    )


def _cut(found: Found, cards: dict[str, Box]) -> int:
    """How many lines of text stand out of their card or of the picture."""
    page = (0, 0, found.width, found.height)
    count = 0
    for text in found.texts:
        for box in map(_ink, text.boxes):
            middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            around = [card for card in cards.values() if _away(middle, card) == 0]
            count += any(_sticks_out(box, outer) for outer in [*around[:1], page])
    return count


def _sticks_out(inner: Box, outer: Box) -> bool:
    return (
        inner[0] < outer[0] - 1
        or inner[1] < outer[1] - 1
        or inner[2] > outer[2] + 1
        or inner[3] > outer[3] + 1
    )
