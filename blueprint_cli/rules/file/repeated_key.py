"""A key that is written twice in one mapping.

Only one of the two values could count, and programs differ in which. Often the second was added
weeks later by somebody who did not see the first, and one of the two is no longer true.

## Bad

```yaml
blueprint: Opening a bank account
lanes: [{name: Adviser, role: frontstage}]
steps:
  - name: Shows an identity card
    thinks: Is a driving licence enough?
    thinks: Why do they copy both sides?
```

## Good

```yaml
blueprint: Opening a bank account
lanes: [{name: Adviser, role: frontstage}]
steps:
  - name: Shows an identity card
    thinks: Is a driving licence enough? Why do they copy both sides?
```

## How to fix

Decide which of the two holds and delete the other, or bring both into one value. Below `actions`, a
lane that does two things has a list: `adviser: [Copies the card, Opens the account]`.

## Source

YAML 1.2, chapter 3, "Representation graph": the keys of a mapping are unique. The format, "The
file": a repeated key is an error.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import REPEATED_KEY

RULE = found_by_reading(REPEATED_KEY, __doc__)
