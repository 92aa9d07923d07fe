"""What lies on what in a picture: cards, arrows and texts on others of their kind or another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from math import atan2, cos, dist, sin

from compare_reading import Box, Found, Line, Point, Text, plain
from compare_told import Told

INSIDE = 3
"""How far inside a card an arrow must be to run through it."""
REACH = 15
"""How far from its card an arrow may end: heads are drawn apart from lines."""
SHARED = 15
"""Length that two arrows must run on one line to lie on each other."""
LEAST_ANGLE = 0.26
"""Radians between two arrows that cross; below they run beside each other."""
CELL = 24
"""Side of a square in which pieces of arrows are held against each other."""


def overlap(one: Box, two: Box, least: float) -> bool:
    return (
        min(one[2], two[2]) - max(one[0], two[0]) > least
        and min(one[3], two[3]) - max(one[1], two[1]) > least
    )


def through(points: Iterable[Point], box: Box, inside: float = INSIDE) -> bool:
    left, top, right, bottom = box
    return any(
        left + inside < x < right - inside and top + inside < y < bottom - inside for x, y in points
    )


def misses(line: Line, boxes: dict[str, Box]) -> bool:
    """Whether an arrow begins or ends away from the card that it belongs to."""
    ends = ((line.start, line.points[0]), (line.end, line.points[-1]))
    return any(name in boxes and _away(point, boxes[name]) > REACH for name, point in ends)


def _away(point: Point, box: Box) -> float:
    x, y = point
    return dist((0, 0), (max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])))


def whole(found: Found) -> list[Line]:
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


def meetings(lines: list[Line], boxes: dict[str, Box]) -> tuple[int, int]:
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


def texts_on_texts(texts: list[Text]) -> int:
    inks = [_ink(box) for text in texts for box in text.boxes]
    return sum(overlap(one, two, 1.5) for one, two in combinations(inks, 2))


def lines_over_texts(lines: list[Line], texts: list[Text], what: Told) -> int:
    """How many texts an arrow runs over; an arrow's own name may stand on it."""
    labels = {plain(arrow.label) for arrow in what.arrows if arrow.label}
    return sum(
        any(through(line.points, _ink(box), 1) for line in lines for box in text.boxes)
        for text in texts
        if not any(plain(text.text) in label for label in labels)
    )


def cut(found: Found, cards: dict[str, Box]) -> int:
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
