"""Blueprints from wherever the command line says they are, read or with the reason why not."""

from blueprint_cli import parse
from blueprint_cli.files import Input
from blueprint_cli.parse import Document
from blueprint_cli.problems import UNREADABLE, Problem, Trouble
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace


def read(each: Input) -> Document:
    """Read an input in its workspace; `Trouble` where the system does not let us read it."""
    try:
        return _read(each)
    except OSError as error:
        raise Trouble(f"cannot read {each.path}: {_reason(error)}") from error


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a file that the system does not let us read."""
    return UNREADABLE.at(Source(path, ""), None, f"the file cannot be read: {_reason(error)}")


def errors_of(document: Document) -> list[Problem]:
    """What keeps a document from being drawn; with none it has a blueprint and an index."""
    return [each for each in document.problems if each.severity == "error"]


def _read(each: Input) -> Document:
    return parse.read(each.content(), each.path, Workspace.of(each.path))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
