"""An element that refers to itself.

No action sets itself off, waits for itself or has to agree with itself, and no blueprint is its own
detail. Something else was meant, and that dependency is missing.

## Bad

```yaml
blueprint: New glasses
lanes: [{id: optician, name: Optician, role: frontstage}]
steps:
  - name: Tries frames
    actions:
      optician:
        - {id: measure, name: Measures the eyes}
        - {id: order, name: Orders the lenses, needs: order}
```

## Good

```yaml
blueprint: New glasses
lanes: [{id: optician, name: Optician, role: frontstage}]
steps:
  - name: Tries frames
    actions:
      optician:
        - {id: measure, name: Measures the eyes}
        - {id: order, name: Orders the lenses, needs: measure}
```

## How to fix

Name the other action that was meant, or delete the link. Work that is repeated until it is right
can be told in a `note`, or as a `fail_point` with its `recovery`.

## Source

The format, "References": a link from an action to itself is an error.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import SELF_REFERENCE

RULE = found_by_reading(SELF_REFERENCE, __doc__)
