"""A blueprint without an owner.

If nobody answers for it, nobody is asked when it is wrong, nobody is told when the service changes,
and it turns into a poster. Mostly several departments share a service, which is the very reason why
one name has to stand here.

## Bad

```yaml
blueprint: Moving house within the city
lanes:
  - {id: resident, name: Resident, role: customer}
  - {id: office, name: Registration office, role: frontstage}
steps:
  - name: Reports the move
    actions: {resident: Brings the form, office: Enters the new address}
```

## Good

```yaml
blueprint: Moving house within the city
owner: Head of the registration office
lanes:
  - {id: resident, name: Resident, role: customer}
  - {id: office, name: Registration office, role: frontstage}
steps:
  - name: Reports the move
    actions: {resident: Brings the form, office: Enters the new address}
```

## How to fix

Write `owner: ` and a role or a team at the top level, one that can decide across the line of
visibility. A role is better than a person's name: it stays when people leave.

## Source

GOV.UK Service Manual, "What each role does in a service team": the service owner answers for the
whole service, how it is developed, run and made better, and has the authority to decide.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find a blueprint for which nobody answers."""
    if not service.blueprint.owner:
        message = f"nobody is named who answers for '{service.blueprint.name}'"
        hint = "write `owner: ` and a role or a team at the top level"
        yield Finding(service.blueprint.places["blueprint"], message, hint)


RULE = Rule("BP602", "no-owner", "info", __doc__, check, off=True)
