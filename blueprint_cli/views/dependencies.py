"""What an action hangs on and what hangs on it, in the terminal: a tree, through all the others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from blueprint_cli.console import visible
from blueprint_cli.reading.references import Joined, LinkKind
from blueprint_cli.report.sentences import counted
from blueprint_cli.report.telling import told
from blueprint_cli.service import Service

_INDENT = 4
"""Columns that each level of a tree takes."""


class _Branch(NamedTuple):
    """One sort of dependency: its heading, the links that lead on, and from which end."""

    heading: str
    kind: LinkKind
    onward: bool


_BRANCHES = (
    _Branch("needs", "needs", onward=True),
    _Branch("is needed by", "needs", onward=False),
    _Branch("sets off", "triggers", onward=True),
    _Branch("is set off by", "triggers", onward=False),
)


def dependencies_view(service: Service, key: str, width: int) -> Iterator[RenderableType]:
    """All that an action hangs on and all that hangs on it; `key` is its `step.lane.action`."""
    tree = Tree(_named(service, key, "bold"), guide_style="dim")
    _add_resources(service, tree, key)
    for branch in _BRANCHES:
        _add_branch(service, tree, branch, key, width)
    _add_agreements(service, tree, key)
    if not tree.children:
        tree.add(Text("Nothing is written that it hangs on, or that hangs on it.", "dim"))
    yield tree


def _named(service: Service, key: str, style: str = "") -> Text:
    """An action with its lane and step; one of another file as it is written."""
    placed = service.placed.get(key)
    if placed is None:
        return Text(visible(key), style).append(" (another blueprint)", "dim not bold")
    text = Text(visible(placed.action.name), style)
    where = f" ({service.lane(placed).name}, {service.step(placed).name})"
    return text.append(visible(where), "dim not bold")


def _add_resources(service: Service, tree: Tree, key: str) -> None:
    for used in service.placed[key].action.uses:
        resource = service.resource(used)
        if resource is not None:
            owner = f" ({resource.owner})" if resource.owner else ""
            text = Text("uses ", "cyan").append(visible(resource.name), "default")
            tree.add(text.append(visible(owner), "dim"))


def _add_branch(service: Service, tree: Tree, branch: _Branch, key: str, width: int) -> None:
    """All to which links of a sort lead, step by step; nothing where none do."""
    if not _links(service, branch, key):
        return
    reached = _reached(service, branch, key) - {key}
    heading = Text(branch.heading, "cyan")
    several = counted(len(reached), "action")
    node = tree.add(heading.append(f" ({several} in all)", "dim"))
    deepest = max(1, width // 2 // _INDENT - 1)  # half of the width is left for words
    _Growth(service, branch, deepest, {key}).grow(node, key, (key,))


class _Growth(NamedTuple):
    """How a branch grows: each action's own links are followed once, where it first appears."""

    service: Service
    branch: _Branch
    deepest: int
    seen: set[str]

    def grow(self, node: Tree, key: str, path: tuple[str, ...]) -> None:
        """Add all to which an action's links lead, and what lies behind these."""
        for joined, end in _links(self.service, self.branch, key):
            label = _named(self.service, end).append(visible(_said(joined)))
            leads_on = bool(_links(self.service, self.branch, end))
            if end in path:
                node.add(Text("↺ ", "yellow").append_text(label).append(", a circle", "yellow"))
            elif end in self.seen and leads_on:
                node.add(label.append(", as above", "dim"))
            else:
                self.seen.add(end)
                self._follow(node.add(label), end, (*path, end))

    def _follow(self, node: Tree, key: str, path: tuple[str, ...]) -> None:
        if self.branch == _BRANCHES[0] and key in self.service.placed:
            _add_resources(self.service, node, key)
        if len(path) <= self.deepest:
            self.grow(node, key, path)
        elif behind := _reached(self.service, self.branch, key) - set(path):
            node.add(Text(f"… and {counted(len(behind), 'action')} behind it", "dim"))


def _links(service: Service, branch: _Branch, key: str) -> Sequence[tuple[Joined, str]]:
    """The links of a sort that lead on from an action, with the actions at their other ends."""
    if branch.onward:
        return [(each, each.end) for each in service.held(key, branch.kind)]
    found = service.links_to.get(key, ())
    return [(each, each.start) for each in found if each.kind == branch.kind]


def _reached(service: Service, branch: _Branch, key: str) -> set[str]:
    """All to which links of a sort lead, through others too; itself only in a circle."""
    reached: set[str] = set()
    waiting = [key]
    while waiting:
        ends = {end for _, end in _links(service, branch, waiting.pop())} - reached
        reached |= ends
        waiting += ends
    return reached


def _said(joined: Joined) -> str:
    """What a link says of itself."""
    link = joined.link
    share = None if link.share is None else f"{told('share', link.share)} of cases"
    words = [word for word in (link.name, link.when and f"when {link.when}", share) if word]
    return f": {', '.join(words)}" if words else ""


def _add_agreements(service: Service, tree: Tree, key: str) -> None:
    """What must agree with an action, whichever of the two says so."""
    held = [(each, each.end) for each in service.held(key, "agrees_with")]
    others = service.links_to.get(key, ())
    held += [(each, each.start) for each in others if each.kind == "agrees_with"]
    if held:
        node = tree.add(Text("must agree with", "cyan"))
        for joined, end in held:
            node.add(_named(service, end).append(visible(_said(joined))))
