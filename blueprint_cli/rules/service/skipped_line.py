"""A link between the customer and the work behind the scenes that goes past everyone frontstage.

The lines of a blueprint are crossed one by one: the customer meets somebody or something
frontstage, and that leads on. A link that jumps hides who takes the order, who passes it on, and
what the customer is told, and there things go wrong unseen.

It is no jump if the customer acts on a system (`actor: system`), as in self-service, or if one of
the two actions writes its own `touchpoint` or `channel`. What comes to the customer, or is agreed
with them, may also come by a thing: evidence at the customer's step, or the step's touchpoint or
channel. A `needs` tells what must be done before and is no contact. Without frontstage lanes, and
between frontstage and support, nothing is found.

## Bad

```yaml
blueprint: Lunch at the canteen
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: counter, name: Counter, role: frontstage}
  - {id: kitchen, name: Kitchen, role: backstage}
steps:
  - name: Order
    actions:
      guest: {id: order, name: Asks for the dish without nuts, triggers: cook}
      counter: Smiles
      kitchen: {id: cook, name: Cooks}
```

## Good

```yaml
blueprint: Lunch at the canteen
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: counter, name: Counter, role: frontstage}
  - {id: kitchen, name: Kitchen, role: backstage}
steps:
  - name: Order
    actions:
      guest: {id: order, name: Asks for the dish without nuts, triggers: take-order}
      counter: {id: take-order, name: Repeats the order and passes it on, triggers: cook}
      kitchen: {id: cook, name: Cooks}
```

## How to fix

Lead the link through the person or system that the customer meets. If it goes by a letter, a form
or a call, write that as the action's `touchpoint` or `channel`. If the lane is visible after all,
its role is `frontstage`.

## Source

Sarah Gibbons, "Service Blueprints: Definition", Nielsen Norman Group, 2017: the line of interaction
holds the direct contacts of customer and organisation, all that is visible is frontstage and stands
above the line of visibility, all else below it.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.reading.references import Joined, Placed
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find triggers and agreements between the customer and people who stay behind the scenes."""
    if not {"customer", "frontstage"} <= service.roles:
        return
    customers = {each.key for each in service.actions if service.role(each) == "customer"}
    shown = {each.step for each in service.actions if service.role(each) == "evidence"}
    for joined in service.links:
        onward = joined.start in customers
        if joined.kind == "needs" or onward == (joined.end in customers):
            continue
        start, end = service.placed[joined.start], service.placed[joined.end]
        customer, other = (start, end) if onward else (end, start)
        if _is_behind(other, service) and not _is_carried(joined, customer, other, service, shown):
            yield _finding(joined, start, end, other, service.lane(other).name)


def _is_behind(placed: Placed, service: Service) -> bool:
    lane = service.lane(placed)
    return lane.role in {"backstage", "support"} and lane.actor != "system"


def _is_carried(
    joined: Joined, customer: Placed, other: Placed, service: Service, shown: set[int]
) -> bool:
    """Whether the blueprint tells by what the contact comes: see the page."""
    if any(each.action.touchpoint or each.action.channel for each in (customer, other)):
        return True
    step = service.step(customer)
    onward = joined.kind == "triggers" and joined.start == customer.key
    return not onward and bool(step.touchpoint or step.channel or customer.step in shown)


def _finding(joined: Joined, start: Placed, end: Placed, other: Placed, lane: str) -> Finding:
    ends = f"'{start.action.name}' to '{end.action.name}'"
    hint = "lead it through somebody frontstage or a system, or write its `touchpoint` or `channel`"
    span = other.action.places.get("name", other.action.span)
    beside = Beside(span, f"the customer does not see the lane '{lane}'")
    message = f"the link from {ends} goes past everyone frontstage"
    return Finding(joined.link.action.span, message, hint, (beside,))


RULE = Rule("BP205", "skipped-line", "warning", __doc__, check)
