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

from blueprint_cli.facts.lost_work import unreached
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find actions that no chain of links joins to a step at which the customer is met."""
    for each in unreached(service):
        action = each.action
        hint = "link it to the action that needs it or sets it off, or ask who wants this work"
        span = action.places.get("name", action.span)
        yield Finding(span, f"nothing joins '{action.name}' to the customer", hint)


RULE = Rule("BP204", "unreached-work", "warning", __doc__, check)
