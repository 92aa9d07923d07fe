"""Work behind the scenes that nothing joins to the customer.

A backstage or support action is there for someone who is served. This one happens at a step where
neither the customer nor anyone frontstage acts, and no chain of links, in whatever direction, joins
it to a step where they do. Either a link is missing, and nobody can see who waits for this work, or
the work is done for nobody.

Blueprints without links, or without a lane for the customer, say nothing about this, and the rule
is silent. So it is about an action that is linked to another file, or whose step is told there.

## Bad

```yaml
blueprint: Bread to order
lanes:
  - {id: customer, name: Customer, role: customer}
  - {id: shop, name: Shop, role: frontstage}
  - {id: bakery, name: Bakery, role: backstage}
steps:
  - name: Order
    actions:
      customer: {id: order, name: Orders rye bread, triggers: note}
      shop: {id: note, name: Notes the order}
  - name: Night
    actions:
      bakery: {id: bake, name: Bakes rye bread}
  - name: Fetch
    actions:
      customer: {id: fetch, name: Fetches the bread, triggers: hand-over}
      shop: {id: hand-over, name: Hands over the bread}
```

## Good

```yaml
blueprint: Bread to order
lanes:
  - {id: customer, name: Customer, role: customer}
  - {id: shop, name: Shop, role: frontstage}
  - {id: bakery, name: Bakery, role: backstage}
steps:
  - name: Order
    actions:
      customer: {id: order, name: Orders rye bread, triggers: note}
      shop: {id: note, name: Notes the order, triggers: bake}
  - name: Night
    actions:
      bakery: {id: bake, name: Bakes rye bread}
  - name: Fetch
    actions:
      customer: {id: fetch, name: Fetches the bread, triggers: hand-over}
      shop: {id: hand-over, name: Hands over the bread, needs: bake}
```

## How to fix

Find out who uses what this work yields and write `needs` there, or who sets it off and write
`triggers` there. If nobody does either, ask whether the work is still wanted.

## Source

James P. Womack and Daniel T. Jones, "Lean Thinking", 1996: only the customer can say what is of
value, and work that takes effort without adding to it is waste.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find actions that no chain of links joins to a step at which the customer is met."""
    if "customer" not in service.roles or not service.index.links:
        return
    near = _near_the_customer(service)
    if len(near) == len(service.blueprint.steps):
        return
    reached = _joined_to(near, service)
    for each in service.actions:
        if each.key not in reached and service.role(each) in {"backstage", "support"}:
            action = each.action
            hint = "link it to the action that needs it or sets it off, or ask who wants this work"
            span = action.places.get("name", action.span)
            yield Finding(span, f"nothing joins '{action.name}' to the customer", hint)


def _near_the_customer(service: Service) -> set[int]:
    """The steps at which the customer or somebody frontstage acts, or that are told elsewhere."""
    met = {
        each.step for each in service.actions if service.role(each) in {"customer", "frontstage"}
    }
    return met | {place for place, step in enumerate(service.blueprint.steps) if step.details}


def _joined_to(steps: set[int], service: Service) -> set[str]:
    """The actions of some steps, those linked to other files, and all that links join to them."""
    beyond = {each.start for each in service.index.links if each.external}
    waiting = [each.key for each in service.actions if each.step in steps or each.key in beyond]
    reached = set(waiting)
    while waiting:
        key = waiting.pop()
        others = [each.end for each in service.links_from.get(key, ()) if not each.external]
        others += [each.start for each in service.links_to.get(key, ())]
        fresh = set(others) - reached
        reached |= fresh
        waiting += fresh
    return reached


RULE = Rule("BP204", "unreached-work", "warning", __doc__, check)
