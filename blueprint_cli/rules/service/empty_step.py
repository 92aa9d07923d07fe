"""A step at which nobody does anything.

A step is a moment of the customer's way. If no lane acts at it, either the work is not known yet,
and nobody will notice that it is missing, or the moment is none and only makes the picture wider.

## Bad

```yaml
blueprint: Tea for two
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: waiter, name: Waiter, role: frontstage}
steps:
  - name: Order tea
    actions: {guest: Orders tea, waiter: Notes the order}
  - name: Wait
```

## Good

```yaml
blueprint: Tea for two
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: waiter, name: Waiter, role: frontstage}
steps:
  - name: Order tea
    actions: {guest: Orders tea, waiter: Notes the order}
  - name: Wait
    actions: {guest: Reads the paper, waiter: Brings water}
```

## How to fix

Write what the customer does at this step and who answers it, or delete the step. Where the work is
not known yet, add a question to the step and an action that says who will find out.

## Source

G. Lynn Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984: the
first thing on the way to a blueprint is to map the processes that make up the service.
"""

from collections.abc import Iterator

from blueprint_cli.facts import bare_steps
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find steps without actions."""
    for place in bare_steps.empty(service):
        step = service.blueprint.steps[place]
        hint = "write who does what at it, or delete the step"
        span = step.places.get("name", step.span)
        yield Finding(span, f"nobody does anything at the step '{step.name}'", hint)


RULE = Rule("BP201", "empty-step", "warning", __doc__, check)
