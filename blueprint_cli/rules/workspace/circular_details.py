"""Blueprints whose `details` lead back to where they began.

A step or action names a more detailed blueprint, so that a reader can go from the overview into the
depth. Where that way closes a circle there is no overview any more: each file claims to be a part
of the other, and a reader walks in a ring.

## Bad

```yaml
# file: train.yaml
blueprint: A journey by train
lanes: [{id: traveller, name: Traveller, role: customer}]
steps:
  - name: Buy a ticket
    details: ticket.yaml
    actions: {traveller: Buys a ticket}
```

```yaml
# file: ticket.yaml
blueprint: Buying a ticket
lanes: [{id: traveller, name: Traveller, role: customer}]
steps:
  - name: Choose a train
    details: train.yaml
    actions: {traveller: Chooses a train}
```

## Good

```yaml
# file: train.yaml
blueprint: A journey by train
lanes: [{id: traveller, name: Traveller, role: customer}]
steps:
  - name: Buy a ticket
    details: ticket.yaml
    actions: {traveller: Buys a ticket}
```

```yaml
# file: ticket.yaml
blueprint: Buying a ticket
links: train.yaml
lanes: [{id: traveller, name: Traveller, role: customer}]
steps:
  - name: Choose a train
    actions: {traveller: Chooses a train}
```

## How to fix

Decide which of the files is the overview, and delete the `details` that lead up to it again. To
name the way back, use `links`.

## Source

Marc Stickdorn, Markus Hormess, Adam Lawrence and Jakob Schneider, "This Is Service Design Doing",
2018: maps have zoom levels; each step of a coarse one can be a whole map of its own.
"""

from collections.abc import Iterator

from blueprint_cli.lint.neighbours import Neighbours, Outline, Way
from blueprint_cli.lint.rule import Across, Finding, Rule


def check(neighbours: Neighbours) -> Iterator[Across]:
    """Find circles of details, each once: a walk in depth that follows every way once."""
    outlines = {outline.file: outline for outline in neighbours.outlines}
    done: set[str] = set()
    for first in outlines.values():
        way = [] if first.file in done else [(first, iter(_details(first)))]
        onward: dict[str, Way] = {}
        while way:
            here, rest = way[-1]
            step = next(rest, None)
            if step is None:
                way.pop()
                onward.pop(here.file, None)
                done.add(here.file)
                continue
            onward[here.file] = step
            if step.file in onward:
                yield _told(onward, step.file, outlines)
            elif step.file in outlines and step.file not in done:
                way.append((outlines[step.file], iter(_details(outlines[step.file]))))


def _details(outline: Outline) -> list[Way]:
    return [way for way in outline.ways if way.details and way.file != outline.file]


def _told(onward: dict[str, Way], start: str, outlines: dict[str, Outline]) -> Across:
    circle = [start]
    while onward[circle[-1]].file != start:
        circle.append(onward[circle[-1]].file)
    first = circle.index(min(circle))
    circle = circle[first:] + circle[:first]
    names = [outlines[file].source.path for file in circle]
    message = f"details lead in a circle: {' → '.join([*names, names[0]])}"
    hint = "delete the `details` that lead back to the overview"
    elsewhere = tuple(
        (outlines[file].source, onward[file].span, "and on from here") for file in circle[1:]
    )
    finding = Finding(onward[circle[0]].span, message, hint)
    return Across(outlines[circle[0]].source, finding, elsewhere)


RULE = Rule("BP903", "circular-details", "warning", __doc__, check_across=check)
