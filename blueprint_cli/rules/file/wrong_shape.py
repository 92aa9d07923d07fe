"""A list, mapping or text that stands where another is expected.

The words may be right, but nobody can tell what they belong to: actions in a list have no lane, and
without a lane it is open whether the customer sees the work.

## Bad

```yaml
blueprint: Repair of a coffee machine
lanes:
  - {id: desk, name: Service desk, role: frontstage}
steps:
  - name: Hands in the machine
    actions: [Notes the fault]
```

## Good

```yaml
blueprint: Repair of a coffee machine
lanes:
  - {id: desk, name: Service desk, role: frontstage}
steps:
  - name: Hands in the machine
    actions:
      desk: [Notes the fault]
```

## How to fix

The message says what is expected. Actions stand behind the id of their lane; a list has `- ` before
each item or stands in brackets; a mapping is `key: value`. Where there is only one item, a list may
be left out.

## Source

The format: the column "value" of its tables, and "Three rules that hold everywhere" for short
forms.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import WRONG_SHAPE

RULE = found_by_reading(WRONG_SHAPE, __doc__)
