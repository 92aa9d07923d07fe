"""A phase that comes again after it has ended.

Adjoining steps of one phase share a header. Where another step comes between, the same header
stands twice, and a reader cannot tell whether the customer goes back or a step stands in the wrong
place. Reports on phases then mix what happened far apart.

## Bad

```yaml
blueprint: Night train
lanes: [{id: steward, name: Steward, role: frontstage}]
steps:
  - {name: Finds the compartment, phase: Boarding, actions: {steward: Shows the way}}
  - {name: Sleeps, phase: Journey, actions: {steward: Watches the corridor}}
  - {name: Shows the ticket, phase: Boarding, actions: {steward: Checks the ticket}}
```

## Good

```yaml
blueprint: Night train
lanes: [{id: steward, name: Steward, role: frontstage}]
steps:
  - {name: Finds the compartment, phase: Boarding, actions: {steward: Shows the way}}
  - {name: Shows the ticket, phase: Boarding, actions: {steward: Checks the ticket}}
  - {name: Sleeps, phase: Journey, actions: {steward: Watches the corridor}}
```

## How to fix

Move the step to the others of its phase, if that is when it happens. If a step between them has no
phase, give it one. If the customer really goes through the phase again, name the second time for
what it is: `Boarding again`, `Second visit`.

## Source

The format: adjoining steps of one phase share a header. James Kalbach, "Mapping Experiences", 2016:
phases divide the time line of an experience into stretches that follow each other.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.service import Service
from blueprint_cli.source import Span


def check(service: Service) -> Iterator[Finding]:
    """Find steps at which a phase begins that was there before."""
    first: dict[str, Span] = {}
    before: str | None = None
    for step in service.blueprint.steps:
        if step.phase is not None and step.phase != before:
            span = step.places["phase"]
            if step.phase in first:
                message = f"the phase '{step.phase}' begins a second time"
                hint = "move the step to the others of its phase, or give it another phase"
                beside = (Beside(first[step.phase], "it begins here"),)
                yield Finding(span, message, hint, beside)
            else:
                first[step.phase] = span
        before = step.phase


RULE = Rule("BP110", "split-phase", "warning", __doc__, check)
