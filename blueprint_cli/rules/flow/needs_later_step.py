"""A need of something that only happens at a later step.

An action can begin when what it needs is done or at hand. Here what is needed stands at a step
further on, so that people on the way there wait for something that nobody has begun, or the picture
tells another order than the one in which the service works. If the same lane does the same work
also at an earlier step, or at this one, it is at hand and nothing is found.

## Bad

```yaml
blueprint: Building permit
lanes:
  - {id: citizen, name: Citizen, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
  - {id: fire, name: Fire safety office, role: backstage}
steps:
  - name: Decision
    actions:
      citizen: Receives the permit
      clerk: {name: Grants the permit, needs: inspect}
  - name: Inspection
    actions:
      citizen: Shows the escape routes
      fire: {id: inspect, name: Inspects the plans}
```

## Good

```yaml
blueprint: Building permit
lanes:
  - {id: citizen, name: Citizen, role: customer}
  - {id: clerk, name: Clerk, role: frontstage}
  - {id: fire, name: Fire safety office, role: backstage}
steps:
  - name: Inspection
    actions:
      citizen: Shows the escape routes
      fire: {id: inspect, name: Inspects the plans}
  - name: Decision
    actions:
      citizen: Receives the permit
      clerk: {name: Grants the permit, needs: inspect}
```

## How to fix

Put the two actions in the order in which they happen. If the later action needs this one, write the
need there. If something is at hand from the beginning, write it where it is first needed.

## Source

The format: `needs` names what must be done, or at hand, before an action, and steps stand in the
order in which they happen.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find needs that lead to a later step, unless the same work is done before."""
    first: dict[tuple[int, str], int] = {}
    for each in service.actions:
        first.setdefault((each.lane, each.action.name), each.step)
    for joined in service.links:
        if joined.kind == "needs":
            start, end = service.placed[joined.start], service.placed[joined.end]
            if first[end.lane, end.action.name] > start.step:
                step = service.step(end).name
                message = (
                    f"'{start.action.name}' needs '{end.action.name}',"
                    f" which only happens at the later step '{step}'"
                )
                hint = "put the two in the order in which they happen, or turn the need round"
                yield Finding(joined.link.action.span, message, hint, (_later(end),))


def _later(end: Placed) -> Beside:
    span = end.action.places.get("name", end.action.span)
    return Beside(span, "this is what is needed")


RULE = Rule("BP302", "needs-later-step", "warning", __doc__, check)
