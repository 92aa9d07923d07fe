"""A value that is not of the kind its key takes.

A duration without a unit, an emotion of 5, a date that no calendar has: what is drawn and reckoned
from it would be wrong, so nothing is, until somebody says what was meant.

## Bad

```yaml
blueprint: Blood test at the practice
lanes: [{id: nurse, name: Nurse, role: frontstage}]
steps:
  - name: Blood is taken
    emotion: -3
    actions:
      nurse: {name: Takes blood, time: 4}
```

## Good

```yaml
blueprint: Blood test at the practice
lanes: [{id: nurse, name: Nurse, role: frontstage}]
steps:
  - name: Blood is taken
    emotion: -2
    actions:
      nurse: {name: Takes blood, time: 4m}
```

## How to fix

The hint says what can be written. Durations have a unit (`90s`, `4m`, `1h 30m`), ranges the lesser
end first (`2m..5m`), dates the form `2026-09-01`, scales are whole numbers.

## Source

The format, "Values".
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import WRONG_VALUE

RULE = found_by_reading(WRONG_VALUE, __doc__)
