"""What a tool can be told of a blueprint, and the texts that a reader looks for in its picture.

Every tool is told all that it can say: lanes, steps, cards, figures, pain points and opportunities
as text, links with their kinds and names, and the plain order of reading where no link is written,
as `bp` draws it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.layout.links import implied_arrows, written_arrows
from blueprint_cli.model import Action, Blueprint, Step
from blueprint_cli.reading.references import Index, Joined

COLORS = {
    "evidence": ("#f7f6f0", "#b8ae8a"),
    "customer": ("#f0f6fc", "#7fb0de"),
    "frontstage": ("#eef8f4", "#6fb99b"),
    "backstage": ("#fdf7ec", "#d3a550"),
    "support": ("#f5f2fa", "#a592cc"),
}
"""Band and edge of each role's lanes, about as `bp` has them."""


class Card(NamedTuple):
    """A box: a step's header, or a card at its step and lane; `said` are texts under its name."""

    key: str
    name: str
    said: tuple[str, ...]
    step: int
    lane: int = -1


class Arrow(NamedTuple):
    """A line from one box to another, both called by their keys; `id` is its id in our picture."""

    id: str
    kind: str
    start: str
    end: str
    label: str


class Told(NamedTuple):
    """What a tool is told of a blueprint; `ids` are plain names of boxes by their keys."""

    name: str
    lanes: tuple[tuple[str, str, str], ...]
    steps: tuple[Card, ...]
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...]
    ids: dict[str, str]


def told(blueprint: Blueprint, index: Index) -> Told:
    """All that other tools can be told."""
    steps = tuple(
        Card(key, step.name, tuple(_of_step(step)), place)
        for place, (key, step) in enumerate(zip(index.step_keys, blueprint.steps, strict=True))
    )
    cards = tuple(
        Card(each.key, each.action.name, tuple(_of_action(each.action)), each.step, each.lane)
        for each in index.actions
    )
    lanes = tuple((lane.name, *COLORS[lane.role]) for lane in blueprint.lanes)
    ids = {card.key: f"s{number}" for number, card in enumerate(steps)}
    ids |= {card.key: f"c{number}" for number, card in enumerate(cards)}
    return Told(blueprint.name, lanes, steps, cards, tuple(_arrows(blueprint, index)), ids)


def _arrows(blueprint: Blueprint, index: Index) -> Iterator[Arrow]:
    inside = [joined for joined in index.links if not joined.external]
    for arrow, joined in zip(written_arrows(index), inside, strict=True):
        yield Arrow(arrow.id, arrow.kind, arrow.start, arrow.end, _label(joined))
    if not index.links:
        for arrow in implied_arrows(blueprint, index):
            yield Arrow(arrow.id, "implied", arrow.start, arrow.end, "")


def _label(joined: Joined) -> str:
    link = joined.link
    share = f"{link.share:.0%}" if link.share is not None else ""
    when = f"if {link.when}" if link.when else ""
    return ", ".join(text for text in (link.name, when, share) if text)


def _of_step(step: Step) -> Iterator[str]:
    if step.phase:
        yield f"({step.phase})"
    if step.emotion is not None:
        yield f"emotion {step.emotion:+d}"
    yield from (f"“{text}”" for text in (step.thinks, step.feels) if text)
    if step.moment_of_truth:
        yield "moment of truth"
    yield from _marks(step)


def _of_action(action: Action) -> Iterator[str]:
    for word, length in (("", action.time), ("wait ", action.wait), ("at most ", action.tolerance)):
        if length:
            yield f"{word}{length.text.replace('..', '–')}"
    if action.fail_point:
        yield f"can fail: {action.fail_point.name}"
    yield from (f"rule: {policy.name}" for policy in action.policies)
    yield from _marks(action)


def _marks(element: Action | Step) -> Iterator[str]:
    yield from (f"pain {each.severity}: {each.name}" for each in element.pain_points)
    yield from (f"idea: {each.name}" for each in element.opportunities)
    yield from (f"open: {each.name}" for each in element.questions)


def wanted(blueprint: Blueprint, index: Index) -> dict[str, list[str]]:
    """The texts that a reader looks for in the picture, by what they are."""
    actions = [placed.action for placed in index.actions]
    everything = (*blueprint.steps, *actions)
    links = [joined.link for joined in index.links if not joined.external]
    return {
        "title": [blueprint.name],
        "phases": list(dict.fromkeys(step.phase for step in blueprint.steps if step.phase)),
        "steps": [step.name for step in blueprint.steps],
        "lanes": [lane.name for lane in blueprint.lanes],
        "cards": [action.name for action in actions],
        "names and conditions of links": [
            text for link in links for text in (link.name, link.when) if text
        ],
        "pain points": [each.name for one in everything for each in one.pain_points],
        "opportunities": [each.name for one in everything for each in one.opportunities],
        "fail points": [each.fail_point.name for each in actions if each.fail_point],
        "open questions": [each.name for one in everything for each in one.questions],
        "thoughts and feelings": [
            text for step in blueprint.steps for text in (step.thinks, step.feels) if text
        ],
    }
