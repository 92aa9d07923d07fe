"""A cost in a blueprint that does not say in which money.

`cost` and `cost_rate` are bare numbers. Without `currency` nobody can tell what a case costs, and
whoever lays two branches of a service side by side adds crowns to euros.

## Bad

```yaml
blueprint: A loan at the bank
lanes:
  - {id: client, name: Client, role: customer}
  - {id: adviser, name: Adviser, role: frontstage, cost_rate: 48}
steps:
  - name: Ask for a loan
    actions:
      client: Says what the money is for
      adviser: {name: Checks what the client can pay back, time: 30m, cost: 3.50}
```

## Good

```yaml
blueprint: A loan at the bank
currency: EUR
lanes:
  - {id: client, name: Client, role: customer}
  - {id: adviser, name: Adviser, role: frontstage, cost_rate: 48}
steps:
  - name: Ask for a loan
    actions:
      client: Says what the money is for
      adviser: {name: Checks what the client can pay back, time: 30m, cost: 3.50}
```

## How to fix

Write `currency` at the top level, with the code of ISO 4217: `EUR`, `USD`, `JPY`. It holds for all
costs of the file.

## Source

The format: every cost is in the blueprint's one `currency`. ISO 4217, "Codes for the representation
of currencies", lists the codes.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find the first cost of a file without a currency."""
    if service.blueprint.currency:
        return
    rates = ((each.places["cost_rate"], each) for each in service.blueprint.lanes if each.cost_rate)
    costs = (
        (each.action.places["cost"], each.action) for each in service.actions if each.action.cost
    )
    first = min((*rates, *costs), key=lambda found: found[0], default=None)
    if first:
        span, element = first
        hint = "write `currency: EUR` at the top level, or the currency that is meant"
        yield Finding(span, f"'{element.name}' has a cost, and the file no `currency`", hint)


RULE = Rule("BP405", "cost-without-currency", "warning", __doc__, check)
