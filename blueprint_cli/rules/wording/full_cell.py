"""One lane that does too much at one step.

A cell tells what one party does at one moment. With more actions than `most` it turns into a
flowchart of that party's own work: the customer's way is lost from sight, and so is what matters
most about it, who hands over to whom.

## Bad

```yaml
blueprint: Check-in at the airport
lanes:
  - {id: passenger, name: Passenger, role: customer}
  - {id: agent, name: Agent, role: frontstage}
steps:
  - name: Check in
    actions:
      passenger: Puts the case on the belt
      agent:
        - Greets
        - Takes the passport
        - Finds the booking
        - Asks about the luggage
        - Weighs the case
        - Prints the tag
        - Prints the boarding pass
        - Tells the gate
```

## Good

```yaml
blueprint: Check-in at the airport
lanes:
  - {id: passenger, name: Passenger, role: customer}
  - {id: agent, name: Agent, role: frontstage}
steps:
  - name: Show the passport
    actions:
      passenger: Hands over the passport
      agent: [Greets, Finds the booking]
  - name: Check the luggage in
    actions:
      passenger: Puts the case on the belt
      agent: [Weighs the case, Prints the tag]
  - name: Get the boarding pass
    actions:
      passenger: Takes the boarding pass
      agent: [Prints the boarding pass, Tells the gate]
```

## How to fix

Split the step where the customer notices a difference, or sum the actions up and tell the rest in a
blueprint of its own, to which `details` leads. Set `most` to what your team can read.

## Source

Mary Jo Bitner, Amy L. Ostrom and Felicia N. Morgan, "Service Blueprinting: A Practical Technique
for Service Innovation", California Management Review 50 (3), 2008: other ways to draw a process
look at it from inside; a blueprint is simple enough for everyone and keeps the customer in view.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, most: int) -> Iterator[Finding]:
    """Find cells with too many actions, each at the first that is one too many."""
    for placed in service.actions:
        if placed.place == most:
            action, lane, step = placed.action, service.lane(placed), service.step(placed)
            yield Finding(
                action.places.get("name", action.span),
                f"'{lane.name}' does more than {most} things at the step '{step.name}'",
                "split the step, or tell them in a blueprint of their own with `details`",
            )


RULE = Rule(
    "BP802",
    "full-cell",
    "info",
    __doc__,
    check,
    (Option("most", 7, "how many actions a lane may have at one step", 1),),
)
