"""The same work, done by two lanes.

Two lanes other than the customer's do what bears the same name, at one step or at two that follow
each other. Often both ask, copy or check the same because neither knows or trusts what the other
has: the customer tells things twice, and what the two write down differs. Capitals, punctuation and
English articles make no difference. Work that the two do together and that `agrees_with` joins is
not meant.

## Bad

```yaml
blueprint: Moving house
lanes:
  - {id: citizen, name: Citizen, role: customer}
  - {id: desk, name: Town hall desk, role: frontstage}
  - {id: registry, name: Registry, role: backstage}
steps:
  - name: Register
    actions:
      citizen: Brings the lease
      desk: Checks the address
      registry: Checks address
```

## Good

```yaml
blueprint: Moving house
lanes:
  - {id: citizen, name: Citizen, role: customer}
  - {id: desk, name: Town hall desk, role: frontstage}
  - {id: registry, name: Registry, role: backstage}
steps:
  - name: Register
    actions:
      citizen: Brings the lease
      desk: Checks the address
      registry: Enters the new address
```

## How to fix

Let one lane do the work and hand on what comes out of it. If the two do different things, give them
names that say so; if a second pair of eyes is wanted, name it as such.

## Source

Michael Hammer, "Reengineering Work: Don't Automate, Obliterate", Harvard Business Review, July
1990: capture information once, where it arises, instead of in each department for itself.
"""

from collections.abc import Iterator

from blueprint_cli.facts.same_work import same_work
from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find equal names in different lanes at one step or the next, each beside the nearest."""
    nearest = {placed.key: (before, placed) for before, placed in same_work(service)}
    for before, placed in nearest.values():
        name, lanes = placed.action.name, (service.lane(before).name, service.lane(placed).name)
        hint = "let one of them do it and hand on the result, or name what differs"
        span = placed.action.places.get("name", placed.action.span)
        first = before.action.places.get("name", before.action.span)
        beside = Beside(first, f"'{lanes[0]}' does it here")
        message = f"'{name}' is done by '{lanes[0]}' and by '{lanes[1]}'"
        yield Finding(span, message, hint, (beside,))


RULE = Rule("BP306", "same-work-twice", "info", __doc__, check, preview=True)
