"""Two versions of a blueprint as one marked picture, or as a page that holds it."""

from collections.abc import Sequence
from typing import Literal

from blueprint_cli.comparing import Compared
from blueprint_cli.config import settings_for
from blueprint_cli.diff import Diff
from blueprint_cli.languages import language
from blueprint_cli.look import Look
from blueprint_cli.marking import marked
from blueprint_cli.picture import draw
from blueprint_cli.problems import Trouble
from blueprint_cli.rendering.wish import Asked, wish_for

PictureForm = Literal["html", "svg", "png"]


def pictured(found: Sequence[Compared], form: PictureForm) -> bytes:
    """The picture or page of the only comparison; `Trouble` where there is none, or more."""
    drawn = [each for each in found if each.diff]
    if not drawn:
        raise Trouble("nothing can be drawn", "both versions must be blueprints without errors")
    if len(drawn) > 1:
        raise Trouble(f"{len(drawn)} blueprints changed, and a picture shows one", "name its path")
    (only,) = drawn
    assert only.diff is not None  # noqa: S101 - the list holds no other
    look = _look(only.diff, only.pair.new.path)
    if form == "html":
        from blueprint_cli.reporters.changes_page import changes_page

        return changes_page(only.diff, f"{only.pair.old.label} → {only.pair.new.label}", look)
    return draw(marked(only.diff, look).drawing, form)


def _look(diff: Diff, path: str) -> Look:
    """As the settings of the blueprint wish it."""
    wish = wish_for(Asked(), settings_for(path))
    names = (part.name for part in diff.new.parts if part.name)
    words = language(wish.language, names)
    return Look(theme=wish.theme, words=words, direction=wish.direction, shown=wish.shown)
