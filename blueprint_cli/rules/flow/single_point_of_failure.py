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

from collections.abc import Iterable, Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.model import Action, Resource
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

SEEN = frozenset({"customer", "frontstage"})


def check(service: Service, *, most: int) -> Iterator[Finding]:
    """Find what too many visible actions depend on."""
    behind = _depending(service, most)
    for each in service.actions:
        count = len(behind.get(each.key, ()))
        if count > most:
            hint = "write its `fail_point` with a `recovery`, or prepare a second way"
            yield _finding(each.action, count, hint)
    for resource in service.blueprint.resources:
        users = [each.key for each in service.users.get(id(resource), ())]
        count = len(_counted(users, behind, service, most))
        if count > most and not _has_stand_in(resource):
            hint = (
                "write a `fail_point` with a `recovery` where it is used, or prepare a second way"
            )
            yield _finding(resource, count, hint)


def _finding(element: Action | Resource, count: int, hint: str) -> Finding:
    span = element.places.get("name", element.span)
    message = f"{count} visible actions depend on '{element.name}' without a recovery"
    return Finding(span, message, hint)


def _has_stand_in(resource: Resource) -> bool:
    return resource.kind != "system" and resource.capacity > 1


def _depending(service: Service, most: int) -> dict[str, set[str]]:
    """The visible actions that depend on each action behind the scenes, by keys.

    An action is looked at when all that need it have been. More than `most` are not handed on, so
    the time grows with the number of needs.
    """
    needs = [each for each in service.links if each.kind == "needs"]
    still_needed: dict[str, int] = {}
    needing: dict[str, list[str]] = {}
    for each in needs:
        still_needed[each.end] = still_needed.get(each.end, 0) + 1
        needing.setdefault(each.end, []).append(each.start)
    depending: dict[str, set[str]] = {}
    ready = [key for key in {each.start: None for each in needs} if key not in still_needed]
    while ready:
        key = ready.pop()
        if _passes_on(service.placed[key], service):
            depending[key] = _counted(needing.get(key, ()), depending, service, most)
        for need in service.held(key, "needs"):
            if not need.external:
                still_needed[need.end] -= 1
                if not still_needed[need.end]:
                    ready.append(need.end)
    return depending


def _passes_on(placed: Placed, service: Service) -> bool:
    """Whether it works behind the scenes and its failure reaches those who need it."""
    return service.role(placed) not in SEEN and not _recovers(placed.action)


def _recovers(action: Action) -> bool:
    return bool(action.fail_point and action.fail_point.recovery)


def _counted(
    keys: Iterable[str], depending: dict[str, set[str]], service: Service, most: int
) -> set[str]:
    """The visible ones among some actions, and those behind the others."""
    found: set[str] = set()
    for key in keys:
        placed = service.placed[key]
        if _recovers(placed.action):
            continue
        if service.role(placed) in SEEN:
            found.add(key)
        elif len(onward := depending.get(key, set())) <= most:
            found |= onward
    return found


MOST = Option("most", 5, "how many visible actions may depend on one thing", 1)

RULE = Rule("BP304", "single-point-of-failure", "info", __doc__, check, (MOST,))
