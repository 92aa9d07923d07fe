"""The search over all blueprints: what can be found, small enough to stand in the page."""

import json
from collections.abc import Iterator, Sequence

from blueprint_cli.dot import writable
from blueprint_cli.site.facts import Facts
from blueprint_cli.site.resources import plain
from blueprint_cli.site.web import Known, titles

KINDS = ("blueprint", "step", "action", "lane", "resource", "owner", "tag")
"""What can be found, in the order in which it is told where two fit alike."""

_Entry = tuple[int, str, str]
"""The number of its kind, its name, and the id of its place in the page, which may be empty."""


def index(blueprints: Sequence[Known]) -> str:
    """All names by blueprint as JSON that ends no element of HTML."""
    found = {
        "kinds": KINDS,
        "blueprints": [
            (known.place.at, writable(title), list(_entries(known.facts)))
            for known, title in zip(blueprints, titles(blueprints), strict=True)
        ],
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _entries(facts: Facts) -> Iterator[_Entry]:
    """What one blueprint is called, holds and has; its names, each owner and each tag once."""
    told: set[tuple[str, str]] = set()
    for kind, name, at in _all(facts):
        if kind in _ONCE:
            if not name or (kind, plain(name)) in told:
                continue
            told.add((kind, plain(name)))
        yield KINDS.index(kind), writable(name), at


_ONCE = frozenset({"blueprint", "owner", "tag"})


def _all(facts: Facts) -> Iterator[tuple[str, str, str]]:
    yield "blueprint", facts.name, ""
    yield "blueprint", facts.id, ""
    yield from _marked(facts.owner, facts.tags, "")
    for lane in facts.lanes:
        yield "lane", lane.name, f"lane:{lane.key}"
        yield from _marked(lane.owner, lane.tags, f"lane:{lane.key}")
    for step in facts.steps:
        yield "step", step.name, f"step:{step.key}"
        yield from _marked(step.owner, step.tags, f"step:{step.key}")
    for action in facts.actions:
        yield "action", action.name, f"action:{action.key}"
        yield from _marked(action.owner, action.tags, f"action:{action.key}")
    for resource in facts.resources:
        yield "resource", resource.name, ""
        yield from _marked(resource.owner, resource.tags, "")
    for pain in facts.pain_points:
        yield "owner", pain.owner, pain.at
    for chance in facts.opportunities:
        yield "owner", chance.owner, chance.at


def _marked(owner: str, tags: Sequence[str], at: str) -> Iterator[tuple[str, str, str]]:
    yield "owner", owner, at
    for tag in tags:
        yield "tag", tag, at
