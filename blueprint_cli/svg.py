"""The SVG as a document: Graphviz's outlines with our names, titles and texts.

Graphviz draws boxes, lines and heads. Their groups get the ids and classes that docs/svg.md
promises, a title, a role, and their texts at the exact places of the `Drawing`.
"""

from collections.abc import Iterator, Mapping

from blueprint_cli.dot import all_parts, writable
from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.lettering import is_rtl
from blueprint_cli.problems import Trouble
from blueprint_cli.spoken import ROLES, Role, Run, role_of, runs, said

FAMILIES = "'Liberation Sans', Arimo, Arial, Helvetica, sans-serif"
"""Fonts whose letters are as wide as those that we measure with."""

_ANCHORS = {"left": "", "middle": ' text-anchor="middle"', "right": ' text-anchor="end"'}
_RTL_ANCHORS = {"left": _ANCHORS["right"], "middle": _ANCHORS["middle"], "right": ""}


def finish(graphviz_svg: str, drawing: Drawing) -> str:
    """The finished document from what Graphviz drew of `dot.outlines`."""
    drawn = dict(_drawn(graphviz_svg.replace('"transparent"', '"none"')))
    shapes, paths = all_parts(drawing)
    if len(drawn) != 1 + len(shapes) + len(paths):
        raise Trouble("Graphviz left out a part of the picture", "try the other --engine")
    outlines = {id(it): drawn[f"s{at}"] for at, it in enumerate(shapes)}
    outlines |= {id(it): drawn[f"p{at}"] for at, it in enumerate(paths)}
    return "".join((
        _head(drawing),
        f'<g class="background"{ROLES["none"]}>\n{drawn["page"]}</g>\n',
        *[_run(run, outlines) for run in runs(drawing)],
        "</svg>\n",
    ))  # fmt: skip


def _drawn(graphviz_svg: str) -> Iterator[tuple[str, str]]:
    """The id of each element's group, and what Graphviz drew in it."""
    for before in graphviz_svg.split("</g>\n")[:-2]:
        _, _, group = before.rpartition('<g id="')
        yield group.partition('"')[0], group.partition("</title>\n")[2]


def _head(drawing: Drawing) -> str:
    width, height = drawing.width, drawing.height
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" class="blueprint"'
        f' role="graphics-document document" aria-roledescription="{_written(drawing.kind)}"'
        f' aria-labelledby="title"'
        f' aria-describedby="description" lang="{_written(drawing.language)}"'
        f' width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        f' font-family="{FAMILIES}">\n'
        f'<title id="title">{_written(drawing.title)}</title>\n'
        f'<desc id="description">{_written(drawing.description)}</desc>\n'
    )


def _run(run: Run, outlines: Mapping[int, str]) -> str:
    """Elements that belong together, in a group that names them where they are a list."""
    content = "".join([_group(it, outlines) for it in run.elements])
    content += "".join([_run(each, outlines) for each in run.runs])
    if not run.role:
        return content
    role = ROLES["object"] if run.role == "object" else ' role="list"'
    name = f' aria-label="{_written(run.name)}"' if run.name else ""
    return f"<g{role}{name}>\n{content}</g>\n"


def _group(
    element: Shape | Path, outlines: Mapping[int, str], around: Shape | Path | None = None
) -> str:
    """An element and in its group all its parts; `outlines` are what Graphviz drew, by `id()`."""
    name = f' id="{_written(element.id)}"' if element.id else ""
    title = f"<title>{_written(element.title)}</title>\n" if element.title else ""
    content = outlines[id(element)]
    role = role_of(element, around)
    href = element.href if isinstance(element, Shape) else ""
    if isinstance(element, Shape):
        content += _texts(element, role)
    parts = "".join([_group(part, outlines, element) for part in element.parts])
    attributes = f'{name} class="{" ".join(element.classes)}"'
    if not href:
        return f"<g{attributes}{ROLES[role]}>\n{title}{content}{parts}</g>\n"
    whole = f"<g{attributes}{ROLES['object']}>\n{title}{content}{parts}</g>\n"
    linked = f'<a href="{_written(href)}">\n{whole}</a>\n'
    return f"<g{ROLES[role]}>\n{linked}</g>\n" if role == "item" else linked


def _texts(shape: Shape, role: Role) -> str:
    """The labels; what the group's name has said is not said again."""
    named = role == "object"
    if not shape.labels:
        return ""
    return "".join([
        _text(label, ROLES["none"] if named and said(label.text, shape.title) else "")
        for label in shape.labels
    ])  # fmt: skip


def _text(label: Label, more: str) -> str:
    """One element for each line: a direction that a text leaves open ends with its line."""
    look = f' font-size="{label.size:g}" fill="{label.color}"{more}'
    if label.bold:
        look += ' font-weight="bold"'
    if is_rtl(label.text):
        look += ' direction="rtl"' + _RTL_ANCHORS[label.align]
    else:
        look += _ANCHORS[label.align]
    pitch = label.size * LINE_PITCH
    return "".join(
        [
            f'<text x="{label.x:g}" y="{label.y + at * pitch:g}"{look}>{_written(line)}</text>\n'
            for at, line in enumerate(label.lines)
        ]
    )


def _written(text: str) -> str:
    if text.isalnum():
        return text
    text = writable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")
