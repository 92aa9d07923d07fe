"""Where pictures go: for each blueprint a format and a path, and nothing that would be lost."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.files import Input
from blueprint_cli.forms import ENDINGS, Form, form_told_by
from blueprint_cli.problems import Trouble


class Target(NamedTuple):
    """One picture to make: `path` is None for standard output."""

    input: Input
    form: Form
    path: str | None


def targets(
    inputs: list[Input], output: str | None, wished: Form | None, usual: list[Form]
) -> list[Target]:
    """A target for each input, or `Trouble` where two would meet or an input would be overwritten.

    `output` is the path of the command line: a file, a folder, `-`, or None for beside each
    blueprint. `usual` holds the format that the settings say for each input.
    """
    if output == "":
        raise Trouble(
            "the output has an empty name", "leave out `--output` to draw beside the file"
        )
    several = len(inputs) > 1 or any(each.folder is not None for each in inputs)
    if output is None:
        found = [_beside(each, wished or other) for each, other in zip(inputs, usual, strict=True)]
    elif output == "-":
        found = [
            Target(each, wished or other, None) for each, other in zip(inputs, usual, strict=True)
        ]
    elif several or output.endswith(("/", os.sep)) or os.path.isdir(output):
        _refuse_file(output, inputs)
        found = [
            Target(each, wished or other, os.path.join(output, _name(each, wished or other)))
            for each, other in zip(inputs, usual, strict=True)
        ]
    else:
        found = [Target(inputs[0], wished or _told_by(output) or usual[0], output)]
    refuse_meeting(found)
    return found


def _beside(each: Input, chosen: Form) -> Target:
    if each.piped is not None:
        return Target(each, chosen, None)
    return Target(each, chosen, os.path.splitext(each.path)[0] + ENDINGS[chosen])


def _name(each: Input, chosen: Form) -> str:
    """The picture's path below the output's folder, as the blueprint's below its own."""
    path = "stdin" if each.path == "<stdin>" else each.path
    start = each.folder if each.folder is not None else os.path.dirname(path) or "."
    return os.path.splitext(os.path.relpath(path, start))[0] + ENDINGS[chosen]


def _told_by(output: str) -> Form | None:
    form = form_told_by(output)
    ending = os.path.splitext(output)[1]
    if form is None and ending:
        hint = f"end it in {', '.join(ENDINGS.values())}, or give `--format`"
        raise Trouble(f"{output}: no picture ends in `{ending.lower()}`", hint)
    return form


def _refuse_file(output: str, inputs: list[Input]) -> None:
    if os.path.lexists(output) and not os.path.isdir(output):
        raise Trouble(f"{output} is no folder", f"name a folder for {len(inputs)} pictures")


def refuse_meeting(found: Sequence[Target]) -> None:
    """`Trouble` where two pictures would be one file, or one would overwrite a blueprint."""
    taken: dict[str, str] = {}
    for each in found:
        if each.path is None and len(found) > 1:
            raise Trouble(
                "only one picture fits on standard output", "name a folder: `-o pictures/`"
            )
        if each.path is not None:
            other = taken.setdefault(os.path.realpath(each.path), each.input.path)
            if other != each.input.path:
                both = f"{other} and {each.input.path}"
                raise Trouble(f"{both} would both be drawn to {each.path}", "draw them one by one")
    for each in found:
        if each.input.piped is None and os.path.realpath(each.input.path) in taken:
            message = f"the picture would overwrite the blueprint {each.input.path}"
            raise Trouble(message, "name another file: `-o picture.svg`")
