"""A merge by elements: ours with what theirs changed, proved, and markers round what conflicts."""

from collections.abc import Callable
from typing import NamedTuple

from blueprint_cli.merging.comment_proof import comments_lost
from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.joints import BASE, OURS, SIDES, THEIRS
from blueprint_cli.merging.labels import Labels
from blueprint_cli.merging.markers import marked
from blueprint_cli.merging.plan import Plan
from blueprint_cli.merging.proof import Result, Unproved, proved
from blueprint_cli.merging.respelling import with_ids_of_result
from blueprint_cli.merging.weaving import woven
from blueprint_cli.merging.written import Written, written
from blueprint_cli.parse import Document, parse
from blueprint_cli.source import Source

Worse = Callable[[Document], str]
"""What is found in a text and in neither side; empty where nothing is."""


class Joined(NamedTuple):
    """A merged text; `clean` without conflict markers."""

    text: str
    clean: bool


def joined(plan: Plan, documents: list[Document], worse: Worse, labels: Labels) -> Joined:
    """The result of a plan as a text; `Doubt` where it cannot be proved.

    The documents are base, ours and theirs; their lines end with line feeds.
    """
    sides = _written(plan, documents)
    draft = woven(plan, sides)
    try:
        text = draft.patches.result()
    except ValueError as error:
        raise Doubt("two changes meet in one place") from error
    document = parse(Source(documents[OURS].source.path, text))
    _refuse(plan, document, sides)
    if not plan.conflicts:
        if reason := worse(document):
            raise Doubt(f"together they bring a problem that neither side has: {reason}")
        return Joined(text, clean=True)
    try:
        return Joined(marked(plan, draft, labels), clean=False)
    except ValueError as error:
        raise Doubt("a conflict stands in what moves") from error


def _written(plan: Plan, documents: list[Document]) -> tuple[Written, Written, Written]:
    found = [_empty()] if plan.three.alone else []
    for side in SIDES[len(found) :]:
        respelled = with_ids_of_result(plan, documents[side], side)
        parts, joints = plan.three.versions[side].parts, plan.three.of[side]
        one = written(respelled.document, parts, joints, respelled.moved)
        if one is None:
            raise Doubt("a version is written in a way that nobody can edit")
        found.append(one)
    return found[BASE], found[OURS], found[THEIRS]


def _empty() -> Written:
    """The base where there is none: a text in which nothing is anywhere."""
    side = written(parse(Source("", "blueprint: nothing")), (), {})
    assert side is not None  # noqa: S101 - it is laid out as simply as can be
    side.of.clear()
    return side


def _refuse(plan: Plan, document: Document, sides: tuple[Written, Written, Written]) -> None:
    """Raise `Doubt` where a text does not say what is planned, or lacks a comment."""
    wrong = [each for each in document.problems if each.severity == "error"]
    if wrong:
        raise Doubt(f"together they would be wrong: {wrong[0].message}")
    try:
        result = proved(plan, document)
    except Unproved as unproved:
        raise Doubt(str(unproved)) from unproved
    if reason := _comments_lost(plan, sides, document, result):
        raise Doubt(reason)


def comments_astray(
    plan: Plan, documents: list[Document], document: Document, result: Result
) -> str:
    """What is wrong with the comments of a text that says what is planned."""
    if any("\r" in each.source.text for each in (*documents, document)):
        return "lines end in different ways"
    try:
        return _comments_lost(plan, _written(plan, documents), document, result)
    except Doubt as doubt:
        return str(doubt)


def _comments_lost(
    plan: Plan, sides: tuple[Written, Written, Written], document: Document, result: Result
) -> str:
    there = written(document, result.parts, result.joints)
    return comments_lost(plan, sides, there) if there else "nobody could edit it"
