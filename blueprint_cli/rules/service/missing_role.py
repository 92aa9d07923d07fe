"""A blueprint without anyone frontstage, or with nothing behind the scenes.

A blueprint shows how what the customer meets rests on what they do not see. Without a frontstage
lane nobody and nothing meets the customer; without a backstage or support lane it is a journey, and
the causes of what goes wrong at the front cannot be found in it. A lane for the customer may be
left out: the steps are then what the customer does. Nor does a blueprint need evidence.

## Bad

```yaml
blueprint: Parking in the old town
lanes:
  - {id: driver, name: Driver, role: customer}
  - {id: machine, name: Ticket machine, role: frontstage, actor: system}
steps:
  - name: Pay
    actions: {driver: Puts in coins, machine: Prints a ticket}
```

## Good

```yaml
blueprint: Parking in the old town
lanes:
  - {id: driver, name: Driver, role: customer}
  - {id: machine, name: Ticket machine, role: frontstage, actor: system}
  - {id: upkeep, name: Upkeep, role: backstage}
steps:
  - name: Pay
    actions:
      driver: Puts in coins
      machine: Prints a ticket
      upkeep: Empties the machine and fills in paper
```

## How to fix

Ask who or what the customer meets: that lane is `frontstage`, be it a website (`actor: system`).
Ask what must be ready so that this works: those lanes are `backstage` or `support`.

## Source

Sarah Gibbons, "Service Blueprints: Definition", Nielsen Norman Group, 2017: customer actions,
frontstage actions, backstage actions and processes are the key elements of a service blueprint.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find that no lane is frontstage, or that none is behind the line of visibility."""
    blueprint = service.blueprint
    span = blueprint.places.get("blueprint", blueprint.span)
    if "frontstage" not in service.roles:
        hint = "add a lane with `role: frontstage` for who or what meets the customer"
        yield Finding(span, f"nobody is frontstage in '{blueprint.name}'", hint)
    if not {"backstage", "support"} & service.roles:
        hint = "add a lane with `role: backstage` or `support` for the work that nobody sees"
        yield Finding(span, f"nothing happens behind the scenes of '{blueprint.name}'", hint)


RULE = Rule("BP207", "missing-role", "info", __doc__, check, off=True)
