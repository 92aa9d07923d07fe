"""What must hold of every picture: each check gives what it found wrong in a `Drawing`."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from blueprint_cli.dot import all_parts
from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.lettering import measure

SLACK = 0.01
APART = 8
"""Two arrows that meet one edge keep this distance, so that their heads can be told apart."""
_SOLID = {"action", "step", "phase", "title-block", "legend", "line-name"}
"""Shapes that stand alone: none of them may touch another."""


Point = tuple[float, float]


class Run(NamedTuple):
    """A straight stretch of a path."""

    path: str
    x1: float
    y1: float
    x2: float
    y2: float


def faults(drawing: Drawing) -> list[str]:
    """Everything that is wrong with a picture, as sentences."""
    return [
        *overlaps(drawing),
        *texts_out_of_place(drawing),
        *parts_out_of_place(drawing),
        *outside(drawing),
        *slanted(drawing),
        *through_cards(drawing),
        *cut_by_rules(drawing),
        *shared_stretches(drawing),
        *parted_trunks(drawing),
        *loose_ends(drawing),
        *stray_labels(drawing),
        *stray_hops(drawing),
        *repeated_ids(drawing),
    ]


def overlaps(drawing: Drawing) -> Iterator[str]:
    """Two cards, headers or labels that share a place."""
    solid = sorted((s for s in drawing.shapes if _SOLID & set(s.classes)), key=lambda s: s.x)
    active: list[Shape] = []
    for shape in solid:
        active = [other for other in active if other.right > shape.x + SLACK]
        for other in active:
            if shape.y < other.bottom - SLACK and other.y < shape.bottom - SLACK:
                yield f"{shape.id} overlaps {other.id}"
        active.append(shape)
    bands = [shape for shape in drawing.shapes if "lane" in shape.classes]
    for one, two in combinations(bands, 2):
        beside = one.right <= two.x + SLACK or two.right <= one.x + SLACK
        if not beside and two.y < one.bottom - SLACK and one.y < two.bottom - SLACK:
            yield f"{two.id} overlaps {one.id}"


def texts_out_of_place(drawing: Drawing) -> Iterator[str]:
    """Lines of text that leave their box, stand on one another, or that an arrow runs through."""
    shapes, _ = all_parts(drawing)
    boxes = [
        (*box, shape) for shape in shapes for label in shape.labels for box in text_lines(label)
    ]
    for left, top, right, bottom, text, shape in boxes:
        inside = (
            left >= shape.x - SLACK
            and right <= shape.right + SLACK
            and top >= shape.y - SLACK
            and bottom <= shape.bottom + SLACK
        )
        if not inside:
            yield f"{_called(shape)}: {text!r} leaves its box"
    active: list[tuple[float, float, float, float, str, Shape]] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        active = [other for other in active if other[3] > box[1] + SLACK]
        for other in active:
            if box[0] < other[2] - SLACK and other[0] < box[2] - SLACK:
                yield f"{_called(box[5])}: {box[4]!r} stands on {other[4]!r}"
        active.append(box)


def parts_out_of_place(drawing: Drawing) -> Iterator[str]:
    """Parts of shapes that leave them, but for signs of changes, which stand on their edges."""
    shapes, _ = all_parts(drawing)
    for shape in shapes:
        for part in shape.parts:
            if "change" in part.classes:
                continue
            if isinstance(part, Path):
                points = part.points[::3] if part.curved else part.points
            else:
                points = ((part.x, part.y), (part.right, part.bottom))
            for x, y in points:
                across = shape.x - SLACK <= x <= shape.right + SLACK
                if not across or not shape.y - SLACK <= y <= shape.bottom + SLACK:
                    yield f"{_called(part)} leaves {_called(shape)}"
                    break


def _called(element: Shape | Path) -> str:
    return element.id or " ".join(element.classes)


def text_lines(label: Label) -> Iterator[tuple[float, float, float, float, str]]:
    for number, line in enumerate(label.lines):
        width = measure(line, label.size, bold=label.bold)
        left = label.x - {"left": 0.0, "middle": width / 2, "right": width}[label.align]
        top = label.y + label.size * (number * LINE_PITCH - 0.93)
        yield left, top, left + width, top + label.size * LINE_PITCH, line


def outside(drawing: Drawing) -> Iterator[str]:
    """What leaves the page."""
    for shape in drawing.shapes:
        if shape.x < 0 or shape.y < 0:
            yield f"{shape.id} leaves the page"
        if shape.right > drawing.width or shape.bottom > drawing.height:
            yield f"{shape.id} leaves the page"
    for path in drawing.paths:
        for x, y in path.points:
            if not (0 <= x <= drawing.width and 0 <= y <= drawing.height):
                yield f"{path.id} leaves the page"


def slanted(drawing: Drawing) -> Iterator[str]:
    """Stretches that are neither horizontal nor vertical, or have no length."""
    for run in runs(drawing.paths):
        if (run.x1 == run.x2) == (run.y1 == run.y2):
            yield f"{run.path} is slanted or has an empty stretch"


def runs(paths: Iterable[Path]) -> Iterator[Run]:
    """The straight stretches of all paths."""
    for path in paths:
        for (x1, y1), (x2, y2) in pairwise(() if path.curved else path.points):
            yield Run(path.id, x1, y1, x2, y2)


def through_cards(drawing: Drawing) -> Iterator[str]:
    """Arrows that touch a card, header or label that they do not join."""
    solid = [shape for shape in drawing.shapes if _SOLID & set(shape.classes)]
    solid += _loose_texts(drawing)
    by_rows: dict[int, list[Shape]] = {}
    by_columns: dict[int, list[Shape]] = {}
    for shape in solid:
        for row in range(int(shape.y) // 64, int(shape.bottom) // 64 + 1):
            by_rows.setdefault(row, []).append(shape)
        for column in range(int(shape.x) // 64, int(shape.right) // 64 + 1):
            by_columns.setdefault(column, []).append(shape)
    for path in drawing.paths:
        if "link" not in path.classes:
            continue
        last = len(path.points) - 2
        for number, run in enumerate(runs([path])):
            level = run.y1 == run.y2
            near = (
                by_rows.get(int(run.y1) // 64, ())
                if level
                else by_columns.get(int(run.x1) // 64, ())
            )
            left, right = sorted((run.x1, run.x2))
            top, bottom = sorted((run.y1, run.y2))
            for shape in near:
                if right < shape.x or left > shape.right or bottom < shape.y or top > shape.bottom:
                    continue
                own = (number == 0 and shape.id == path.start) or (
                    number == last and shape.id == path.end
                )
                if not own or _enters(run, shape):
                    yield f"{path.id} runs through {shape.id}"


def cut_by_rules(drawing: Drawing) -> Iterator[str]:
    """Thin lines between steps that run through a phase or a step."""
    rules = [path for path in drawing.paths if "rule" in path.classes]
    for shape in drawing.shapes:
        if {"phase", "step"} & set(shape.classes):
            for run in runs(rules):
                if shape.y + SLACK < run.y1 < shape.bottom - SLACK and _enters(run, shape):
                    yield f"a rule runs through {shape.id or shape.classes}"


def _loose_texts(drawing: Drawing) -> Iterator[Shape]:
    """The lines of text that stand in no card, header or label, as boxes."""
    for shape in drawing.shapes:
        if not _SOLID & set(shape.classes):
            inner, _ = all_parts(drawing._replace(shapes=(shape,), paths=()))
            for label in (label for each in inner for label in each.labels):
                for left, top, right, bottom, text in text_lines(label):
                    yield Shape(text, (), "", left, top, right - left, bottom - top, "", "")


def _enters(run: Run, shape: Shape) -> bool:
    """Whether a stretch runs inside a box or along its edge, and does not just end on it."""
    left, right = sorted((run.x1, run.x2))
    top, bottom = sorted((run.y1, run.y2))
    if run.y1 == run.y2:
        inside = min(right, shape.right) - max(left, shape.x)
    else:
        inside = min(bottom, shape.bottom) - max(top, shape.y)
    return inside > SLACK


def shared_stretches(drawing: Drawing) -> Iterator[str]:
    """Two arrows of no common trunk that lie on each other, be it for one point in a row."""
    lines: dict[tuple[bool, float], list[tuple[float, float, str]]] = {}
    for path in drawing.paths:
        for run in runs([path]):
            level = run.y1 == run.y2
            low, high = sorted((run.x1, run.x2) if level else (run.y1, run.y2))
            key = (level, run.y1 if level else run.x1)
            lines.setdefault(key, []).append((low, high, path.trunk or path.id))
    for stretches in lines.values():
        reached, by = float("-inf"), ""
        for low, high, path in sorted(stretches):
            if low <= reached + SLACK and path != by:
                yield f"{path} lies on {by}"
            if high > reached:
                reached, by = high, path


def parted_trunks(drawing: Drawing) -> Iterator[str]:
    """Arrows of one trunk that meet again where they have parted, or begin apart."""
    trunks: dict[str, list[Path]] = {}
    for path in drawing.paths:
        if path.trunk:
            trunks.setdefault(path.trunk, []).append(path)
    for paths in trunks.values():
        for one, two in combinations(paths, 2):
            together = _common_start(one.points, two.points)
            if not together:
                yield f"{one.id} and {two.id} have a trunk and begin apart"
            elif abs(_common(one, two) - together) > SLACK:
                yield f"{one.id} and {two.id} lie on each other again after they parted"
    for trunk, paths in trunks.items():
        if len(paths) == 1:
            yield f"{trunk} is a trunk of one arrow"


def _common_start(one: Sequence[Point], two: Sequence[Point]) -> float:
    """How far two lines run on each other from their first points."""
    length = 0.0
    for (a, b), (c, d) in zip(pairwise(one), pairwise(two), strict=False):
        if a != c:
            break
        if b == d:
            length += abs(b[0] - a[0]) + abs(b[1] - a[1])
            continue
        ways = [(_sign(p[0] - a[0]), _sign(p[1] - a[1])) for p in (b, d)]
        if ways[0] == ways[1]:
            length += min(abs(p[0] - a[0]) + abs(p[1] - a[1]) for p in (b, d))
        break
    return length


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _common(one: Path, two: Path) -> float:
    """How much of two lines lies on each other."""
    length = 0.0
    for a in runs([one]):
        for b in runs([two]):
            if a.x1 == a.x2 == b.x1 == b.x2:
                low, high = _overlap((a.y1, a.y2), (b.y1, b.y2))
            elif a.y1 == a.y2 == b.y1 == b.y2:
                low, high = _overlap((a.x1, a.x2), (b.x1, b.x2))
            else:
                continue
            length += max(0.0, high - low)
    return length


def _overlap(one: tuple[float, float], two: tuple[float, float]) -> tuple[float, float]:
    return max(min(one), min(two)), min(max(one), max(two))


def loose_ends(drawing: Drawing) -> Iterator[str]:
    """Arrows that do not begin and end on the edges of their cards, or that share an end."""
    shapes = {shape.id: shape for shape in drawing.shapes}
    ends: dict[str, list[tuple[float, float, str, str]]] = {}
    for path in drawing.paths:
        if "link" not in path.classes:
            continue
        begins = (path.points[0], path.start, path.trunk)
        for point, key, trunk in (begins, (path.points[-1], path.end, "")):
            if not _on_edge(point, shapes[key]):
                yield f"{path.id} does not end on {key}"
            for x, y, other, others_trunk in ends.get(key, ()):
                together = trunk and trunk == others_trunk
                if not together and abs(point[0] - x) + abs(point[1] - y) < APART:
                    yield f"{path.id} and {other} end at one point of {key}"
            ends.setdefault(key, []).append((*point, path.id, trunk))


def stray_labels(drawing: Drawing) -> Iterator[str]:
    """Names of links that stand on something, or that an arrow runs through."""
    labels = [
        (part, path.id)
        for path in drawing.paths
        for part in path.parts
        if "link-label" in part.classes
    ]
    labels.sort(key=lambda each: each[0].x)
    lefts = [label.x for label, _ in labels]
    solid = [shape for shape in drawing.shapes if _SOLID & set(shape.classes)]
    links = [run for path in drawing.paths if "link" in path.classes for run in runs([path])]
    for at, (label, key) in enumerate(labels):
        if not _on_page(label, drawing):
            yield f"the name of {key} leaves the page"
        for shape in solid:
            if _touch(label, (shape.x, shape.right), (shape.y, shape.bottom)):
                yield f"the name of {key} stands on {shape.id}"
        reached = bisect_left(lefts, label.right)
        for other, other_key in labels[at + 1 : reached]:
            if _touch(label, (other.x, other.right), (other.y, other.bottom)):
                yield f"the names of {key} and {other_key} stand on each other"
        for run in links:
            if _touch(label, (run.x1, run.x2), (run.y1, run.y2)):
                yield f"{run.path} runs through the name of {key}"


def _on_page(shape: Shape, drawing: Drawing) -> bool:
    return (
        shape.x >= 0
        and shape.y >= 0
        and shape.right <= drawing.width
        and shape.bottom <= drawing.height
    )


def _touch(label: Shape, across: tuple[float, float], down: tuple[float, float]) -> bool:
    """Whether a box, or a line, which is a box without width or height, comes into a label."""
    return (
        label.x < max(across) - SLACK
        and min(across) + SLACK < label.right
        and label.y < max(down) - SLACK
        and min(down) + SLACK < label.bottom
    )


def stray_hops(drawing: Drawing) -> Iterator[str]:
    """Jumps that are not over another line, or have no room."""
    upright: dict[float, list[Run]] = {}
    for run in runs(path for path in drawing.paths if "link" in path.classes):
        if run.x1 == run.x2:
            upright.setdefault(run.x1, []).append(run)
    for path in drawing.paths:
        level = [run for run in runs([path]) if run.y1 == run.y2]
        for x, y in path.hops:
            over = any(
                run.path != path.id and min(run.y1, run.y2) < y < max(run.y1, run.y2)
                for run in upright.get(x, ())
            )
            room = any(
                run.y1 == y and min(run.x1, run.x2) + 5 <= x <= max(run.x1, run.x2) - 5
                for run in level
            )
            if not over or not room:
                yield f"{path.id} jumps at {x:g},{y:g} over nothing, or with no room"


def _on_edge(point: tuple[float, float], shape: Shape) -> bool:
    x, y = point
    upright = x in (shape.x, shape.right) and shape.y < y < shape.bottom
    level = y in (shape.y, shape.bottom) and shape.x < x < shape.right
    return upright or level


def repeated_ids(drawing: Drawing) -> Iterator[str]:
    """Ids that stand twice."""
    seen: set[str] = set()
    shapes, paths = all_parts(drawing)
    for key in (*(shape.id for shape in shapes), *(path.id for path in paths)):
        if key and key in seen:
            yield f"{key} stands twice"
        seen.add(key)
