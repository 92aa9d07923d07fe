"""A range of time that begins with its greater end.

A range says how long something takes at least and at most, so `2m..5m`, never `5m..2m`. Written the
other way round it may be a slip of the keys or one wrong unit, as in `30m..1m` for half an hour to
an hour. Whoever plans staff by the least and the most would get both wrong, so the file is not
judged further until the range is mended.

## Bad

```yaml
blueprint: A book from the library
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Issue desk, role: frontstage}
steps:
  - name: Borrow a book
    actions:
      reader: Hands over the card
      desk: {name: Issues the book, time: 5m..2m}
```

## Good

```yaml
blueprint: A book from the library
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Issue desk, role: frontstage}
steps:
  - name: Borrow a book
    actions:
      reader: Hands over the card
      desk: {name: Issues the book, time: 2m..5m}
```

## How to fix

Write the lesser end first; `bp lint --fix` does it. If one end has the wrong unit, mend the unit
yourself first.

## Source

The format: a range is written with the lesser end first.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import REVERSED_RANGE

RULE = found_by_reading(REVERSED_RANGE, __doc__)
