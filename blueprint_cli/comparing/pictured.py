"""Two versions of a blueprint as one marked picture, or as a page that holds it."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from blueprint_cli.comparing import Compared
from blueprint_cli.comparing.sides import Side, errors_in
from blueprint_cli.config import settings_for
from blueprint_cli.diff.between import Diff
from blueprint_cli.languages import language
from blueprint_cli.look import Look
from blueprint_cli.marking import marked
from blueprint_cli.picture import draw
from blueprint_cli.problems import Trouble
from blueprint_cli.rendering.wish import Asked, Wish, wish_for

PictureForm = Literal["html", "svg", "png"]


def pictured(found: Sequence[Compared], form: PictureForm, asked: Asked) -> bytes:
    """The picture or page of the only comparison; `Trouble` where there is none, or more."""
    drawn = [each for each in found if each.diff]
    if not drawn:
        raise _undrawable(found)
    if len(drawn) > 1:
        hint = "name its path, or a folder for all of them: `-o changes/`"
        raise Trouble(f"{len(drawn)} blueprints changed, and a picture shows one", hint)
    (only,) = drawn
    assert only.diff is not None  # noqa: S101 - the list holds no other
    wish = wish_for(asked, settings_for(only.pair.new.path))
    look = _look(only.diff, wish)
    if form == "html":
        from blueprint_cli.reporters.changes_page import changes_page

        return changes_page(only.diff, f"{only.pair.old.label} → {only.pair.new.label}", look)
    return draw(marked(only.diff, look).drawing, form, wish.output.scale, wish.output.engine)


def _undrawable(found: Sequence[Compared]) -> Trouble:
    """Why there is no picture of two versions."""
    if not found:
        return Trouble("nothing changed, so there is nothing to draw")
    states = {each.state: each.pair.new.path for each in found}
    if "unreadable" in states:
        hint = "both versions must be blueprints without errors"
        return Trouble(f"{states['unreadable']} cannot be drawn", hint)
    path = next(iter(states.values()))
    hint = "a folder gets a picture of the one that there is: `-o changes/`"
    return Trouble(f"{path} has only one version", hint)


def pictures(
    found: Sequence[Compared], form: PictureForm, asked: Asked
) -> Iterator[tuple[str, bytes]]:
    """A file for each blueprint that changed, came or went: its name, and what it holds.

    What has only one version is drawn without marks; what has errors is left out.
    """
    taken: set[str] = set()
    for each in found:
        if each.diff is None:
            content = _whole(each, form, asked)
        else:
            content = pictured([each], form, asked) if each.diff.changes else None
        if content is not None:
            yield f"{_name(each, taken)}.{form}", content


def _whole(compared: Compared, form: PictureForm, asked: Asked) -> bytes | None:
    """The only version that there is; None where it has errors, or where there are two."""
    versions = [side for side in (compared.pair.old, compared.pair.new) if side.content is not None]
    return _drawn(versions[0], form, asked) if len(versions) == 1 else None


def _drawn(side: Side, form: PictureForm, asked: Asked) -> bytes | None:
    from blueprint_cli.exporters import EXPORTERS
    from blueprint_cli.rendering import made

    document = side.document()
    if errors_in(document) or document.blueprint is None or document.index is None:
        return None
    wish = wish_for(asked, settings_for(side.path))
    return EXPORTERS[form](made(document.blueprint, document.index, wish, {}), wish.output)


def _name(compared: Compared, taken: set[str]) -> str:
    """A file's name that every system and archive takes, made from the path; each only once."""
    stem = os.path.splitext(os.path.normpath(compared.pair.new.path))[0]
    plain = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[-_LONGEST:] or "blueprint"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name.casefold())
    return name


_LONGEST = 50
"""Characters of a file's name: four bytes each and the ending are fewer than 255 bytes."""


def _look(diff: Diff, wish: Wish) -> Look:
    """As the settings of the blueprint wish it."""
    names = (part.name for part in diff.new.parts if part.name)
    words = language(wish.language, names)
    return Look(theme=wish.theme, words=words, direction=wish.direction, shown=wish.shown)
