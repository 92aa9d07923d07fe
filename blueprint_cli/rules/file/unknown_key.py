"""A key that the format does not have at this place.

What stands behind it would be neither drawn nor counted, and its author would not notice: a
misspelt `pain_points` is a pain point that nobody ever sees. So nothing is silently dropped.

## Bad

```yaml
blueprint: Train ticket at the counter
lanes: [{name: Clerk, role: frontstage}]
steps:
  - name: Pays
    emotions: -1
```

## Good

```yaml
blueprint: Train ticket at the counter
lanes: [{name: Clerk, role: frontstage}]
steps:
  - name: Pays
    emotion: -1
    x-queue-number: B 114
```

## How to fix

Write the key as the format spells it; the hint names the nearest one. If the key is your own, begin
it with `x-`: every command keeps it. If the key is right and the place is not, check the
indentation.

## Source

The format, "Three rules that hold everywhere": nothing is silently dropped.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import UNKNOWN_KEY

RULE = found_by_reading(UNKNOWN_KEY, __doc__)
