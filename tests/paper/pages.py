"""What must hold of the pages of a picture: each check gives what it found wrong."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from blueprint_cli.drawing import Drawing, Path, Shape
from blueprint_cli.papers import MARGIN
from blueprint_cli.sheets import Sheet
from blueprint_cli.sheets.anatomy import ink

SLACK = 0.01
BANDS = {"lane", "lane-stripe", "emotion", "evidence", "times"}
REPEATED = BANDS | {"step", "phase", "line-name"}
"""Names of these may stand on many pages."""
OURS = {"page-number", "page-title", "overview", "goes-on"}


def faults(drawing: Drawing, sheets: tuple[Sheet, ...]) -> list[str]:
    """Everything that is wrong with the pages, as sentences."""
    found = [*whole(drawing, sheets), *lengths(drawing, sheets), *names(drawing, sheets)]
    for number, sheet in enumerate(sheets, 1):
        told = (*outside(sheet), *overlaps(sheet), *loose_texts(sheet), *repeated_ids(sheet))
        found += (f"page {number}: {each}" for each in told)
    return found


def every(shapes) -> Iterator[Shape]:
    """All shapes with their parts."""
    for shape in shapes:
        if isinstance(shape, Shape):
            yield shape
        yield from every(shape.parts)


def texts(shapes) -> Counter[str]:
    """All texts of shapes, without white space."""
    return Counter(bare(" ".join(label.lines)) for shape in every(shapes) for label in shape.labels)


def bare(text: str) -> str:
    return "".join(text.split())


def own(shapes) -> list[Shape]:
    return [shape for shape in shapes if not (REPEATED | OURS) & set(shape.classes)]


def whole(drawing: Drawing, sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Texts that are not on exactly one page, and cards that are not as they were."""
    before, after = said(drawing), sum((said(sheet.drawing) for sheet in sheets), Counter())
    for text in before | after:
        if before[text] != after[text]:
            yield f"{text!r} stands {after[text]} times, not {before[text]}"
    cards = [shape.id for sheet in sheets for shape in sheet.drawing.shapes
             if "action" in shape.classes]  # fmt: skip
    if sorted(cards) != sorted(shape.id for shape in drawing.shapes if "action" in shape.classes):
        yield "cards are missing or stand twice"


def said(drawing: Drawing) -> Counter[str]:
    """All texts but the names that may be repeated, and what pages themselves say."""
    inside = (
        part for band in drawing.shapes if BANDS & set(band.classes)
        for named in band.parts
        for part in (named.parts if "name" in named.classes else (named,))
    )  # fmt: skip
    return texts(own(drawing.shapes)) + texts(drawing.paths) + texts(inside)


def lengths(drawing: Drawing, sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Links that are not drawn from end to end."""
    before = [path for path in drawing.paths if "link" in path.classes]
    after = [p for sheet in sheets for p in sheet.drawing.paths if "link" in p.classes]
    if sum(map(length, after)) < sum(map(length, before)) - SLACK:
        yield "parts of links are missing"
    if sum(map(ends, after)) != sum(map(ends, before)):
        yield f"links have {sum(map(ends, after))} ends, not {sum(map(ends, before))}"


def ends(path: Path) -> int:
    return bool(path.start) + bool(path.end)


def length(path: Path) -> float:
    return sum(abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in pairwise(path.points))


def names(drawing: Drawing, sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Cards on pages that do not name their lane and step."""
    lanes = {s.id: name(s) for s in drawing.shapes if "lane" in s.classes}
    steps = {s.id: name(s) for s in drawing.shapes if "step" in s.classes}
    for number, sheet in enumerate(sheets, 1):
        shapes = sheet.drawing.shapes
        shown = {s.id: bare(" ".join(s.labels[0].lines)) for s in shapes if s.id and s.labels}
        for card in (shape for shape in shapes if "action" in shape.classes):
            step, lane, _ = card.id.removeprefix("action:").split(".", 2)
            if shown.get(f"lane:{lane}") != lanes[f"lane:{lane}"]:
                yield f"page {number} does not name the lane {lane}"
            if shown.get(f"step:{step}") != steps[f"step:{step}"]:
                yield f"page {number} does not name the step {step}"


def name(shape: Shape) -> str:
    named = next((part for part in shape.parts if "name" in part.classes), shape)
    assert isinstance(named, Shape)
    return bare(" ".join(named.labels[0].lines))


def outside(sheet: Sheet) -> Iterator[str]:
    """What printers would cut off."""
    margin = MARGIN / sheet.scale - SLACK
    right, bottom = (
        sheet.paper.width / sheet.scale - margin,
        sheet.paper.height / sheet.scale - margin,
    )
    for shape in every((*sheet.drawing.shapes, *sheet.drawing.paths)):
        if shape.x < margin or shape.y < margin or shape.right > right or shape.bottom > bottom:
            yield f"{shape.id or shape.classes} leaves what is printed"
    for path in sheet.drawing.paths:
        if not all(margin <= x <= right and margin <= y <= bottom for x, y in path.points):
            yield f"{path.id or path.classes} leaves what is printed"


def overlaps(sheet: Sheet) -> Iterator[str]:
    """Two of the things that stand alone in one place."""
    solid = [s for s in sheet.drawing.shapes if not BANDS & set(s.classes)]
    solid += (label for path in sheet.drawing.paths for label in path.parts)
    active: list[Shape] = []
    for shape in sorted(solid, key=lambda each: each.x):
        active = [other for other in active if other.right > shape.x + SLACK]
        for other in active:
            both = set(shape.classes) & set(other.classes) & {"overview", "goes-on"}
            if not both and shape.y < other.bottom - SLACK and other.y < shape.bottom - SLACK:
                yield f"{shape.id or shape.classes} overlaps {other.id or other.classes}"
        active.append(shape)


def loose_texts(sheet: Sheet) -> Iterator[str]:
    """Texts that leave their box."""
    for shape in every((*sheet.drawing.shapes, *sheet.drawing.paths)):
        box = ink(shape.labels)
        if box is None or {"sign", "mark", "feeling"} & set(shape.classes):
            continue
        if (
            box.x < shape.x - SLACK
            or box.right > shape.right + SLACK
            or box.y < shape.y - SLACK
            or box.bottom > shape.bottom + SLACK
        ) and "goes-on" not in shape.classes:
            yield f"{shape.id or shape.classes}: {shape.labels[0].lines} leaves its box"


def repeated_ids(sheet: Sheet) -> Iterator[str]:
    seen = Counter(each.id for each in (*sheet.drawing.shapes, *sheet.drawing.paths) if each.id)
    yield from (f"{key} stands twice" for key, times in seen.items() if times > 1)
