"""A text that is not YAML.

A bracket that is never closed, a quote too many, a tab in front of a key: from there on nobody can
tell what belongs to what, so the rest of the file is not read and nothing is drawn.

## Bad

```yaml
blueprint: Borrowing a book
lanes: [{name: Librarian, role: frontstage}
steps: [Asks for a book]
```

## Good

```yaml
blueprint: Borrowing a book
lanes: [{name: Librarian, role: frontstage}]
steps: [Asks for a book]
```

## How to fix

Look at the marked place and the line above it. Close what is open, indent with spaces, and put
quotes round a text that holds `: `, ` #`, a bracket or a comma inside braces. Where you lose the
overview, write one key in a line instead of braces.

## Source

The format: a blueprint is one YAML 1.2 file. YAML Ain't Markup Language, version 1.2, says what is.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import NOT_YAML

RULE = found_by_reading(NOT_YAML, __doc__)
