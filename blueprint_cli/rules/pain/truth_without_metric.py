"""A moment of truth that nobody measures.

At a moment of truth the customer makes up their mind about the whole service. If neither the step
nor one of its actions has a metric, nobody will notice that it goes wrong before the customers are
gone. Many services begin to measure only later, so the rule is silent until it is chosen.

## Bad

```yaml
blueprint: A claim at the insurance
lanes:
  - {id: client, name: Client, role: customer}
  - {id: claims, name: Claims desk, role: frontstage}
steps:
  - name: Report the damage
    moment_of_truth: true
    actions: {client: Calls, claims: Takes the claim}
```

## Good

```yaml
blueprint: A claim at the insurance
lanes:
  - {id: client, name: Client, role: customer}
  - {id: claims, name: Claims desk, role: frontstage}
steps:
  - name: Report the damage
    moment_of_truth: true
    metrics: {name: Claims settled in the first call, value: 35, target: 60, unit: "%"}
    actions: {client: Calls, claims: Takes the claim}
```

## How to fix

Write a metric at the step or at the action that decides it: what customers would count, such as
calls they had to make, with its target.

## Source

Jan Carlzon, "Moments of Truth", 1987: each meeting of a customer with the front line decides what
the company is worth to them. His airline promised its cargo customers precision and measured how
much it carried, until it saw that it measured the wrong thing.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find moments of truth without a metric at the step or its actions."""
    for step, actions in zip(service.blueprint.steps, service.at_step, strict=True):
        if not step.moment_of_truth:
            continue
        if not step.metrics and not any(placed.action.metrics for placed in actions):
            yield Finding(
                step.places.get("name", step.span),
                f"the moment of truth '{step.name}' has no metric",
                "write in `metrics` how one would see that it goes well",
            )


RULE = Rule("BP508", "truth-without-metric", "info", __doc__, check, off=True)
