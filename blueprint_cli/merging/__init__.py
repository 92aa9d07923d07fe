"""Two people's changes of one blueprint put together, by what it says and not only by its lines.

A merge of lines can be clean and still wrong: a reference that leads nowhere, an id that is there
twice, a change that fell between two others, a comment over what it is not about. So it counts only
where it says all that both sides changed and nothing else, and each comment is with its element.
Where it does not, elements are merged one by one.
"""

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from blueprint_cli.merging.comment_lines import comments_stay
from blueprint_cli.merging.conflicts import Doubt, Remarked
from blueprint_cli.merging.joints import Three
from blueprint_cli.merging.labels import Labels
from blueprint_cli.merging.plan import Plan
from blueprint_cli.merging.proof import Unproved, proved
from blueprint_cli.parse import Document, decode, encoded, parse
from blueprint_cli.problems import NOT_A_BLUEPRINT, Problem
from blueprint_cli.source import Source


class Lines(NamedTuple):
    """What a merge of lines gives; `clean` without conflict markers."""

    content: bytes
    clean: bool


Worse = Callable[[Document], str]
"""What is found in a text and in neither side; empty where nothing is."""
Judge = Callable[[Document], tuple[Problem, ...]]
"""Finds what is wrong with a document."""
ByLines = Callable[[bytes, bytes, bytes, Labels], Lines]
"""Merges base, ours and theirs line by line."""


class Merged(NamedTuple):
    """The result of a merge.

    `way` tells how it was made. `clean` is false where it has conflict markers, or where it may be
    wrong without one, for which `doubt` gives the reason. `decided` tells what was decided, to
    whoever asks, `conflicts` what is left to decide; `problems` are those of a side that could not
    be read.
    """

    content: bytes
    clean: bool
    way: Literal["same", "lines", "elements", "git"]
    doubt: str = ""
    decided: Callable[[], tuple[str, ...]] = tuple
    conflicts: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Tools(NamedTuple):
    """What a merge needs from outside: who merges lines, and who judges a document."""

    by_lines: ByLines
    judge: Judge


def merged(
    base: bytes, ours: bytes, theirs: bytes, *, path: str, tools: Tools, labels: Labels
) -> Merged:
    """Both sides' changes of a file that is called `path`, in one text.

    A result that is not `clean` has conflict markers round what both sides changed in different
    ways; where the elements cannot be merged, it is the merge of lines as it is.
    """
    if theirs in {ours, base}:
        return Merged(ours, clean=True, way="same")
    if base == ours:
        return Merged(theirs, clean=True, way="same")
    sides = [_read(each, path) for each in (base, ours, theirs)]
    lines = tools.by_lines(base, ours, theirs, labels)
    if any(each.index is None for each in (sides if base.strip() else sides[1:])):
        return _unread(lines, sides, path)
    known = set[str]()
    worse = partial(_worse, sides=sides[1:], judge=tools.judge, known=known)
    try:
        plan = Plan(Three(*sides))
        if lines.clean and not plan.conflicts:
            document = _read(lines.content, path)
            if not (_doubt(plan, sides, document) or worse(document)):
                return Merged(lines.content, clean=True, way="lines", decided=_decided(plan))
        return _by_elements(plan, sides, ours, worse, labels)
    except Doubt as doubt:
        return Merged(lines.content, clean=False, way="git", doubt=str(doubt))


def _unread(lines: Lines, sides: list[Document], path: str) -> Merged:
    """The merge of lines where a version has errors; not clean where it has others than these."""
    if all(NOT_A_BLUEPRINT.code in {each.code for each in one.problems} for one in sides):
        return Merged(lines.content, lines.clean, "git")
    from blueprint_cli.lint.fingerprints import fingerprints

    errors = [[each for each in one.problems if each.severity == "error"] for one in sides]
    known = {mark for one in errors[1:] for mark in fingerprints(one, "")}
    there = [each for each in _read(lines.content, path).problems if each.severity == "error"]
    clean = lines.clean and known.issuperset(fingerprints(there, ""))
    doubt = "a version has errors" if sides[0].source.text else "both sides began without a base"
    named = zip(("base", "ours", "theirs"), errors, strict=True)
    problems = tuple(
        each._replace(source=Source(f"{path} ({name})", each.source.text))
        for name, some in named
        for each in some
        if name != "base" or sides[0].source.text
    )
    return Merged(lines.content, clean, "git", doubt=doubt, problems=problems)


def _by_elements(
    plan: Plan, sides: list[Document], like: bytes, worse: Worse, labels: Labels
) -> Merged:
    """The result by elements, with the line ends that ours has."""
    from blueprint_cli.merging.elements import joined

    text = decode(like, "")[0].text
    if any("\r" in each.source.text for each in sides):
        if "\r" in text and text.count("\r\n") != max(text.count("\n"), text.count("\r")):
            raise Doubt("lines end in different ways")
        sides = [_plain(each) for each in sides]
        plan = Plan(Three(*sides))
    try:
        result = joined(plan, sides, worse, labels)
    except Remarked as remarked:
        if remarked.about in plan.remarked:
            raise
        plan = Plan(plan.three, plan.remarked | {remarked.about})
        return _by_elements(plan, sides, like, worse, labels)
    from blueprint_cli.merging.telling import left

    ended = result.text.replace("\n", "\r\n") if "\r" in text else result.text
    return Merged(
        encoded(ended, like), result.clean, "elements", decided=_decided(plan), conflicts=left(plan)
    )


def _decided(plan: Plan) -> Callable[[], tuple[str, ...]]:
    """What tells the decisions of a plan."""

    def tell() -> tuple[str, ...]:
        from blueprint_cli.merging.telling import told

        return told(plan)

    return tell


def _plain(document: Document) -> Document:
    """A version whose lines end with line feeds."""
    text = document.source.text.replace("\r\n", "\n").replace("\r", "\n")
    return parse(Source(document.source.path, text))


def _read(content: bytes, path: str) -> Document:
    source, problem = decode(content, path)
    return Document(source, None, (problem,)) if problem else parse(source)


def _doubt(plan: Plan, sides: list[Document], document: Document) -> str:
    """Why a text is not the result that is meant."""
    wrong = [each for each in document.problems if each.severity == "error"]
    if wrong:
        return wrong[0].message
    try:
        result = proved(plan, document)
    except Unproved as unproved:
        return str(unproved)
    if comments_stay(*(each.source.text for each in (*sides, document))):
        return ""
    from blueprint_cli.merging.elements import comments_astray

    return comments_astray(plan, sides, document, result)


def _worse(document: Document, sides: list[Document], judge: Judge, known: set[str]) -> str:
    """What is found in a text and in neither side; `known` keeps what these have."""
    found = judge(document)
    if not found:
        return ""
    from blueprint_cli.lint.fingerprints import fingerprints

    if not known:
        for side in sides:
            known.update(fingerprints(judge(side), ""))
    marks = fingerprints(found, "")
    return next(
        (each.message for each, mark in zip(found, marks, strict=True) if mark not in known), ""
    )
