"""A key that must be written and is not.

A lane without its role stands on no side of the three lines, so nobody can say whether the customer
sees it. What is required is little: the service's name, its lanes with their roles, its steps.

## Bad

```yaml
blueprint: Bread from the village bakery
lanes:
  - {name: Shop assistant}
steps: [Chooses a loaf]
```

## Good

```yaml
blueprint: Bread from the village bakery
lanes:
  - {name: Shop assistant, role: frontstage}
steps: [Chooses a loaf]
```

## How to fix

Add the key that the message names. A lane's role is `evidence`, `customer`, `frontstage` (the
customer meets it), `backstage` (works unseen for this customer) or `support` (works for all).

## Source

The format: keys marked "required" in its tables.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import MISSING_KEY

RULE = found_by_reading(MISSING_KEY, __doc__)
