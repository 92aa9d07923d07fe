"""More steps than one picture can show.

A blueprint is made to be seen as a whole. With more steps than `most` it no longer fits on a wall
or a screen, nobody sees how the beginning leads to the end, and changes in it are hard to follow.

## Bad

```yaml
blueprint: A day at the hospital
lanes:
  - {id: patient, name: Patient, role: customer}
steps:
  - {name: Station 1, actions: {patient: Goes to station 1}}
  - {name: Station 2, actions: {patient: Goes to station 2}}
  - {name: Station 3, actions: {patient: Goes to station 3}}
  - {name: Station 4, actions: {patient: Goes to station 4}}
  - {name: Station 5, actions: {patient: Goes to station 5}}
  - {name: Station 6, actions: {patient: Goes to station 6}}
  - {name: Station 7, actions: {patient: Goes to station 7}}
  - {name: Station 8, actions: {patient: Goes to station 8}}
  - {name: Station 9, actions: {patient: Goes to station 9}}
  - {name: Station 10, actions: {patient: Goes to station 10}}
  - {name: Station 11, actions: {patient: Goes to station 11}}
  - {name: Station 12, actions: {patient: Goes to station 12}}
  - {name: Station 13, actions: {patient: Goes to station 13}}
  - {name: Station 14, actions: {patient: Goes to station 14}}
  - {name: Station 15, actions: {patient: Goes to station 15}}
  - {name: Station 16, actions: {patient: Goes to station 16}}
  - {name: Station 17, actions: {patient: Goes to station 17}}
  - {name: Station 18, actions: {patient: Goes to station 18}}
  - {name: Station 19, actions: {patient: Goes to station 19}}
  - {name: Station 20, actions: {patient: Goes to station 20}}
  - {name: Station 21, actions: {patient: Goes to station 21}}
  - {name: Station 22, actions: {patient: Goes to station 22}}
  - {name: Station 23, actions: {patient: Goes to station 23}}
  - {name: Station 24, actions: {patient: Goes to station 24}}
  - {name: Station 25, actions: {patient: Goes to station 25}}
  - {name: Station 26, actions: {patient: Goes to station 26}}
  - {name: Station 27, actions: {patient: Goes to station 27}}
  - {name: Station 28, actions: {patient: Goes to station 28}}
  - {name: Station 29, actions: {patient: Goes to station 29}}
  - {name: Station 30, actions: {patient: Goes to station 30}}
  - {name: Station 31, actions: {patient: Goes to station 31}}
```

## Good

```yaml
blueprint: A day at the hospital
lanes:
  - {id: patient, name: Patient, role: customer}
steps:
  - {name: Is admitted, actions: {patient: Goes through five stations}}
  - {name: Is operated on, actions: {patient: Sleeps}}
  - {name: Wakes up, actions: {patient: Goes through six stations}}
```

## How to fix

Sum up neighbouring steps in one, and tell each part in a blueprint of its own, to which the step's
`details` leads.

## Source

Marc Stickdorn, Markus Hormess, Adam Lawrence and Jakob Schneider, "This Is Service Design Doing",
2018: maps have zoom levels; each step of a coarse one can be a whole map of its own.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, most: int) -> Iterator[Finding]:
    """Find the first step that is one too many."""
    steps = service.blueprint.steps
    if len(steps) > most:
        first = steps[most]
        yield Finding(
            first.places.get("name", first.span),
            f"the blueprint has {len(steps)} steps, more than {most}",
            "tell a part of them in a blueprint of its own, to which `details` of a step leads",
        )


RULE = Rule(
    "BP803",
    "too-many-steps",
    "info",
    __doc__,
    check,
    (Option("most", 30, "how many steps a blueprint may have", 1),),
)
