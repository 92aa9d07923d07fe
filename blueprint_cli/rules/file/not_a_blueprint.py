"""A YAML file without the key `blueprint`.

The key names the service and marks the file as a blueprint: other YAML files, which every
repository has, are passed over by it. Without the key a blueprint would be passed over, too, and
nobody would learn that it is no longer checked.

## Bad

```yaml
title: Passport at the town hall
lanes: [{name: Clerk, role: frontstage}]
steps: [Hands in the form]
```

## Good

```yaml
blueprint: Passport at the town hall
lanes: [{name: Clerk, role: frontstage}]
steps: [Hands in the form]
```

## How to fix

Write `blueprint: ` and the service's name as the first line. If the file is no blueprint, do not
name it on the command line: in a folder, such files are passed over.

## Source

The format, "Top level": `blueprint` is required; a YAML file without it is not a blueprint.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import NOT_A_BLUEPRINT

RULE = found_by_reading(NOT_A_BLUEPRINT, __doc__)
