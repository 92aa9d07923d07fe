"""An action that takes longer than customers accept.

`tolerance` says how long customers put up with an action: its `wait` and its `time` together. If
even the shortest of these is longer than that, every customer is kept too long, and either the work
or the promise is wrong. Set `at-worst = true` to hear also of actions that are too slow only on a
bad day: when the longest is longer than the tolerance.

## Bad

```yaml
blueprint: Blood test at the clinic
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: nurse, name: Nurse, role: frontstage}
steps:
  - name: Give blood
    actions:
      patient: Gives a sample
      nurse: {name: Takes blood, wait: 20m..50m, time: 5m, tolerance: 15m}
```

## Good

```yaml
blueprint: Blood test at the clinic
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: nurse, name: Nurse, role: frontstage}
steps:
  - name: Give blood
    actions:
      patient: Gives a sample
      nurse: {name: Takes blood, wait: 0m..10m, time: 5m, tolerance: 15m}
```

## How to fix

Shorten the work or the wait before it: a booked time, a second pair of hands, a form that is filled
in beforehand. If customers really accept more, write the longer tolerance and where you know it
from in `sources`.

## Source

G. Lynn Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984: beside
the standard time of a shoeshine stands the longest that customers tolerate, beyond which they judge
its quality to be poor.
"""

from collections.abc import Iterator

from blueprint_cli.capacity import overrun, taken
from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service
from blueprint_cli.times import lasting


def check(service: Service, *, at_worst: bool) -> Iterator[Finding]:
    """Find actions whose wait and work are longer than their tolerance."""
    told = {"always", "at worst"} if at_worst else {"always"}
    for placed in service.actions:
        action = placed.action
        if action.tolerance is None or (found := overrun(action)) not in told:
            continue
        spent = taken(action)
        if spent is None:
            continue
        takes = "takes at least" if found == "always" else "can take"
        length = lasting(spent.least if found == "always" else spent.most)
        waited = " with the wait" if action.wait else ""
        yield Finding(
            action.places["tolerance"],
            f"'{action.name}' {takes} {length}{waited}, and its tolerance is"
            f" {action.tolerance.text}",
            "shorten the work or the wait, or find out what customers accept",
        )


RULE = Rule(
    "BP401",
    "over-tolerance",
    "warning",
    __doc__,
    check,
    (Option("at_worst", default=False, about="whether it also tells of delay at worst"),),
)
