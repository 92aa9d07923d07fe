"""A severe pain point for which nobody answers.

What hurts customers most stays as it is while everybody thinks that somebody else sees to it. A
pain point of severity 4 or more (`least`) that is neither done nor dropped needs an owner: its own,
that of an opportunity that solves it or stands beside it, or that of the action, step or lane in
which it stands. The `owner` of the whole blueprint answers for all that no one else does.

## Bad

```yaml
blueprint: A train journey with a change
lanes:
  - {id: traveller, name: Traveller, role: customer}
  - {id: staff, name: Platform staff, role: frontstage}
steps:
  - name: Change trains
    actions:
      traveller: Looks for the platform
      staff:
        name: Announces the platform
        pain_points: {name: The platform changes at the last minute, severity: 5}
```

## Good

```yaml
blueprint: A train journey with a change
lanes:
  - {id: traveller, name: Traveller, role: customer}
  - {id: staff, name: Platform staff, role: frontstage}
steps:
  - name: Change trains
    actions:
      traveller: Looks for the platform
      staff:
        name: Announces the platform
        pain_points:
          name: The platform changes at the last minute
          severity: 5
          owner: Station management
```

## How to fix

Write `owner` at the pain point, or at the opportunity that solves it: a person or team who can
change something. If it is no longer felt, write `status: done`.

## Source

Sarah Gibbons, "Journey Mapping 101", Nielsen Norman Group, 2018: a map of what customers go through
is to tell what is to be done with it, and that begins with who owns which change.
"""

from collections.abc import Iterator

from blueprint_cli.facts.caring import carers
from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, least: int) -> Iterator[Finding]:
    """Find severe pain points that nobody owns."""
    named = carers(service)
    for pain, _ in service.severe(least):
        if not named[id(pain)]:
            yield Finding(
                pain.places.get("name", pain.span),
                f"nobody answers for the severe pain point '{pain.name}'",
                "write its `owner`, or that of an opportunity that solves it",
            )


RULE = Rule(
    "BP501",
    "severe-pain-without-owner",
    "warning",
    __doc__,
    check,
    (Option("least", 4, "the severity from which on a pain point is severe", 1),),
)
