"""Any text in, a `Document` out: the blueprint as far as it could be read, and all that is wrong.

Nothing raises here. What stops reading is a problem like any other.
"""

import os.path
import re
from typing import Final

from blueprint_cli.kinds import slug
from blueprint_cli.model import Blueprint
from blueprint_cli.nearest import closest, did_you_mean
from blueprint_cli.patterns import later
from blueprint_cli.problems import NOT_A_BLUEPRINT, TOO_LARGE, UNREADABLE, Problem
from blueprint_cli.reading.compose import compose
from blueprint_cli.reading.mistakes import Reading, TooMany
from blueprint_cli.reading.names import Names
from blueprint_cli.reading.nodes import Node, Pairs, Text
from blueprint_cli.reading.reader import read_blueprint
from blueprint_cli.reading.references import Index
from blueprint_cli.reading.resolve import resolve
from blueprint_cli.source import Source, Span
from blueprint_cli.workspace import LARGEST, Workspace, bytes_of

BOM = b"\xef\xbb\xbf"
"""A byte order mark, as some editors write it at the beginning of a file."""


class Document:
    """A file as it was read.

    `problems` stand in the file's order. `blueprint` is None where the text is no blueprint at all,
    and has stand-ins where something is missing; `index` is None as long as there are errors.
    `root` is the text as YAML sees it, None where it is no YAML.
    """

    __slots__ = ("blueprint", "index", "problems", "root", "source")

    def __init__(
        self,
        source: Source,
        blueprint: Blueprint | None,
        problems: tuple[Problem, ...],
        index: Index | None = None,
        root: Node | None = None,
    ) -> None:
        self.source: Final = source
        self.blueprint: Final = blueprint
        self.problems: Final = problems
        self.index: Final = index
        self.root: Final = root

    def __repr__(self) -> str:
        return f"Document({self.source.path!r})"


def read(content: bytes, path: str, workspace: Workspace | None = None) -> Document:
    """Read a file's bytes: UTF-8, with or without a byte order mark."""
    source, problem = decode(content, path)
    return Document(source, None, (problem,)) if problem else parse(source, workspace)


def is_blueprint(content: bytes, path: str) -> bool:
    """Whether these bytes have the key `blueprint`, be the rest broken."""
    if b"\nblueprint:" in b"\n" + content:  # nearly all are told by this, and quickly
        return True
    text = content.replace(b"\0", b"")  # UTF-16 is told of
    found = [match[1] for match in _BLUEPRINT.finditer(text)]
    if any(not indentation[:1].isspace() for indentation in found):
        return True
    return bool(found) and (text[:1] == b"{" or read(content, path).blueprint is not None)


_BLUEPRINT = later(
    rb"""^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?([ {]*)(["']?)blueprint\2[ \t]*:""", re.MULTILINE
)


def decode(content: bytes, path: str) -> tuple[Source, Problem | None]:
    """A file's text, and why it is none or too much."""
    if len(content) > LARGEST:
        source = Source(path, "")
        message = f"the file has more than {LARGEST // 1_000_000} MB"
        return source, TOO_LARGE.at(source, None, message, "split it into several blueprints")
    content = content.removeprefix(BOM)
    if content[:1000].count(0) > 2:  # noqa: PLR2004 - one or two may have slipped in, more are a system
        return _undecodable(content, path, content.index(0))
    try:
        return Source(path, content.decode()), None
    except UnicodeDecodeError as error:
        return _undecodable(content, path, error.start)


def encoded(text: str, like: bytes) -> bytes:
    """A text as the bytes of a file: with a byte order mark where the file had one before."""
    return (BOM if like.startswith(BOM) else b"") + text.encode()


def _undecodable(content: bytes, path: str, at: int) -> tuple[Source, Problem]:
    """A text to point into, and what the bytes may be."""
    source = Source(path, content.decode(errors="replace"))
    start = len(content[:at].decode(errors="replace"))
    message = f"byte {at + 1} is no UTF-8 text"
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or content[:4] == b"\0\0\xfe\xff":
        message = "the file is not UTF-8 but UTF-16 or UTF-32"
    elif b"\0" in content[:1000]:
        message = "the file is no text, or not UTF-8"
    return source, UNREADABLE.at(source, Span(start, start + 1), message, "save it as UTF-8")


def parse(source: Source, workspace: Workspace | None = None) -> Document:
    """Read a text. Without a workspace, other files are not looked at."""
    if source.text.startswith("\ufeff"):
        source = Source(source.path, source.text[1:])
    reading = Reading(source)
    blueprint, known = _understood(reading, workspace)
    problems = tuple(sorted(reading.problems, key=_place))
    wrong = any(problem.severity == "error" for problem in problems)
    return Document(source, blueprint, problems, None if wrong else known, reading.root)


def _understood(
    reading: Reading, workspace: Workspace | None
) -> tuple[Blueprint | None, Index | None]:
    """The blueprint and where its references lead; problems go to `reading`."""
    blueprint = None
    try:
        blueprint = _blueprint(reading)
        if blueprint is None:
            return None, None
        known = resolve(blueprint, reading, workspace, lambda file: _names(file, workspace))
    except TooMany:
        return blueprint, None
    return blueprint, known


def _blueprint(reading: Reading) -> Blueprint | None:
    """The blueprint as it stands in its own file, references not yet followed."""
    source = reading.source
    root, reading.problems = compose(source)
    reading.root = root
    if reading.problems:
        return None
    if not isinstance(root, Pairs) or not any(word.value == "blueprint" for word, _ in root.value):
        reading.problems = [_no_blueprint(source, root)]
        return None
    blueprint = read_blueprint(root, reading)
    if not blueprint.id:
        blueprint.__dict__["id"] = _stem(source.path) or slug(blueprint.name) or "blueprint"
    return blueprint


def _names(file: str, workspace: Workspace | None) -> Names | None:
    """What another file calls its actions; None if it cannot be read as a blueprint."""
    if workspace is None:
        return None
    if file not in workspace.opened:
        workspace.opened[file] = _opened(file)
    names = workspace.opened[file]
    return names if isinstance(names, Names) else None


def _opened(file: str) -> Names | None:
    try:
        content = bytes_of(file)
    except OSError:
        return None
    source, problem = decode(content, file)
    reading = Reading(source)
    try:
        blueprint = None if problem else _blueprint(reading)
    except TooMany:
        return None
    return Names(blueprint, reading.elements) if blueprint else None


def _place(problem: Problem) -> tuple[Span, str]:
    return (problem.span or Span(0, 0), problem.code)


def _stem(path: str) -> str:
    stem = os.path.splitext(os.path.basename(path))[0]
    return "" if stem in {"-", "<stdin>"} else stem


def _no_blueprint(source: Source, root: Node | None) -> Problem:
    if root is None:
        hint = "`bp init` writes a blueprint to begin with"
        return NOT_A_BLUEPRINT.at(source, None, "the file is empty", hint)
    words = (
        [word for word, _ in root.value if isinstance(word, Text)]
        if isinstance(root, Pairs)
        else []
    )
    near = next((word for word in words[:50] if closest(word.value, ["blueprint"])), None)
    hint = "a blueprint begins with `blueprint: ` and the service's name"
    span = Span(near.start, near.end) if near else Span(root.start, min(root.start + 1, root.end))
    return NOT_A_BLUEPRINT.at(
        source, span, "the file has no key `blueprint`", did_you_mean(near and "blueprint") or hint
    )
