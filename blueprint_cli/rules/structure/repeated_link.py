"""A second link of one kind from an action to the same target.

It says nothing that the first does not say, and it makes counts of hand-offs too high. Where the
two have different names or conditions, one arrow with both is easier to read.

## Bad

```yaml
blueprint: Book from another library
lanes:
  - {id: desk, name: Desk, role: frontstage}
  - {id: van, name: Van, role: support}
steps:
  - name: Fetches the book
    actions:
      desk: {name: Hands out the book, needs: [bring, bring]}
      van: {id: bring, name: Brings books at noon}
```

## Good

```yaml
blueprint: Book from another library
lanes:
  - {id: desk, name: Desk, role: frontstage}
  - {id: van, name: Van, role: support}
steps:
  - name: Fetches the book
    actions:
      desk: {name: Hands out the book, needs: bring}
      van: {id: bring, name: Brings books at noon}
```

## How to fix

Delete one of the two. If both were meant, one of them probably has the wrong target or the wrong
kind: `triggers` sets something off, `needs` waits for it, `agrees_with` must match it.

## Source

The format, "References": two links of one kind to one action are a warning.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import REPEATED_LINK

RULE = found_by_reading(REPEATED_LINK, __doc__)
