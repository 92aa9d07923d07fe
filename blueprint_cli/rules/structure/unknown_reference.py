"""A reference to something that is not there.

An arrow, a need or a cause leads nowhere, so the dependency that it tells of is lost. Mostly the
name was misspelt, or what it meant was renamed or deleted since.

## Bad

```yaml
blueprint: Pizza to take away
lanes:
  - {id: counter, name: Counter, role: frontstage}
  - {id: kitchen, name: Kitchen, role: backstage}
steps:
  - name: Orders
    actions:
      counter: {name: Takes the order, triggers: bakes}
      kitchen: {id: bake, name: Bakes the pizza}
```

## Good

```yaml
blueprint: Pizza to take away
lanes:
  - {id: counter, name: Counter, role: frontstage}
  - {id: kitchen, name: Kitchen, role: backstage}
steps:
  - name: Orders
    actions:
      counter: {name: Takes the order, triggers: bake}
      kitchen: {id: bake, name: Bakes the pizza}
```

## How to fix

Write the id as it stands in the file; the hint names the nearest one. An action is referred to by
an id that is written, or as `step.lane`; an id made from its name does not count. If what is meant
is gone, delete the reference, or write the action again.

## Source

The format, "References".
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import UNKNOWN_REFERENCE

RULE = found_by_reading(UNKNOWN_REFERENCE, __doc__)
