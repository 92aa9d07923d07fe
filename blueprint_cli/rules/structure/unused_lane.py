"""A lane that does nothing at any step.

Whoever reads the blueprint sees a party that takes part in the service and learns nothing of its
work. Either the work is not known yet, or the party left the service and the lane stayed behind; a
step in which it was to act may also have been deleted.

## Bad

```yaml
blueprint: Card stopped at the bank
lanes:
  - {id: holder, name: Card holder, role: customer}
  - {id: hotline, name: Hotline, role: frontstage}
  - {id: fraud, name: Fraud team, role: backstage}
steps:
  - name: Reports the loss
    actions: {holder: Calls the hotline, hotline: Stops the card}
```

## Good

```yaml
blueprint: Card stopped at the bank
lanes:
  - {id: holder, name: Card holder, role: customer}
  - {id: hotline, name: Hotline, role: frontstage}
  - {id: fraud, name: Fraud team, role: backstage}
steps:
  - name: Reports the loss
    actions:
      holder: Calls the hotline
      hotline: Stops the card
      fraud: Looks for payments since the loss
```

## How to fix

Ask the people of the lane what they do at each step and write it there, or delete the lane. A
blueprint without any actions, and one in which a step only points to its `details`, is not judged.

## Source

Mary Jo Bitner, Amy L. Ostrom and Felicia N. Morgan, "Service Blueprinting: A Practical Technique
for Service Innovation", California Management Review, 2008: a blueprint places every party's
actions in relation to the customer's; a party without actions has no such relation.
"""

from collections.abc import Iterator

from blueprint_cli.facts.unused import unused_lanes
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find lanes without actions, where the blueprint itself tells what is done."""
    for place in unused_lanes(service):
        lane = service.blueprint.lanes[place]
        hint = "write what it does at a step, or delete the lane"
        span = lane.places.get("name", lane.span)
        yield Finding(span, f"the lane '{lane.name}' does nothing at any step", hint)


RULE = Rule("BP108", "unused-lane", "warning", __doc__, check)
