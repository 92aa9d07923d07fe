"""The picture alone in one HTML file, in a viewer that fills the window.

The page asks for nothing from outside, and runs nothing but the viewer's script.
"""

from blueprint_cli.drawing import Drawing
from blueprint_cli.exporters.viewer import (
    script_of,
    sealed,
    templates,
    viewer_of,
    viewer_scripts,
    viewer_style,
)
from blueprint_cli.words import Words


def picture_page(drawing: Drawing, svg: str, words: Words) -> bytes:
    """The page, in UTF-8; `svg` is the drawing's own."""
    own = templates().get_template("picture/picture.css")
    wide = drawing.width > drawing.height
    style = own.render(background=drawing.background, wide=wide) + "\n" + viewer_style(drawing)
    page = templates().get_template("picture/picture.html")
    return page.render(
        viewer=viewer_of(drawing, svg, words), **sealed(style, script_of(*viewer_scripts()))
    ).encode()
