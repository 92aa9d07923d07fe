"""What differs between two pictures of one blueprint: how much of it, and where."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

CELL = 24
"""Dots along a side of the squares in which changes are gathered."""
FAINT = 24
"""Differences of a colour up to this, of 255, are those of letters' edges."""
RED = (217, 4, 41)
WIDTH = 4

Box = tuple[int, int, int, int]
Cell = tuple[int, int]


class Pair(NamedTuple):
    """A blueprint's pictures before and after, None where one could not be drawn; `why` says why.

    `share` is how much of the area of the two together differs, from 0 to 1; `boxes` are where, in
    dots.
    """

    name: str
    before: Image.Image | None
    after: Image.Image | None
    share: float
    boxes: tuple[Box, ...]
    why: str = ""

    @property
    def changed(self) -> bool:
        """Whether a reviewer has something to look at."""
        return self.share > 0

    @property
    def told(self) -> str:
        """How much has changed, in words."""
        if self.why:
            return self.why
        if self.before is None or self.after is None or not self.changed:
            return "unchanged"
        sizes = [f"{each.width} × {each.height}" for each in (self.before, self.after)]
        size = sizes[0] if sizes[0] == sizes[1] else " → ".join(sizes)
        places = f"{len(self.boxes)} place{'' if len(self.boxes) == 1 else 's'}"
        return f"{self.share:.1%} differs in {places}, {size} dots"


def compared(name: str, before: Path, after: Path, why: str = "") -> Pair:
    """Two PNGs dot by dot, both beginning at the top left; `why` one of them may be missing."""
    old, new = (_opened(path) for path in (before, after))
    if old is None or new is None:
        return Pair(name, old, new, 0.0 if old is new else 1.0, (), why)
    size = max(old.width, new.width), max(old.height, new.height)
    apart = ImageChops.difference(_padded(old, size), _padded(new, size))
    mask = apart.convert("L").point(lambda value: 255 if value > FAINT else 0)
    share = mask.histogram()[255] / (size[0] * size[1])
    return Pair(name, old, new, share, tuple(_boxes(mask)), why)


def outlined(picture: Image.Image, boxes: tuple[Box, ...]) -> Image.Image:
    """The picture with a frame round each place."""
    copy = picture.copy()
    pen = ImageDraw.Draw(copy)
    for left, top, right, bottom in boxes:
        pen.rectangle((left, top, right - 1, bottom - 1), outline=RED, width=WIDTH)
    return copy


def _opened(path: Path) -> Image.Image | None:
    if not path.exists():
        return None
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _padded(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """What is beyond a picture is no colour that it uses there."""
    whole = Image.new("RGB", size, (255, 0, 255))
    whole.paste(picture, (0, 0))
    return whole


def _boxes(mask: Image.Image) -> Iterator[Box]:
    """A box round all changed squares that touch each other."""
    squares = mask.convert("F").reduce(CELL)  # fractions, as one dot is not to be rounded away
    shares = memoryview(squares.tobytes()).cast("f")
    left = {(at % squares.width, at // squares.width) for at, share in enumerate(shares) if share}
    while left:
        group = _touching(left)
        columns, rows = zip(*group, strict=True)
        yield (
            min(columns) * CELL,
            min(rows) * CELL,
            min((max(columns) + 1) * CELL, mask.width),
            min((max(rows) + 1) * CELL, mask.height),
        )


def _touching(left: set[Cell]) -> set[Cell]:
    """Take the uppermost of the squares, and all that hang together with it."""
    first = min(left, key=lambda cell: (cell[1], cell[0]))
    found, waiting = {first}, [first]
    left.discard(first)
    while waiting:
        x, y = waiting.pop()
        near = {(x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & left
        left -= near
        found |= near
        waiting += near
    return found
