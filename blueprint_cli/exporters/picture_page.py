"""The picture alone in one HTML file: to move about in, to search, and to trace what needs what.

The SVG is the document that is read aloud and printed. What one sees is painted from it by the
page's own script, in tiles: no browser moves ten thousand elements at 30 frames a second. The page
asks for nothing from outside, and runs nothing but that script.
"""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from blueprint_cli.drawing import Drawing
from blueprint_cli.words import Words

_SCRIPTS = (
    *("scene", "lines", "tiles", "camera", "heads"),
    *("trace", "search", "hands", "keys", "page"),
)
"""In `templates/picture`, in the order in which they build on each other."""


def picture_page(drawing: Drawing, svg: str, words: Words) -> bytes:
    """The page, in UTF-8; `svg` is the drawing's own."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    templates = Environment(
        loader=PackageLoader("blueprint_cli"), autoescape=True, undefined=StrictUndefined
    )
    style = templates.get_template("picture/picture.css").render(
        background=drawing.background, wide=drawing.width > drawing.height
    )
    parts = [templates.get_template(f"picture/{name}.js").render() for name in _SCRIPTS]
    script = '"use strict";\n' + "\n".join(parts)
    template = templates.get_template("picture/picture.html")
    page = template.render(
        drawing=drawing,
        words=words,
        style=Markup(style),  # noqa: S704 - a template of ours, and a colour that is `#rrggbb`
        style_digest=_digest(style),
        script=Markup(script),  # noqa: S704 - scripts of ours, and nothing in them from a file
        script_digest=_digest(script),
        svg=Markup(svg[svg.index("<svg") :]),  # noqa: S704 - every text in it is escaped
        told=Markup(_told(drawing, words)),  # noqa: S704 - no `<` is left in it
    )
    return page.encode()


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
