"""The SVG as a document: Graphviz's outlines with our names, titles and texts.

Graphviz draws boxes, lines and heads. Their groups get the ids and classes that docs/svg.md
promises, a title, and their texts at the exact places of the `Drawing`.
"""

import re
from collections.abc import Mapping

from blueprint_cli.dot import all_parts, writable
from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.lettering import is_rtl
from blueprint_cli.problems import Trouble

FAMILIES = "'Liberation Sans', Arimo, Arial, Helvetica, sans-serif"
"""Fonts whose letters are as wide as those that we measure with."""

_GROUP = re.compile(
    r'<g id="(page|[sp]\d+)" class="[^"]*">\n<title>[^<]*</title>\n(.*?)</g>', re.DOTALL
)
_ANCHORS = {"left": "", "middle": ' text-anchor="middle"', "right": ' text-anchor="end"'}
_RTL_ANCHORS = {"left": _ANCHORS["right"], "middle": _ANCHORS["middle"], "right": ""}


def finish(graphviz_svg: str, drawing: Drawing) -> str:
    """The finished document from what Graphviz drew of `dot.outlines`."""
    drawn = dict(_GROUP.findall(graphviz_svg.replace('"transparent"', '"none"')))
    shapes, paths = all_parts(drawing)
    if len(drawn) != 1 + len(shapes) + len(paths):
        raise Trouble("Graphviz left out a part of the picture", "try the other --engine")
    outlines = {id(it): drawn[f"s{at}"] for at, it in enumerate(shapes)}
    outlines |= {id(it): drawn[f"p{at}"] for at, it in enumerate(paths)}
    return "".join((
        _head(drawing),
        f'<g class="background">\n{drawn["page"]}</g>\n',
        *[_group(it, outlines) for it in drawing.shapes],
        *[_group(it, outlines) for it in drawing.paths],
        "</svg>\n",
    ))  # fmt: skip


def _head(drawing: Drawing) -> str:
    width, height = drawing.width, drawing.height
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" class="blueprint" role="img"'
        f' aria-labelledby="title description" lang="{_written(drawing.language)}"'
        f' width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        f' font-family="{FAMILIES}">\n'
        f'<title id="title">{_written(drawing.title)}</title>\n'
        f'<desc id="description">{_written(drawing.description)}</desc>\n'
    )


def _group(element: Shape | Path, outlines: Mapping[int, str]) -> str:
    """An element and in its group all its parts; `outlines` are what Graphviz drew, by `id()`."""
    name = f' id="{_written(element.id)}"' if element.id else ""
    title = f"<title>{_written(element.title)}</title>\n" if element.title else ""
    content = outlines[id(element)]
    if isinstance(element, Shape):
        content += _texts(element)
    parts = "".join([_group(part, outlines) for part in element.parts])
    whole = f'<g{name} class="{" ".join(element.classes)}">\n{title}{content}{parts}</g>\n'
    if isinstance(element, Shape) and element.href:
        return f'<a href="{_written(element.href)}">\n{whole}</a>\n'
    return whole


def _texts(shape: Shape) -> str:
    return "".join([_text(label) for label in shape.labels])


def _text(label: Label) -> str:
    """One element for each line: a direction that a text leaves open ends with its line."""
    look = f' font-size="{label.size:g}" fill="{label.color}"'
    if label.bold:
        look += ' font-weight="bold"'
    if is_rtl(label.text):
        look += ' direction="rtl"' + _RTL_ANCHORS[label.align]
    else:
        look += _ANCHORS[label.align]
    pitch = label.size * LINE_PITCH
    return "".join(
        f'<text x="{label.x:g}" y="{label.y + at * pitch:g}"{look}>{_written(line)}</text>\n'
        for at, line in enumerate(label.lines)
    )


def _written(text: str) -> str:
    if text.isalnum():
        return text
    text = writable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")
