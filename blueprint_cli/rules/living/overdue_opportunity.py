"""An opportunity that was to be done by a day that is past.

Something that customers were to get is late, or it was done and nobody wrote it down. Either way
the blueprint now promises what is not so, and the next workshop will plan with it.

## Bad

```yaml
blueprint: Borrowing a book
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Desk, role: frontstage}
steps:
  - name: Returns the book
    opportunities: {name: Return box at the door, due: 2025-06-30, status: planned}
    actions: {reader: Queues at the desk, desk: Takes the book}
```

## Good

```yaml
blueprint: Borrowing a book
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Desk, role: frontstage}
steps:
  - name: Returns the book
    opportunities: {name: Return box at the door, due: 2025-06-30, status: done}
    actions: {reader: Drops the book into the box, desk: Empties the box at noon}
```

## How to fix

If it is done, write `status: done` and change the actions that it changed. If it will not come,
write `status: dropped`, so that others see that it was thought about. Else agree on a new day.

## Source

The format: an opportunity is `due` on a day and has a `status`.
"""

from collections.abc import Iterator

from blueprint_cli.facts.ideas import is_late
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find opportunities that are late."""
    if service.today is None:
        return
    for opportunity, _ in service.opportunities:
        if is_late(opportunity, service.today):
            status = "not done" if opportunity.status == "open" else f"still {opportunity.status}"
            message = f"'{opportunity.name}' was due on {opportunity.due} and is {status}"
            hint = "write `status: done` or `status: dropped`, or agree on a new day"
            yield Finding(opportunity.places["due"], message, hint)


RULE = Rule("BP603", "overdue-opportunity", "warning", __doc__, check)
