"""A file whose bytes are no UTF-8 text.

Nothing can be read from it: the same bytes are other letters in other encodings, and a guess would
put wrong names on the picture. Old editors and spreadsheets write Latin-1 or UTF-16 unasked.

## Bad

This blueprint, saved as Latin-1: the `é` is one byte that UTF-8 does not know.

```yaml
blueprint: Breakfast at the café
lanes: [{name: Waiter, role: frontstage}]
steps: [Orders coffee]
```

## Good

The same blueprint, saved as UTF-8.

```yaml
blueprint: Breakfast at the café
lanes: [{name: Waiter, role: frontstage}]
steps: [Orders coffee]
```

## How to fix

Open the file in your editor, check that names look right, and save it as UTF-8. Most editors call
this "encoding" and offer it in the dialogue "Save as" or at the lower edge of the window.

## Source

The format, "The file": a file is UTF-8, with or without a byte order mark.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import UNREADABLE

RULE = found_by_reading(UNREADABLE, __doc__)
