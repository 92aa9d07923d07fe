"""A severe pain point for which nobody has an idea.

A blueprint is drawn to make the service better. A pain point of severity 4 or more (`least`) that
no opportunity solves, neither by `solves` nor at the same action or step, is a complaint and no
plan yet. While you are still finding out what hurts that is as it should be, so the rule is silent
until it is chosen: turn it on when you go from looking to changing.

## Bad

```yaml
blueprint: A phone is repaired
lanes:
  - {id: owner, name: Owner of the phone, role: customer}
  - {id: shop, name: Shop, role: frontstage}
steps:
  - name: Wait for the repair
    pain_points: {name: Nobody knows when it is ready, severity: 4}
    actions: {owner: Waits, shop: Takes the phone in}
```

## Good

```yaml
blueprint: A phone is repaired
lanes:
  - {id: owner, name: Owner of the phone, role: customer}
  - {id: shop, name: Shop, role: frontstage}
steps:
  - name: Wait for the repair
    pain_points: {id: when, name: Nobody knows when it is ready, severity: 4}
    opportunities: {name: A message when the repair begins, solves: when, impact: 4, effort: 1}
    actions: {owner: Waits, shop: Takes the phone in}
```

## How to fix

Collect ideas with those who do the work, and write at least one as an opportunity whose `solves`
names the pain point. If it is to stay as it is, write `status: dropped`.

## Source

Jim Kalbach, "Mapping Experiences", 2016: a map aligns people on what customers go through so that
they find opportunities, and these are what it is made for.
"""

from collections.abc import Iterator

from blueprint_cli.facts.ideas import unsolved
from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, least: int) -> Iterator[Finding]:
    """Find severe pain points that no opportunity solves."""
    for pain, _ in unsolved(service, least):
        yield Finding(
            pain.places.get("name", pain.span),
            f"no opportunity solves the severe pain point '{pain.name}'",
            "write an opportunity whose `solves` names it",
        )


RULE = Rule(
    "BP503",
    "severe-pain-without-opportunity",
    "info",
    __doc__,
    check,
    (Option("least", 4, "the severity from which on a pain point is severe", 1),),
    off=True,
)
