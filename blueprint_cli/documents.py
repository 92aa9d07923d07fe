"""Blueprints from wherever the command line says they are, read or with the reason why not."""

from pathlib import Path

from blueprint_cli import parse
from blueprint_cli.files import Input
from blueprint_cli.parse import Document
from blueprint_cli.problems import UNREADABLE, Problem
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace


def read(each: Input) -> Document:
    """Read an input in its workspace; a file that cannot be read gives a problem like any other."""
    try:
        content = each.content()
    except OSError as error:
        source = Source(each.path, "")
        reason = (error.strerror or str(error)).lower()
        problem = UNREADABLE.at(source, None, f"the file cannot be read: {reason}")
        return Document(source, None, (problem,))
    return parse.read(content, each.path, Workspace.of(Path(each.path)))


def errors_of(document: Document) -> list[Problem]:
    """What keeps a document from being drawn; with none it has a blueprint and an index."""
    return [each for each in document.problems if each.severity == "error"]
