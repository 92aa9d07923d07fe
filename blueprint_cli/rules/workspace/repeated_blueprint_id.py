"""Two blueprints of the workspace with the same written id.

Reports, diffs and links name a blueprint by its id. Where two share one, nobody can tell which
service a pain point or a figure belongs to, and what is decided about one is done to the other.
It mostly happens when a file was copied to begin the next one. Only the blueprints that are checked
together are compared, so let CI check the whole folder.

## Bad

```yaml
# file: loans.yaml
blueprint: Borrowing a book
id: library
lanes: [{id: reader, name: Reader, role: customer}]
steps: [{name: Borrow, actions: {reader: Takes the book along}}]
```

```yaml
# file: returns.yaml
blueprint: Returning a book
id: library
lanes: [{id: reader, name: Reader, role: customer}]
steps: [{name: Return, actions: {reader: Drops the book into the box}}]
```

## Good

```yaml
# file: loans.yaml
blueprint: Borrowing a book
id: library-loans
lanes: [{id: reader, name: Reader, role: customer}]
steps: [{name: Borrow, actions: {reader: Takes the book along}}]
```

```yaml
# file: returns.yaml
blueprint: Returning a book
id: library-returns
lanes: [{id: reader, name: Reader, role: customer}]
steps: [{name: Return, actions: {reader: Drops the book into the box}}]
```

## How to fix

Give the younger of the two another id; `bp rename FILE blueprint OLD NEW` does it. Or leave the id
out: a blueprint is then called by the name of its file.

## Source

The format: an id is how other files and reports name a blueprint.
"""

from collections.abc import Iterator

from blueprint_cli.lint.neighbours import Neighbours, Outline
from blueprint_cli.lint.rule import Across, Finding, Rule


def check(neighbours: Neighbours) -> Iterator[Across]:
    """Find written ids of blueprints that another file has already."""
    first: dict[str, Outline] = {}
    for outline in neighbours.outlines:
        if outline.id is None:
            continue
        word, span = outline.id
        other = first.setdefault(word, outline)
        if other is not outline and other.id:
            message = f"the blueprint's id '{word}' is that of {other.source.path} too"
            hint = "write another id, or delete the key: the file's name will do"
            elsewhere = ((other.source, other.id[1], "first written here"),)
            yield Across(outline.source, Finding(span, message, hint), elsewhere)


RULE = Rule("BP901", "repeated-blueprint-id", "warning", __doc__, check_across=check)
