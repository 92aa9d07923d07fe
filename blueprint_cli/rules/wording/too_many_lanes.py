"""More lanes than one picture can show.

Each lane is a party whose hand-overs to all others the reader has to follow. With more lanes than
`most` the arrows cross half the page, and the five roles, which make a blueprint easy to read, are
lost in an organisation chart.

## Bad

```yaml
blueprint: A supermarket
lanes:
  - {id: shopper, name: Shopper, role: customer}
  - {name: Information desk, role: frontstage}
  - {name: Cashiers, role: backstage}
  - {name: Bakers, role: backstage}
  - {name: Butchers, role: backstage}
  - {name: Cleaners, role: backstage}
  - {name: Guards, role: backstage}
  - {name: Buyers, role: backstage}
  - {name: Planners, role: backstage}
  - {name: Drivers, role: backstage}
  - {name: Stock, role: backstage}
  - {name: Kitchen, role: backstage}
  - {name: Bank, role: support}
steps:
  - {name: Shop, actions: {shopper: Fills the trolley}}
```

## Good

```yaml
blueprint: A supermarket
lanes:
  - {id: shopper, name: Shopper, role: customer}
  - {name: Staff on the floor, role: frontstage}
  - {name: Staff behind the doors, role: backstage}
  - {name: Bank, role: support}
steps:
  - {name: Shop, actions: {shopper: Fills the trolley}}
```

## How to fix

Put lanes together that do the same for the customer, and write in the actions who it is; or tell a
part in a blueprint of its own, to which `details` leads. Set `most` to what your team can read.

## Source

Mary Jo Bitner, Amy L. Ostrom and Felicia N. Morgan, "Service Blueprinting: A Practical Technique
for Service Innovation", California Management Review 50 (3), 2008: a blueprint has five components,
from physical evidence to support processes.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, most: int) -> Iterator[Finding]:
    """Find the first lane that is one too many."""
    lanes = service.blueprint.lanes
    if len(lanes) > most:
        first = lanes[most]
        yield Finding(
            first.places.get("name", first.span),
            f"the blueprint has {len(lanes)} lanes, more than {most}",
            "put lanes of one role together, or tell a part in a blueprint of its own",
        )


RULE = Rule(
    "BP804",
    "too-many-lanes",
    "info",
    __doc__,
    check,
    (Option("most", 12, "how many lanes a blueprint may have", 1),),
)
