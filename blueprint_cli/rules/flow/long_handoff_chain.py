"""Work that changes hands too often before the customer hears of it.

Each time work goes from one lane to another it waits, and something that was known gets lost. The
rule counts the triggers that lead from lane to lane, one after the other, and finds more than
`most` in a row. The customer's own actions end a chain: someone who takes part sees how things
stand. A chain that comes back to itself is counted once round. Set `most` to what your service can
bear.

## Bad

```yaml
blueprint: Refund for a late train
lanes:
  - {id: traveller, name: Traveller, role: customer}
  - {id: desk, name: Service desk, role: frontstage}
  - {id: mail, name: Mail room, role: backstage}
  - {id: claims, name: Claims, role: backstage}
  - {id: legal, name: Legal department, role: support}
  - {id: accounts, name: Accounts, role: support}
steps:
  - name: Ask
    actions:
      traveller: {name: Hands in the form, triggers: take}
      desk: {id: take, name: Takes the form, triggers: scan}
      mail: {id: scan, name: Scans the form, triggers: examine}
  - name: Wait
    actions:
      traveller: Waits six weeks
      claims:
        - {id: examine, name: Examines the delay, triggers: opinion}
        - {id: decide, name: Decides, triggers: pay}
      legal: {id: opinion, name: Writes an opinion, triggers: decide}
      accounts: {id: pay, name: Pays, triggers: send}
      mail: {id: send, name: Sends the letter}
```

## Good

```yaml
blueprint: Refund for a late train
lanes:
  - {id: traveller, name: Traveller, role: customer}
  - {id: desk, name: Service desk, role: frontstage}
  - {id: accounts, name: Accounts, role: support}
steps:
  - name: Ask
    actions:
      traveller: {name: Hands in the form, triggers: take}
      desk: {id: take, name: Examines the delay and decides, triggers: pay}
      accounts: {id: pay, name: Pays}
```

## How to fix

Let one lane do more of the work, or bring those who know to the case instead of the case to them.
Where the chain must be long, tell the customer on the way how far it is.

## Source

Michael Hammer, "Reengineering Work: Don't Automate, Obliterate", Harvard Business Review, July
1990: an insurer's applications wandered through five departments for weeks, until one person did
the whole.
"""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.lint.rule import Beside, Finding, Option, Rule
from blueprint_cli.service import Service


class Reach(NamedTuple):
    """How many hand-offs lead to an action at most, from where, and the action before it."""

    handoffs: int
    start: str
    before: str | None


def check(service: Service, *, most: int) -> Iterator[Finding]:
    """Find the longest chain of hand-offs from each beginning, if it is too long."""
    triggers = _triggers(service)
    if sum(map(len, triggers.values())) <= most:
        return
    reaches = _reaches(triggers, service)
    longest: dict[str, str] = {}
    for key, reach in reaches.items():
        known = longest.get(reach.start)
        if reach.handoffs > most and (not known or reach.handoffs > reaches[known].handoffs):
            longest[reach.start] = key
    for start, end in longest.items():
        action = service.placed[start].action
        count = reaches[end].handoffs
        message = f"the work that '{action.name}' begins changes hands {count} times in a row"
        hint = "let one lane do more of it, or tell the customer on the way how far it is"
        span = action.places.get("name", action.span)
        yield Finding(span, message, hint, _taking_over(end, reaches, service))


def _taking_over(end: str, reaches: dict[str, Reach], service: Service) -> tuple[Beside, ...]:
    """The places at which another lane takes over, in their order."""
    found = []
    key = end
    while (before := reaches[key].before) is not None:
        placed = service.placed[key]
        if placed.lane != service.placed[before].lane:
            span = placed.action.places.get("name", placed.action.span)
            found.append(Beside(span, f"'{service.lane(placed).name}' takes over"))
        key = before
    return tuple(reversed(found))


def _reaches(triggers: dict[str, list[str]], service: Service) -> dict[str, Reach]:
    """How far each action is from where its longest chain begins.

    Along the order in which all that leads to an action stands before it; triggers against that
    order close a circle and are passed over.
    """
    order = _order(triggers)
    rank = {key: place for place, key in enumerate(order)}
    reaches = {key: Reach(0, key, None) for key in order}
    for key in order:
        lane, reach = service.placed[key].lane, reaches[key]
        for end in triggers.get(key, ()):
            handoffs = reach.handoffs + (service.placed[end].lane != lane)
            if rank[end] > rank[key] and handoffs > reaches[end].handoffs:
                reaches[end] = Reach(handoffs, reach.start, key)
    return reaches


def _triggers(service: Service) -> dict[str, list[str]]:
    """What each action sets off, without the customer's actions and evidence."""
    lanes = enumerate(service.blueprint.lanes)
    working = {place for place, lane in lanes if lane.role not in {"customer", "evidence"}}
    at_work = {each.key for each in service.actions if each.lane in working}
    found: dict[str, list[str]] = {}
    for joined in service.links:
        if joined.kind == "triggers" and joined.start in at_work and joined.end in at_work:
            found.setdefault(joined.start, []).append(joined.end)
    return found


def _order(triggers: dict[str, list[str]]) -> list[str]:
    """All actions of some triggers, each before those it sets off, but for circles.

    A walk in depth without recursion, in which an action is done when all behind it are.
    """
    met: set[str] = set()
    done: list[str] = []
    for start, ends in triggers.items():
        way = [] if start in met else [(start, iter(ends))]
        met.add(start)
        while way:
            key, onward = way[-1]
            end = next((each for each in onward if each not in met), None)
            if end is None:
                done.append(key)
                way.pop()
            else:
                met.add(end)
                way.append((end, iter(triggers.get(end, ()))))
    return done[::-1]


MOST = Option("most", 5, "how many hand-offs may follow each other", 1)

RULE = Rule("BP305", "long-handoff-chain", "info", __doc__, check, (MOST,))
