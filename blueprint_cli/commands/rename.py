"""`bp rename`: give an element another id, wherever it is named."""

import os
from typing import Annotated, NamedTuple

import typer

from blueprint_cli import console, files, listings
from blueprint_cli.differences import unified
from blueprint_cli.documents import errors_of, read
from blueprint_cli.files import Input
from blueprint_cli.formatting import formatted
from blueprint_cli.parse import Document, encoded
from blueprint_cli.problems import Trouble
from blueprint_cli.renaming import Renaming, renaming
from blueprint_cli.renaming.proof import Rewritten, rewritten
from blueprint_cli.replacing import replace_all
from blueprint_cli.workspace import Workspace

_ACROSS_FILES = {"action", "step", "lane", "blueprint"}
"""What other files can name, or must not be called alike."""


def rename(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The blueprint with the element.")],
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help="What it is: `lane`, `step`, `action`, `resource`, `pain-point`, …"
        ),
    ],
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="Its id; of an action also its `step.lane`.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it is to have.")],
    diff: Annotated[
        bool, typer.Option("--diff", help="Print what would change, and write nothing.")
    ] = False,
) -> None:
    """Give an element another id, wherever the workspace names it.

    The old id is kept as `was`. Either all files are written or none, and only if they say the same
    as before with the new id. A file in the form of `bp fmt` stays in it.
    """
    home = _home(file)
    wanted = renaming(home, kind, old, new)
    concerned = [home, *_others(home, wanted)]
    work = console.tracked(rewritten(concerned, wanted), len(concerned), "Renaming")
    written = [_written(each) for each in work if each]
    if diff:
        color = console.colored_output()
        for each in written:
            console.write(unified(each.path, each.before, each.after, color=color))
    else:
        replace_all([(each.path, each.after) for each in written])
    console.say(_told(wanted, written, "would rename" if diff else "renamed"))


def _home(file: str) -> Document:
    """The file that is named, without errors."""
    if file == "-" or os.path.isdir(file):
        said = "standard input is no file" if file == "-" else f"{file} is a folder"
        raise Trouble(said, "name the blueprint that has the element")
    (named,) = files.gather([file])
    document = read(named)
    if errors := errors_of(document):
        listings.report(errors)
        raise Trouble(f"{file} has errors, so nothing is renamed", "mend them first")
    return document


def _others(home: Document, wanted: Renaming) -> list[Document]:
    """The other blueprints of the workspace, as far as the element can be named in them."""
    if wanted.kind not in _ACROSS_FILES:
        return []
    root = os.path.relpath(Workspace.of(home.source.path).root)
    found = {os.path.realpath(each.path): each for each in files.gather([root])}
    found.pop(str(wanted.home), None)
    inputs = [Input(os.path.relpath(each.path)) for each in found.values()]
    return [
        document
        for each in console.tracked(inputs, len(inputs), "Reading")
        if (document := _concerned(each, wanted))
    ]


def _concerned(each: Input, wanted: Renaming) -> Document | None:
    """A file that may name the element; `Trouble` where it does and is no YAML."""
    document = read(each)
    blueprint, text = document.blueprint, document.source.text
    if wanted.kind == "blueprint":
        if blueprint and blueprint.id == wanted.new:
            message = f"the blueprint {each.path} is called '{wanted.new}' already"
            raise Trouble(message, "choose another id, or rename that one first")
        return None
    home = os.path.basename(wanted.home)
    if document.root is None and home in text:
        message = f"{each.path} names {home} and is no YAML, so nothing is renamed"
        raise Trouble(message, f"mend it first: `bp lint {each.path}` tells where")
    return document if document.root and "#" in text else None


class _Written(NamedTuple):
    """A file's bytes as they were and as they are to be, and how often it names the element."""

    path: str
    before: bytes
    after: bytes
    places: int


def _written(each: Rewritten) -> _Written:
    """The file as it is to be, behind the byte order mark that it has."""
    path = each.before.source.path
    before = files.Input(path).content()
    return _Written(path, before, encoded(_in_form(each), before), each.places)


def _in_form(each: Rewritten) -> str:
    """The new text, in the form of `bp fmt` if the old one was."""
    before, after = each.before, each.after
    was_in_form = formatted(before).text == before.source.text
    return (was_in_form and formatted(after).text) or after.source.text


def _told(wanted: Renaming, written: list[_Written], done: str) -> str:
    places = sum(each.places for each in written)
    where = f"{_counted(places, 'place')} in {_counted(len(written), 'file')}"
    kind = wanted.kind.replace("_", " ")
    return f"{done} {kind} `{wanted.old}` to `{wanted.new}`: {where}"


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
