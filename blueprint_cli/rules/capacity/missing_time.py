"""An action without a time in a lane where nearly all have one.

A lane whose actions carry a `time` is one that somebody measured, and its sums are used: how long
customers are in the house, how many people are needed. One action without a time counts there as
nothing, so the plan comes out too good, and nobody sees why. The rule looks at lanes of people
other than the customer's, and speaks when at least three actions have a time, and three in four
(`share`).

## Bad

```yaml
blueprint: A parcel at the post office
lanes:
  - {id: sender, name: Sender, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
steps:
  - name: Hand over
    actions:
      sender: Puts the parcel on the scales
      clerk:
        - {name: Weighs the parcel, time: 30s}
        - {name: Prints the label, time: 20s}
        - Explains the insurance
  - name: Pay
    actions:
      sender: Pays
      clerk: {name: Takes the money, time: 40s}
```

## Good

```yaml
blueprint: A parcel at the post office
lanes:
  - {id: sender, name: Sender, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
steps:
  - name: Hand over
    actions:
      sender: Puts the parcel on the scales
      clerk:
        - {name: Weighs the parcel, time: 30s}
        - {name: Prints the label, time: 20s}
        - {name: Explains the insurance, time: 30s..3m}
  - name: Pay
    actions:
      sender: Pays
      clerk: {name: Takes the money, time: 40s}
```

## How to fix

Write how long it takes, as a range if it varies: watch it three times before you guess. Work that
takes no time to speak of has `time: 0m`.

## Source

G. Lynn Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984: time is
what most determines a service's cost, so a blueprint gives a standard time for each of its acts.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service

ENOUGH = 3
"""So many actions of a lane with a time show that it was measured, and not one now and then."""


def check(service: Service, *, share: float) -> Iterator[Finding]:
    """Find actions that lack what the others of their lane have."""
    for lane, actions in zip(service.blueprint.lanes, service.in_lane, strict=True):
        if lane.actor != "people" or lane.role in {"evidence", "customer"}:
            continue
        without = [each for each in actions if each.action.time is None]
        timed = len(actions) - len(without)
        if timed < ENOUGH or timed < share * len(actions):
            continue
        for placed in without:
            action = placed.action
            if not action.details:
                yield Finding(
                    action.places.get("name", action.span),
                    f"'{action.name}' has no `time`, as {timed} others of '{lane.name}' have",
                    "write how long it takes, `time: 0m` if it is nothing to speak of",
                )


RULE = Rule(
    "BP402",
    "missing-time",
    "info",
    __doc__,
    check,
    (Option("share", 0.75, "the share of a lane's actions that must have a time"),),
)
