"""A machine frontstage that may fail, with nobody to turn to.

A system that serves the customer, a ticket machine, a kiosk, a chat robot, gets stuck at times. At
this step no person stands frontstage, and no link leads from the machine or from the customer to
people, so the customer is alone with it. The rule asks only where it matters: where the system's
action has a fail point without a recovery or an open pain point, or the step is a moment of truth.

A written `recovery` says what is done, and the rule is silent. Systems in support lanes are not
meant: whether the customer ever sees them, only a lane of the role `frontstage` says.

## Bad

```yaml
blueprint: Parcel locker
lanes:
  - {id: receiver, name: Receiver, role: customer}
  - {id: locker, name: Locker, role: frontstage, actor: system}
  - {id: driver, name: Driver, role: backstage}
steps:
  - name: Collect
    moment_of_truth: true
    actions:
      receiver: Types the code
      locker: {name: Opens a door, fail_point: The door jams}
```

## Good

```yaml
blueprint: Parcel locker
lanes:
  - {id: receiver, name: Receiver, role: customer}
  - {id: locker, name: Locker, role: frontstage, actor: system}
  - {id: hotline, name: Hotline, role: frontstage}
  - {id: driver, name: Driver, role: backstage}
steps:
  - name: Collect
    moment_of_truth: true
    actions:
      receiver: Types the code
      locker: {name: Opens a door, fail_point: The door jams}
      hotline: Opens the door from afar
```

## How to fix

Write which person the customer can turn to at this step, in a frontstage lane or by a link to their
action, or write the `recovery` of the fail point. If there is nobody, ask who should be.

## Source

Matthew L. Meuter, Amy L. Ostrom, Robert I. Roundtree and Mary Jo Bitner, "Self-Service
Technologies", Journal of Marketing, 2000: in what customers tell of bad self-service, technology
that fails comes first.
"""

from collections.abc import Iterator, Sequence

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find what systems do frontstage where it may fail and nobody helps."""
    if not any(_is_machine(place, service) for place in range(len(service.blueprint.lanes))):
        return
    for step, actions in zip(service.blueprint.steps, service.at_step, strict=True):
        if step.details or any(_is_met(each, service) for each in actions):
            continue
        customers = [each for each in actions if service.role(each) == "customer"]
        for each in actions:
            if not _is_machine(each.lane, service) or not _may_fail(each, service):
                continue
            if not _finds_help([each, *customers], service):
                action = each.action
                hint = "write whom the customer can turn to, or the `recovery` of its `fail_point`"
                span = action.places.get("name", action.span)
                yield Finding(span, f"nobody is there to turn to when '{action.name}' fails", hint)


def _is_machine(lane: int, service: Service) -> bool:
    found = service.blueprint.lanes[lane]
    return found.role == "frontstage" and found.actor == "system"


def _is_met(placed: Placed, service: Service) -> bool:
    """Whether somebody does it whom the customer meets."""
    return service.role(placed) == "frontstage" and not _is_machine(placed.lane, service)


def _may_fail(placed: Placed, service: Service) -> bool:
    """Whether it matters here that it may fail, and nothing says what is done then."""
    fail_point = placed.action.fail_point
    if fail_point and fail_point.recovery:
        return False
    hurts = any(pain.status not in {"done", "dropped"} for pain in placed.action.pain_points)
    return bool(fail_point) or hurts or service.step(placed).moment_of_truth


def _finds_help(actions: Sequence[Placed], service: Service) -> bool:
    """Whether a link leads from one of some actions, or to it, to people who work here."""
    for each in actions:
        held = service.links_from.get(each.key, ())
        others = [joined.end for joined in held if not joined.external]
        others += [joined.start for joined in service.links_to.get(each.key, ())]
        told_elsewhere = any(joined.external for joined in held)
        if told_elsewhere or any(_are_people(key, service) for key in others):
            return True
    return False


def _are_people(key: str, service: Service) -> bool:
    lane = service.lane(service.placed[key])
    return lane.actor != "system" and lane.role in {"frontstage", "backstage", "support"}


RULE = Rule("BP702", "nobody-to-turn-to", "info", __doc__, check)
