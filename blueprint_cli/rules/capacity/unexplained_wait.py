"""A wait that every customer meets and nothing explains.

When each customer waits longer than `minutes` before something on stage begins, the blueprint
should say why: what it `needs`, what it `uses`, what behind the stage sets it off, or a pain point,
question, opportunity or note that tells of it. If nothing does, nobody inside knows the reason, so
nobody can tell the customer, and a wait without a reason feels longest.

## Bad

```yaml
blueprint: Glasses from the optician
lanes:
  - {id: buyer, name: Buyer, role: customer}
  - {id: optician, name: Optician, role: frontstage}
steps:
  - name: Have the eyes tested
    actions:
      buyer: Sits down
      optician: {name: Tests the eyes, wait: 15m..40m, time: 20m}
```

## Good

```yaml
blueprint: Glasses from the optician
resources:
  - {id: test-room, name: Test room, kind: space}
lanes:
  - {id: buyer, name: Buyer, role: customer}
  - {id: optician, name: Optician, role: frontstage}
steps:
  - name: Have the eyes tested
    actions:
      buyer: Sits down
      optician: {name: Tests the eyes, wait: 15m..40m, time: 20m, uses: test-room}
```

## How to fix

Ask those who do the work what the customer waits for, and write it: a need, a resource that is
taken, a pain point with its causes. Where nobody knows, write a question. Set `minutes` to what
counts as a wait in your trade.

## Source

David H. Maister, "The Psychology of Waiting Lines", in: The Service Encounter, 1985: unexplained
waits seem longer than explained ones, and uncertain ones longer than known ones.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.model import ON_STAGE
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service
from blueprint_cli.times import lasting


def check(service: Service, *, minutes: float) -> Iterator[Finding]:
    """Find long waits in customer and frontstage lanes that nothing explains."""
    for placed in service.actions:
        action = placed.action
        long = action.wait is not None and action.wait.least > minutes * 60
        if not long or service.role(placed) not in {"customer", "frontstage"}:
            continue
        if action.wait and not _explained(service, placed):
            yield Finding(
                action.places["wait"],
                f"every customer waits {lasting(action.wait.least)} or more for '{action.name}',"
                " and nothing says why",
                "write what it `needs` or `uses`, or a pain point or question that tells of it",
            )


def _explained(service: Service, placed: Placed) -> bool:
    action, step = placed.action, service.step(placed)
    told = any(
        (each.pain_points, each.opportunities, each.questions, each.note) != ((), (), (), None)
        for each in (action, step)
    )
    return bool(told or action.needs or action.uses or _set_off_behind(service, placed))


def _set_off_behind(service: Service, placed: Placed) -> bool:
    """Whether something behind the line of visibility sets it off: that is what takes so long."""
    return any(
        service.role(service.placed[link.start]) not in ON_STAGE
        for link in service.links_to.get(placed.key, ())
        if link.kind == "triggers"
    )


RULE = Rule(
    "BP406",
    "unexplained-wait",
    "info",
    __doc__,
    check,
    (Option("minutes", 5, "waits up to so many minutes need no reason"),),
)
