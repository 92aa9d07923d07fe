"""A path that leads to no blueprint.

Somebody who follows `details`, or an arrow into another file, stands before nothing. The other
blueprint was moved or renamed, or was never written.

## Bad

```yaml
blueprint: Wedding at the castle
lanes: [{name: Host, role: frontstage}]
steps:
  - {name: Dines, details: wedding-dinner.yaml}
```

## Good

```yaml
blueprint: Wedding at the castle
lanes: [{name: Host, role: frontstage}]
steps:
  - {name: Dines, questions: Who writes the blueprint of the dinner?}
```

## How to fix

Write the path as it is seen from this file's folder, with slashes. If the other file is there and
is no blueprint, `bp lint` on it tells why. If it is still to be written, begin it with `bp init`.

## Source

The format, "References": `details` leads to a blueprint inside the workspace.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import BROKEN_PATH

RULE = found_by_reading(BROKEN_PATH, __doc__)
