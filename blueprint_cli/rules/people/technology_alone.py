"""A lane whose people have technology to work with, and nothing else.

`enablers` tells what people need to do their work well. Where only `technology` is named, the plan
is that a tool will do it, and what makes a tool useful is forgotten: that people have learned to
use it, know what they may decide, and can look up how the work goes. The customer meets people who
can only say what the screen says.

## Bad

```yaml
blueprint: Bank branch
lanes:
  - {id: client, name: Client, role: customer}
  - id: adviser
    name: Adviser
    role: frontstage
    enablers: {technology: Tablet with all products}
steps:
  - name: Ask for a loan
    actions: {client: Asks for a loan, adviser: Types in the figures}
```

## Good

```yaml
blueprint: Bank branch
lanes:
  - {id: client, name: Client, role: customer}
  - id: adviser
    name: Adviser
    role: frontstage
    enablers:
      technology: Tablet with all products
      decisions: May grant up to 5 000 without asking
      training: Role play with real cases, each month
steps:
  - name: Ask for a loan
    actions: {client: Asks for a loan, adviser: Types in the figures}
```

## How to fix

Ask the people of the lane what else they rely on, and write it under `training`, `procedures`,
`policies`, `decisions` or `insights`. If there is nothing else, plan it together with the tool.

## Source

Harold J. Leavitt, "Applied Organizational Change in Industry", 1965: tasks, people, structure and
technology hang together, and who changes one of them changes the others, meant or not.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.model import Enablers
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find lanes of people that name technology as their only enabler."""
    for lane in service.blueprint.lanes:
        if lane.actor == "people" and lane.enablers and _is_technology_alone(lane.enablers):
            first = lane.enablers.technology[0]
            message = f"technology is all that the people of '{lane.name}' have to work with"
            hint = "write what they have learned, may decide or look things up in, too"
            yield Finding(first.places.get("name", first.span), message, hint)


def _is_technology_alone(enablers: Enablers) -> bool:
    sorts = Enablers.keys.values()
    return {each.name for each in sorts if getattr(enablers, each.name)} == {"technology"}


RULE = Rule("BP704", "technology-alone", "info", __doc__, check)
