"""Any text in, a `Document` out: the blueprint as far as it could be read, and all that is wrong.

Nothing raises here. What stops reading is a problem like any other.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath

from blueprint_cli.compose import compose
from blueprint_cli.kinds import slug
from blueprint_cli.mistakes import Reading
from blueprint_cli.model import Blueprint
from blueprint_cli.nearest import nearest
from blueprint_cli.nodes import Node, Pairs, Text
from blueprint_cli.problems import NOT_A_BLUEPRINT, TOO_LARGE, UNREADABLE, Problem
from blueprint_cli.reader import read_blueprint
from blueprint_cli.references import Index, index
from blueprint_cli.source import Source, Span
from blueprint_cli.workspace import LARGEST, Workspace


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read.

    `problems` stand in the file's order. `blueprint` is None where the text is no blueprint at all,
    and has stand-ins where something is missing; `index` is None as long as there are errors.
    """

    source: Source
    blueprint: Blueprint | None
    problems: tuple[Problem, ...]
    index: Index | None = None


def read(content: bytes, path: str, workspace: Workspace | None = None) -> Document:
    """Read a file's bytes: UTF-8, with or without a byte order mark."""
    if len(content) > LARGEST:
        source = Source(path, "")
        message = f"the file has more than {LARGEST // 1_000_000} MB"
        problem = TOO_LARGE.at(source, None, message, "split it into several blueprints")
        return Document(source, None, (problem,))
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        return parse(Source(path, content.decode()), workspace)
    except UnicodeDecodeError as error:
        return _undecodable(content, path, error.start)


def _undecodable(content: bytes, path: str, at: int) -> Document:
    """The document of bytes that are no UTF-8: a place to point at, and what they may be."""
    source = Source(path, content.decode(errors="replace"))
    start = len(content[:at].decode())
    message = f"byte {at + 1} is no UTF-8 text"
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        message = "the file is UTF-16, not UTF-8"
    elif b"\0" in content[:1000]:
        message = "the file is no text"
    problem = UNREADABLE.at(source, Span(start, start + 1), message, "save it as UTF-8")
    return Document(source, None, (problem,))


def parse(source: Source, workspace: Workspace | None = None) -> Document:
    """Read a text. Without a workspace, other files are not looked at."""
    if source.text.startswith("\ufeff"):
        source = Source(source.path, source.text[1:])
    root, problems = compose(source)
    if problems or not isinstance(root, Pairs):
        return Document(source, None, tuple(problems or [_no_blueprint(source, root)]))
    if not any(word.value == "blueprint" for word, _ in root.value):
        return Document(source, None, (_no_blueprint(source, root),))
    reading = Reading(source)
    blueprint = read_blueprint(root, reading)
    if not blueprint.id:
        blueprint.__dict__["id"] = _stem(source.path) or slug(blueprint.name) or "blueprint"
    known = index(blueprint, reading)
    problems = sorted(reading.problems, key=_place)
    wrong = any(problem.severity == "error" for problem in problems)
    return Document(source, blueprint, tuple(problems), None if wrong else known)


def _place(problem: Problem) -> tuple[Span, str]:
    return (problem.span or Span(0, 0), problem.code)


def _stem(path: str) -> str:
    stem = PurePath(path).stem
    return "" if stem in {"-", "<stdin>"} else stem


def _no_blueprint(source: Source, root: Node | None) -> Problem:
    if root is None:
        hint = "`bp init` writes a blueprint to begin with"
        return NOT_A_BLUEPRINT.at(source, None, "the file is empty", hint)
    hint = "a blueprint begins with `blueprint: ` and the service's name"
    words = [word for word, _ in root.value if isinstance(word, Text)] if isinstance(root, Pairs) else []
    near = next((word for word in words[:50] if nearest(word.value, ["blueprint"])), None)
    span = Span(near.start, near.end) if near else Span(root.start, root.start)
    return NOT_A_BLUEPRINT.at(source, span, "the file has no key `blueprint`", hint)
