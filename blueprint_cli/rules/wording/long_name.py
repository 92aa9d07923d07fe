"""A name too long for a card.

The name is what people read on the wall and say to each other. A sentence in its place is read by
nobody, makes every card of its row taller, and hides what is done behind how and why. The limits
are in characters, of which Chinese, Japanese and Korean ones count as two: `action` for actions,
`step` for steps, `lane` for lanes.

## Bad

```yaml
blueprint: A visit to the dentist
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: desk, name: Reception, role: frontstage}
steps:
  - name: Register
    actions:
      patient: Comes in
      desk: Asks for the insurance card, looks whether the address is right, and hands out a form
```

## Good

```yaml
blueprint: A visit to the dentist
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: desk, name: Reception, role: frontstage}
steps:
  - name: Register
    actions:
      patient: Comes in
      desk: [Reads the insurance card, Checks the address, Hands out the form]
```

## How to fix

Keep the verb and what it is done to; the rest goes into `note`. If there is an "and" in it, it may
be two actions. Set the limits to what your pictures have room for.

## Source

The format: `name` is what an element is called, `note` what else is to be said of it.
"""

from collections.abc import Iterable, Iterator
from unicodedata import category, east_asian_width

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.model import Element
from blueprint_cli.reading.mistakes import shown
from blueprint_cli.service import Service


def check(service: Service, *, action: int, step: int, lane: int) -> Iterator[Finding]:
    """Find names of actions, steps and lanes that are longer than their limit."""
    yield from _too_long(service.blueprint.lanes, lane)
    yield from _too_long(service.blueprint.steps, step)
    yield from _too_long((placed.action for placed in service.actions), action)


def _too_long(elements: Iterable[Element], limit: int) -> Iterator[Finding]:
    for element in elements:
        if len(element.name) * 2 > limit and (length := _width(element.name)) > limit:
            yield Finding(
                element.places.get("name", element.span),
                f"the name of the {element.element} '{shown(element.name)}' is {length} characters"
                f" long, more than {limit}",
                "shorten it, and put the rest into `note`",
            )


def _width(name: str) -> int:
    """How many characters of Latin script would be as wide."""
    if name.isascii():
        return len(name)
    return sum(_columns(sign) for sign in name)


def _columns(sign: str) -> int:
    if category(sign)[0] == "M":
        return 0
    return 2 if east_asian_width(sign) in {"W", "F"} else 1


RULE = Rule(
    "BP801",
    "long-name",
    "info",
    __doc__,
    check,
    (
        Option("action", 80, "how long the name of an action may be", 1),
        Option("step", 50, "how long the name of a step may be", 1),
        Option("lane", 40, "how long the name of a lane may be", 1),
    ),
)
