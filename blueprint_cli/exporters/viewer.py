"""The picture to move about in, to search, and to trace what needs what: a whole page, or a part.

The SVG is the document that is read aloud and printed. What one sees is painted from it by the
viewer's own script, in tiles: no browser moves ten thousand elements at 30 frames a second.
"""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from blueprint_cli.drawing import Drawing
from blueprint_cli.words import Words

_SCRIPTS = (
    *("scene", "lines", "tiles", "camera", "heads"),
    *("trace", "search", "hands", "keys", "within", "viewer"),
)
"""In `templates/viewer`, in the order in which they build on each other."""


class Viewer(NamedTuple):
    """What `viewer/viewer.html` shows: the drawing, its SVG, and what the SVG does not tell."""

    drawing: Drawing
    words: Words
    svg: Markup
    told: Markup


def viewer_of(drawing: Drawing, svg: str, words: Words) -> Viewer:
    """The viewer of a drawing; `svg` is the drawing's own."""
    return Viewer(
        drawing,
        words,
        svg=Markup(svg[svg.index("<svg") :]),  # noqa: S704 - every text in it is escaped
        told=Markup(_told(drawing, words)),  # noqa: S704 - no `<` is left in it
    )


@cache
def templates() -> Environment:
    """Where pages are made, in which every text is escaped."""
    return Environment(
        loader=PackageLoader("blueprint_cli"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def viewer_style(drawing: Drawing) -> str:
    """The CSS of a viewer, which knows the colours of the page around it by their names."""
    return templates().get_template("viewer/viewer.css").render(background=drawing.background)


def script_of(*names: str) -> str:
    """Scripts of ours as one, by their places in `templates`, without ending."""
    return "\n".join(['"use strict";', *(_source(f"{name}.js") for name in names)])


def _source(name: str) -> str:
    """A file of ours as it is: to read it as a template takes longer than all else of a page."""
    loader, environment = templates().loader, templates()
    assert loader is not None  # noqa: S101 - it was given one
    return loader.get_source(environment, name)[0].rstrip("\n")


def viewer_scripts() -> tuple[str, ...]:
    """The names of the scripts that a viewer needs."""
    return ("plain", *(f"viewer/{name}" for name in _SCRIPTS))


def sealed(style: str, script: str) -> dict[str, Markup]:
    """Style and script of a page with the digests by which its policy lets them, and no others, in.

    Both hold nothing from a file but colours that are `#rrggbb`.
    """
    texts = {"style": style, "script": script}
    digests = {f"{name}_digest": _digest(text) for name, text in texts.items()}
    return {name: Markup(text) for name, text in (texts | digests).items()}  # noqa: S704 - ours


def _digest(text: str) -> str:
    """As a Content-Security-Policy names what may run."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _told(drawing: Drawing, words: Words) -> str:
    """What the script cannot read from the SVG, as JSON that ends no element of HTML."""
    import json

    told = {
        "background": drawing.background,
        "ends": [(path.start, path.end) for path in drawing.paths if path.classes[0] == "link"],
        "words": {
            "of": words.of,
            "nothing_found": words.nothing_found,
            "colon": words.colon,
            "in_detail": words.in_detail,
            "links": _by_class(words.links),
            "linked_from": _by_class(words.linked_from),
        },
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _by_class(names: Mapping[str, str]) -> dict[str, str]:
    """By the classes of links and not by the words of the format: `agrees-with`."""
    return {kind.replace("_", "-"): name for kind, name in names.items()}
