"""One person who works at every step, with nobody who could step in.

A lane of people with a written `capacity` of 1 acts at each step of the way. When that person is
ill, on leave or with another customer, the whole service stands still, and only they know how it
goes. The rule looks at blueprints of at least `steps` steps; a lane whose capacity is not written
says nothing about how many work in it.

## Bad

```yaml
blueprint: Piano tuning
lanes:
  - {id: owner, name: Owner, role: customer}
  - {id: tuner, name: Tuner, role: frontstage, capacity: 1}
steps:
  - {name: Call, actions: {owner: Calls, tuner: Finds a day}}
  - {name: Visit, actions: {owner: Opens the door, tuner: Listens}}
  - {name: Tune, actions: {owner: Drinks tea, tuner: Tunes}}
  - {name: Pay, actions: {owner: Pays, tuner: Writes a receipt}}
```

## Good

```yaml
blueprint: Piano tuning
lanes:
  - {id: owner, name: Owner, role: customer}
  - {id: tuner, name: Tuner, role: frontstage, capacity: 1}
  - {id: office, name: Office shared with two other tuners, role: frontstage, capacity: 2}
steps:
  - {name: Call, actions: {owner: Calls, office: Finds a day and a tuner}}
  - {name: Visit, actions: {owner: Opens the door, tuner: Listens}}
  - {name: Tune, actions: {owner: Drinks tea, tuner: Tunes}}
  - {name: Pay, actions: {owner: Pays, office: Sends a bill}}
```

## How to fix

Give some of the steps to others, or show a second person how the work goes and write the capacity
that you then have. Set `steps` higher where short services are rightly done by one.

## Source

Taiichi Ohno, "Toyota Production System", 1988: people who can do their neighbour's work help each
other over the hand-over, as runners of a relay do in the zone where the baton changes hands.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, steps: int) -> Iterator[Finding]:
    """Find lanes of one person that act at all steps."""
    count = len(service.blueprint.steps)
    if count < steps:
        return
    for lane, actions in zip(service.blueprint.lanes, service.in_lane, strict=True):
        if lane.actor != "people" or lane.role in {"customer", "evidence"}:
            continue
        written = lane.places.get("capacity")
        if written and lane.capacity == 1 and len({each.step for each in actions}) == count:
            message = f"'{lane.name}' is one person and works at every step"
            hint = "give some of the steps to others, or let a second person learn the work"
            yield Finding(written, message, hint)


STEPS = Option("steps", 4, "how many steps a blueprint has at least to be looked at", 1)

RULE = Rule("BP703", "lone-worker", "info", __doc__, check, (STEPS,))
