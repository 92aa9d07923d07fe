"""Shares of branches that do not add up to 1.

Where an action leads on to different actions, `share` says how many cases go each way. If the
shares of two or more of its triggers are more than all cases, every figure that rests on them is
wrong. If each trigger has a share and together they are less than 1, some customers go nowhere in
the blueprint, and often these are the ones with a problem.

An optional branch beside a trigger without a share is right as it is: the other cases take the
plain way. So is a single share. Shares that are rounded to two digits may miss 1 by that rounding.

## Bad

```yaml
blueprint: Claim for a broken window
lanes:
  - {id: adviser, name: Adviser, role: frontstage}
  - {id: claims, name: Claims, role: backstage}
steps:
  - name: Reports the damage
    actions:
      adviser:
        name: Reads the claim
        triggers:
          - {action: pay, when: below 500, share: 0.6}
          - {action: inspect, when: 500 and more, share: 0.3}
      claims:
        - {id: pay, name: Pays at once}
        - {id: inspect, name: Sends an inspector}
```

## Good

```yaml
blueprint: Claim for a broken window
lanes:
  - {id: adviser, name: Adviser, role: frontstage}
  - {id: claims, name: Claims, role: backstage}
steps:
  - name: Reports the damage
    actions:
      adviser:
        name: Reads the claim
        triggers:
          - {action: pay, when: below 500, share: 0.6}
          - {action: inspect, when: 500 and more, share: 0.3}
          - {action: ask, when: papers are missing, share: 0.1}
      claims:
        - {id: pay, name: Pays at once}
        - {id: inspect, name: Sends an inspector}
        - {id: ask, name: Asks for the papers}
```

## How to fix

Count the cases again, and write the branch that is missing. If the other cases end here, write an
action for that, so that everybody sees how these customers leave.

## Source

The format: `share` is the share of cases, from 0 to 1, that take a branch.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.model import Action, Link
from blueprint_cli.service import Service

ROUNDING = 0.005
"""So much each share may be off."""

LITTLE = 1e-9
"""So much a sum may be off because computers add in twos."""


def check(service: Service) -> Iterator[Finding]:
    """Find triggers whose shares are more than 1, or less where no other trigger is left."""
    for each in service.actions:
        triggers = each.action.triggers
        if len(triggers) < 2:  # noqa: PLR2004 - one trigger alone is no branching
            continue
        shared = [link for link in triggers if link.share is not None]
        total = sum(link.share or 0 for link in shared)
        slack = ROUNDING * len(shared) + LITTLE
        if len(shared) > 1 and total > 1 + slack:
            yield _finding(each.action, shared, total, "make them add up to 1, which is all cases")
        elif len(shared) == len(triggers) and total < 1 - slack:
            hint = "make them add up to 1, or write the branch that the other cases take"
            yield _finding(each.action, shared, total, hint)


def _finding(action: Action, shared: list[Link], total: float, hint: str) -> Finding:
    places = [link.places.get("share", link.span) for link in shared]
    message = f"the shares of what '{action.name}' triggers add up to {round(total, 3):g}"
    beside = tuple(Beside(span, "and this one") for span in places[1:])
    return Finding(places[0], message, hint, beside)


RULE = Rule("BP303", "uneven-shares", "warning", __doc__, check)
