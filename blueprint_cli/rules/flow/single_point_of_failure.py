"""A single thing on which much of what customers see depends, without a recovery.

Behind the line of visibility a system, a room or one person's work often holds up many actions of
the customer and of those frontstage. When it fails they all stop, in front of the customers. The
rule finds backstage and support actions, and resources, on which more than `most` visible actions
depend, by `needs` or `uses`, directly or by way of other work behind the scenes.

An action whose `fail_point` has a `recovery` copes: it is no such point, and what needs it is not
counted for others. A room, team, person or paper with a `capacity` above 1 has something that
stands in for it; a system goes down as a whole, however many use it. Of several in a row the one
nearest to the customer is told. Set `most` lower where no failure can be borne, as in a hospital.

## Bad

```yaml
blueprint: Ticket office
resources: {id: till, name: Ticket system}
lanes:
  - {id: traveller, name: Traveller, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
  - {id: accounts, name: Accounts, role: backstage}
steps:
  - name: Ask
    actions:
      traveller: Asks for a train
      clerk: [{name: Looks up trains, uses: till}, {name: Tells the fare, uses: till}]
  - name: Buy
    actions:
      traveller: Pays
      clerk: [{name: Takes the money, uses: till}, {name: Prints the ticket, uses: till}]
      accounts: Closes the day
  - name: Come back
    actions:
      traveller: Gives the ticket back
      clerk: [{name: Checks the ticket, uses: till}, {name: Pays back, uses: till}]
```

## Good

```yaml
blueprint: Ticket office
resources: {id: till, name: Ticket system}
lanes:
  - {id: traveller, name: Traveller, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
  - {id: accounts, name: Accounts, role: backstage}
steps:
  - name: Ask
    actions:
      traveller: Asks for a train
      clerk:
        - name: Looks up trains
          uses: till
          fail_point: {name: The system is down, recovery: Looks them up in the printed timetable}
        - {name: Tells the fare, uses: till}
  - name: Buy
    actions:
      traveller: Pays
      clerk:
        - {name: Takes the money, uses: till}
        - name: Prints the ticket
          uses: till
          fail_point: {name: The system is down, recovery: Writes a ticket by hand}
      accounts: Closes the day
  - name: Come back
    actions:
      traveller: Gives the ticket back
      clerk: [{name: Checks the ticket, uses: till}, {name: Pays back, uses: till}]
```

## How to fix

Write down what is done when it fails: a `fail_point` with a `recovery` at the action, or, for a
resource, at the actions that use it. If nothing can be done, prepare a second way: a spare device,
a form on paper, a colleague who can do it too.

## Source

G. Lynn Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984: find the
points where a service may fail while it is still on paper, and design what catches the failure.
"""

from collections.abc import Iterator

from blueprint_cli.facts.single_points import MANY, single_points
from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.model import Resource
from blueprint_cli.service import Service


def check(service: Service, *, most: int) -> Iterator[Finding]:
    """Find what too many visible actions depend on."""
    for found, count in single_points(service, most):
        element = found if isinstance(found, Resource) else found.action
        how = "write a `fail_point` with a `recovery` where it is used"
        if element is not found:
            how = "write its `fail_point` with a `recovery`"
        span = element.places.get("name", element.span)
        message = f"{count} visible actions depend on '{element.name}' without a recovery"
        yield Finding(span, message, f"{how}, or prepare a second way")


MOST = Option("most", MANY, "how many visible actions may depend on one thing", 1)

RULE = Rule("BP304", "single-point-of-failure", "info", __doc__, check, (MOST,))
