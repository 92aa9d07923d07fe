"""A key or an item of a list with nothing behind it.

Somebody meant to say something and it is not there. Often it was said and YAML took it away: an
unquoted `#` begins a comment, and a comma inside braces ends the text before it.

## Bad

```yaml
blueprint: Renting a bicycle
lanes:
  - {name: Counter, role: frontstage}
steps:
  - name: Chooses a bicycle
    thinks:
```

## Good

```yaml
blueprint: Renting a bicycle
lanes:
  - {name: Counter, role: frontstage}
steps:
  - name: Chooses a bicycle
    thinks: Does the helmet cost extra?
```

## How to fix

Write the value, or delete the key. If a value stands there and is not seen, put it in quotes:
`color: "#3b82f6"`, `{name: "Counter, ground floor"}`. What nobody knows yet is a question: write it
below `questions`.

## Source

The format, "Three rules that hold everywhere": a key with nothing after it is an error.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import EMPTY_VALUE

RULE = found_by_reading(EMPTY_VALUE, __doc__)
