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

import re
from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

WORD = re.compile(r"\w+")
ARTICLES = frozenset({"a", "an", "the"})


def check(service: Service) -> Iterator[Finding]:
    """Find equal names in different lanes at one step or the next."""
    last: dict[str, Placed] = {}
    told: set[tuple[str, frozenset[int]]] = set()
    for each in service.actions:
        if service.role(each) in {"evidence", "customer"}:
            continue
        words = _words(each.action.name)
        before, last[words] = last.get(words), each
        if not words or not before or not _is_twice(before, each, service):
            continue
        lanes = frozenset({before.lane, each.lane})
        if (words, lanes) not in told:
            told.add((words, lanes))
            yield _finding(before, each, service)


def _words(name: str) -> str:
    """A name as it sounds, without articles."""
    return " ".join(word for word in WORD.findall(name.casefold()) if word not in ARTICLES)


def _is_twice(before: Placed, placed: Placed, service: Service) -> bool:
    """Whether two lanes do it, near each other and not together."""
    if before.lane == placed.lane or placed.step - before.step > 1:
        return False
    return not any(
        joined.end == other.key and joined.kind == "agrees_with"
        for one, other in ((before, placed), (placed, before))
        for joined in service.links_from.get(one.key, ())
    )


def _finding(before: Placed, placed: Placed, service: Service) -> Finding:
    name, lanes = placed.action.name, (service.lane(before).name, service.lane(placed).name)
    hint = "let one of them do it and hand on the result, or name what differs"
    span = placed.action.places.get("name", placed.action.span)
    first = before.action.places.get("name", before.action.span)
    beside = Beside(first, f"'{lanes[0]}' does it here")
    return Finding(span, f"'{name}' is done by '{lanes[0]}' and by '{lanes[1]}'", hint, (beside,))


RULE = Rule("BP306", "same-work-twice", "info", __doc__, check, preview=True)
