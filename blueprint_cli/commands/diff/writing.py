"""Where the changes go, and in which form."""

import os
import sys
from typing import NamedTuple

from blueprint_cli import console
from blueprint_cli.change_lists import text, written
from blueprint_cli.change_lists.result import Result
from blueprint_cli.commands.diff.options import ENDINGS, Form
from blueprint_cli.forms import BINARY, Direction
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace
from blueprint_cli.targets import told_by_ending

_PICTURES = frozenset({"html", "svg", "png"})


class Drawn(NamedTuple):
    """What the command line says about pictures; None leaves it to the settings."""

    theme: str | None
    lang: str | None
    direction: Direction | None
    scale: float | None


def form_of(asked: Form | None, output: str | None) -> Form:
    """The form that is asked for, else the one that the output's ending tells, else text."""
    if asked is not None or output is None or _is_folder(output):
        return asked or "text"
    return told_by_ending(output, ENDINGS, "list of changes") or "text"


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)


def refuse_unfit(form: Form, output: str | None, drawn: Drawn, *, stat: bool) -> None:
    """`Trouble` where an option is given that this form knows nothing of."""
    if stat and form != "text":
        raise Trouble(f"`--stat` is text, and this is `{form}`", "leave one of them out")
    given = [name for name, value in drawn._asdict().items() if value is not None]
    if given and form not in _PICTURES:
        hint = "write `-f html`, `-f svg` or `-f png`, or leave it out"
        raise Trouble(f"`--{given[0]}` is for pictures, and this is `{form}`", hint)
    if output is not None and _is_folder(output) and form not in _PICTURES:
        hint = "name a file; or write `-f html`, `-f svg` or `-f png`"
        raise Trouble(f"{output} is a folder, which is for pictures, and this is `{form}`", hint)
    if drawn.scale is not None:
        from blueprint_cli.config import is_scale

        if not is_scale(drawn.scale):
            hint = "it is a number from 0.1 to 20"
            raise Trouble(f"`--scale` cannot be {drawn.scale:g}", hint)
    if form in BINARY and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise Trouble("a terminal cannot show this picture", "name a file: `-o changes.png`")


def put(result: Result, form: Form, output: str | None, drawn: Drawn, *, stat: bool) -> None:
    """Write the changes, or print them; a folder gets a picture or page for each blueprint."""
    if form == "html" or form == "svg" or form == "png":  # noqa: PLR1714 - so that types narrow
        from blueprint_cli.comparing.pictured import pictured, pictures
        from blueprint_cli.rendering.wish import Asked

        asked = Asked(**drawn._asdict())
        if output is not None and _is_folder(output):
            for name, content in pictures(result.files, form, asked):
                _put(content, os.path.join(output, name))
        else:
            _put(pictured(result.files, form, asked), output)
    else:
        said = text.stat(result) if stat else written(result, form)
        _put(said.encode("utf-8", "backslashreplace"), output)  # names of files may be no text


def _put(content: bytes, output: str | None) -> None:
    if output is None or output == "-":
        console.write(content)
    else:
        replace(output, content)
        console.say(f"wrote {output}")
