"""People whose work hurts, and who have neither training nor procedures.

Where things keep going wrong in people's own work, the first question is whether anybody showed
them how to do it. The rule finds lanes of people with open pain points for which nothing is written
under `training` or `procedures`. A pain point counts if it names no causes, or one of them is an
action of the same lane: what a slow system causes is not mended by a course.

It is silent in a blueprint in which no lane has `enablers`: there nobody has asked yet.

## Bad

```yaml
blueprint: Blood donation
lanes:
  - {id: donor, name: Donor, role: customer}
  - id: nurses
    name: Nurses
    role: frontstage
    enablers: {technology: Scales and monitors, policies: One donor at a time}
steps:
  - name: Donate
    actions:
      donor: Lies down
      nurses:
        name: Finds the vein
        pain_points: Three attempts with every tenth donor
```

## Good

```yaml
blueprint: Blood donation
lanes:
  - {id: donor, name: Donor, role: customer}
  - id: nurses
    name: Nurses
    role: frontstage
    enablers:
      technology: Scales and monitors
      policies: One donor at a time
      training: Two weeks beside an experienced nurse
steps:
  - name: Donate
    actions:
      donor: Lies down
      nurses:
        name: Finds the vein
        pain_points: Three attempts with every tenth donor
```

## How to fix

Ask the people of the lane what they were shown and what they look things up in, and write it under
`training` and `procedures`. If there is nothing, that is an opportunity: write it at the pain
point.

## Source

Valarie A. Zeithaml, Leonard L. Berry and A. Parasuraman, "Communication and Control Processes in
the Delivery of Service Quality", Journal of Marketing, 1988: service falls short of what was
designed where people do not know what is expected of them or lack the skill to do it.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.model import PainPoint, Resource
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

WORKING = frozenset({"frontstage", "backstage", "support"})


def check(service: Service) -> Iterator[Finding]:
    """Find lanes of people with pain points of their own, without training and procedures."""
    lanes = service.blueprint.lanes
    if not any(lane.enablers for lane in lanes):
        return
    for lane, actions in zip(lanes, service.in_lane, strict=True):
        if lane.actor != "people" or lane.role not in WORKING:
            continue
        if lane.enablers and (lane.enablers.training or lane.enablers.procedures):
            continue
        pains = [pain for each in actions for pain in _own_pains(each, service)]
        if pains:
            message = f"'{lane.name}' has pain points, but neither training nor procedures"
            hint = "write under `enablers` what its people have learned and work by, or find out"
            beside = tuple(_shown(pain) for pain in pains)
            yield Finding(lane.places.get("name", lane.span), message, hint, beside)


def _own_pains(placed: Placed, service: Service) -> Iterator[PainPoint]:
    """The open pain points of an action that do not come only from elsewhere."""
    for pain in placed.action.pain_points:
        causes = [service.cause(cause) for cause in pain.causes]
        own = any(
            cause and not isinstance(cause, Resource) and cause.lane == placed.lane
            for cause in causes
        )
        if pain.status not in {"done", "dropped"} and (own or not causes):
            yield pain


def _shown(pain: PainPoint) -> Beside:
    return Beside(pain.places.get("name", pain.span), "this hurts")


RULE = Rule("BP701", "pain-without-training", "info", __doc__, check)
