"""Small drawings, and what came out of them: the dots of a PNG, the parts of an SVG."""

import struct
import zlib
from xml.etree import ElementTree as ET

from blueprint_cli.drawing import Drawing, Label, Shape

SVG = "{http://www.w3.org/2000/svg}"


def sheet(shapes, paths=(), width=700, height=400, title="A sheet"):
    return Drawing(title, "Boxes and lines", width, height, "#ffffff", tuple(shapes), tuple(paths))


def box(name, x, y, width, height, labels=()):
    return Shape(
        name, ("action",), name, x, y, width, height, "#ffffff", "#000000", labels=tuple(labels)
    )  # fmt: skip


def line(text, x, y, size=12.0, align="left", *, bold=False):
    return Label((text,), x, y, size, "#000000", bold, align)


def parsed(svg):
    return ET.fromstring(svg)  # noqa: S314 - our own


def texts(svg):
    """What each text element says."""
    return ["".join(text.itertext()) for text in parsed(svg).iter(f"{SVG}text")]


def outlines(svg):
    """The lines and boxes of each group, without its texts."""
    return {
        group.get("id"): [
            (shape.tag, shape.get("d") or shape.get("points"))
            for shape in group
            if shape.tag not in {f"{SVG}title", f"{SVG}text", f"{SVG}g"}
        ]
        for group in parsed(svg).iter(f"{SVG}g")
    }


def png_size(png):
    """Width and height in dots."""
    return struct.unpack(">II", png[16:24])


def darkness(png):
    """Rows of numbers from 0 (white) to 255 (black): how little green each dot of a PNG has."""
    width, height = png_size(png)
    channels = {2: 3, 6: 4}[png[25]]
    raw = zlib.decompress(b"".join(chunks(png, b"IDAT")))
    stride = width * channels + 1
    greens = [0] * width
    for start in range(0, height * stride, stride):
        filtered = raw[start + 2 : start + stride : channels]
        greens = unfiltered(raw[start], filtered, greens)
        yield [255 - green for green in greens]


def chunks(png, kind):
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == kind:
            yield png[at + 8 : at + 8 + length]
        at += length + 12


def unfiltered(kind, row, above):
    """One colour of a row as it was before its filter. Source: PNG specification, chapter 9."""
    if kind == 0:
        return list(row)
    if kind == 2:
        return [(value + up) & 255 for value, up in zip(row, above, strict=True)]
    found, left, corner = [], 0, 0
    for value, up in zip(row, above, strict=True):
        guess = {1: left, 3: (left + up) // 2}[kind] if kind != 4 else nearest(left, up, corner)
        left, corner = (value + guess) & 255, up
        found.append(left)
    return found


def nearest(left, up, corner):
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))
