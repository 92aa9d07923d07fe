"""The references of a version as they have to be where the other side gave elements other ids."""

from typing import NamedTuple

from blueprint_cli.editing.naming import respelled
from blueprint_cli.editing.proofs import Moved
from blueprint_cli.editing.walks import mentions
from blueprint_cli.kinds import same
from blueprint_cli.merging.joints import Side
from blueprint_cli.merging.plan import Plan
from blueprint_cli.model import Element
from blueprint_cli.parse import Document, parse
from blueprint_cli.source import Edit, Source


class Respelled(NamedTuple):
    """A version whose references are those of the result, and where its places went."""

    document: Document
    moved: Moved


def with_ids_of_result(plan: Plan, document: Document, side: Side) -> Respelled:
    """A version in which each reference is written as the result has to write it."""
    edits = _edits(plan, document, side)
    if edits:
        source = Source(document.source.path, document.source.edited(edits))
        document = parse(source)
    return Respelled(document, Moved(edits))


def _edits(plan: Plan, document: Document, side: Side) -> list[Edit]:
    assert document.root is not None and document.blueprint is not None  # noqa: S101, PT018 - no errors
    version, joints = plan.three.versions[side], plan.three.of[side]
    lanes = {lane.id for lane in document.blueprint.lanes}
    found: dict[tuple[int, int], Edit] = {}
    for to, word in mentions(document.root, lanes):
        text = same(word.value.strip())
        element = version.keys.meant.get((to, text))
        if isinstance(element, Element):
            number = plan.three.numbers[side][id(element)]
            new = _spelling(plan, joints[number], text, side)
            if new != text:
                found[word.span] = respelled(document.source, word, new)
    return list(found.values())


def _spelling(plan: Plan, joint: int, text: str, side: Side) -> str:
    """How the result refers to a joint."""
    if joint not in plan.alive:
        return text
    part = plan.three.part(side, joint)
    assert part is not None  # noqa: S101 - it is referred to there
    if "." in text:
        home = plan.homes[joint]
        return f"{plan.id(home.owner)}.{plan.id(home.lane)}"
    return plan.id(joint)
