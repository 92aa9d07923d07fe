"""A machine frontstage that may fail, with nobody to turn to.

A system that serves the customer, a ticket machine, a kiosk, a chat robot, gets stuck at times. At
this step no person stands frontstage, and no link leads from the machine or from the customer to
people, so the customer is alone with it. The rule asks only where it matters: where the system's
action has a fail point without a recovery or an open pain point, or the step is a moment of truth.

A written `recovery` says what is done, and the rule is silent. Systems in support lanes are not
meant: whether the customer ever sees them, only a lane of the role `frontstage` says.

## Bad

```yaml
blueprint: Parcel locker
lanes:
  - {id: receiver, name: Receiver, role: customer}
  - {id: locker, name: Locker, role: frontstage, actor: system}
  - {id: driver, name: Driver, role: backstage}
steps:
  - name: Collect
    moment_of_truth: true
    actions:
      receiver: Types the code
      locker: {name: Opens a door, fail_point: The door jams}
```

## Good

```yaml
blueprint: Parcel locker
lanes:
  - {id: receiver, name: Receiver, role: customer}
  - {id: locker, name: Locker, role: frontstage, actor: system}
  - {id: hotline, name: Hotline, role: frontstage}
  - {id: driver, name: Driver, role: backstage}
steps:
  - name: Collect
    moment_of_truth: true
    actions:
      receiver: Types the code
      locker: {name: Opens a door, fail_point: The door jams}
      hotline: Opens the door from afar
```

## How to fix

Write which person the customer can turn to at this step, in a frontstage lane or by a link to their
action, or write the `recovery` of the fail point. If there is nobody, ask who should be.

## Source

Matthew L. Meuter, Amy L. Ostrom, Robert I. Roundtree and Mary Jo Bitner, "Self-Service
Technologies", Journal of Marketing, 2000: in what customers tell of bad self-service, technology
that fails comes first.
"""

from collections.abc import Iterator

from blueprint_cli.facts.unattended import unattended
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find what systems do frontstage where it may fail and nobody helps."""
    for action in (placed.action for placed in unattended(service)):
        hint = "write whom the customer can turn to, or the `recovery` of its `fail_point`"
        span = action.places.get("name", action.span)
        yield Finding(span, f"nobody is there to turn to when '{action.name}' fails", hint)


RULE = Rule("BP702", "nobody-to-turn-to", "info", __doc__, check)
