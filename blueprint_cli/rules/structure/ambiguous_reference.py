"""A reference that can mean more than one thing.

Whichever is drawn may be the wrong one, so none is. It happens where a cell holds two actions and
is referred to as `step.lane`, or where a cause is the id of an action and of a resource.

## Bad

```yaml
blueprint: Lunch at the canteen
lanes: [{id: cook, name: Cook, role: backstage}, {id: till, name: Till, role: support}]
steps:
  - name: Orders
    actions:
      cook: [Reads the slip, Fries an egg]
  - name: Pays
    actions:
      till: {name: Adds up, needs: orders.cook}
```

## Good

```yaml
blueprint: Lunch at the canteen
lanes: [{id: cook, name: Cook, role: backstage}, {id: till, name: Till, role: support}]
steps:
  - name: Orders
    actions:
      cook: [{id: slip, name: Reads the slip}, Fries an egg]
  - name: Pays
    actions:
      till: {name: Adds up, needs: slip}
```

## How to fix

Give the element that you mean an id and refer to it by that. Where two kinds share an id, give one
of them another.

## Source

The format, "References": an action is referred to by `step.lane` where that cell holds one action;
what is found twice is ambiguous.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import AMBIGUOUS_REFERENCE

RULE = found_by_reading(AMBIGUOUS_REFERENCE, __doc__)
