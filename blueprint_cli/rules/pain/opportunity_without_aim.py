"""An opportunity that solves none of the pain points.

Ideas are liked for what they are, not for whom they help: a new app, a screen at the door. Where a
blueprint tells what hurts, each open opportunity should say which of it ends, by `solves` or by
standing at the same action or step. Some opportunities are meant to delight and end no pain, so the
rule is silent until it is chosen.

## Bad

```yaml
blueprint: A loaf from the bakery
lanes:
  - {id: buyer, name: Buyer, role: customer}
  - {id: shop, name: Shop, role: frontstage}
steps:
  - name: Choose
    opportunities: A screen with pictures of bread
    actions: {buyer: Looks, shop: Recommends}
  - name: Pay
    pain_points: {id: queue, name: The queue reaches the street, severity: 4}
    actions: {buyer: Pays, shop: Takes the money}
```

## Good

```yaml
blueprint: A loaf from the bakery
lanes:
  - {id: buyer, name: Buyer, role: customer}
  - {id: shop, name: Shop, role: frontstage}
steps:
  - name: Choose
    opportunities: {name: Order at the door, solves: queue}
    actions: {buyer: Looks, shop: Recommends}
  - name: Pay
    pain_points: {id: queue, name: The queue reaches the street, severity: 4}
    actions: {buyer: Pays, shop: Takes the money}
```

## How to fix

Name the pain points that it ends in `solves`, or write down the pain point that you have in mind.
If there is none, ask whether it is worth its effort.

## Source

Marc Stickdorn, Markus Hormess, Adam Lawrence and Jakob Schneider, "This Is Service Design Doing",
2018: make sure to solve the right problem before you solve the problem right.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.model import SETTLED
from blueprint_cli.service import Bearer, Service


def check(service: Service) -> Iterator[Finding]:
    """Find opportunities that aim at no pain point, where there are some."""
    hurting = {id(bearer.step) for _, bearer in service.pain_points}
    if not hurting:
        return
    for opportunity, bearer in service.opportunities:
        if opportunity.status in SETTLED or opportunity.solves or _near(bearer, hurting):
            continue
        yield Finding(
            opportunity.places.get("name", opportunity.span),
            f"the opportunity '{opportunity.name}' solves no pain point",
            "name those that it ends in `solves`",
        )


def _near(bearer: Bearer, hurting: set[int]) -> bool:
    """Whether it stands where something hurts: at the same action or step, or at the step of it."""
    if bearer.placed:
        return bool(bearer.record.pain_points or bearer.step.pain_points)
    return id(bearer.step) in hurting


RULE = Rule("BP504", "opportunity-without-aim", "info", __doc__, check, off=True)
