"""An id that is given to two elements of one kind.

A reference to it can mean either, so an arrow would lead to the wrong place without anybody seeing
it. Mostly a step or action was copied and its id came along.

## Bad

```yaml
blueprint: Haircut without appointment
lanes: [{name: Barber, role: frontstage}]
steps:
  - {id: wash, name: Has the hair washed}
  - {id: wash, name: Has the hair cut}
```

## Good

```yaml
blueprint: Haircut without appointment
lanes: [{name: Barber, role: frontstage}]
steps:
  - {id: wash, name: Has the hair washed}
  - {id: cut, name: Has the hair cut}
```

## How to fix

Give one of the two another id, and check which of them every reference means. An id that nobody
refers to can be left out: it is then made from the name.

## Source

The format, "Three rules that hold everywhere": a written id is unique among its kind in the file.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import REPEATED_ID

RULE = found_by_reading(REPEATED_ID, __doc__)
