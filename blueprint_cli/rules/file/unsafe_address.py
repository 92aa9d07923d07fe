"""A link that leads neither to the web nor into the workspace.

A picture and a report are passed on to people who trust it. A link in it that runs a script, or a
path that climbs out of the project's folder, would misuse that trust, so there is no such link.

## Bad

```yaml
blueprint: Guided tour of the museum
links: javascript:alert(1)
lanes: [{name: Guide, role: frontstage}]
steps: [Meets at the fountain]
```

## Good

```yaml
blueprint: Guided tour of the museum
links: https://example.org/tours
lanes: [{name: Guide, role: frontstage}]
steps: [Meets at the fountain]
```

## How to fix

Write an `http`, `https` or `mailto` address, or a path from this file's folder that stays inside
the workspace. What lies elsewhere can be named in a `note` as plain text.

## Source

The format, "On every element" and "References": addresses, and what the workspace is.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import UNSAFE_ADDRESS

RULE = found_by_reading(UNSAFE_ADDRESS, __doc__)
