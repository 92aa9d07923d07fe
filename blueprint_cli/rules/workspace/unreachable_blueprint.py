"""A path to a blueprint that is on this machine only.

The path leads to a file that is there, but git ignores it. Whoever clones the repository gets the
blueprint with a link into nothing, and CI fails where your own machine was content. It is looked
for when a whole folder is checked.

## Bad

```yaml
# file: bakery.yaml
blueprint: Ordering a cake
lanes: [{id: customer, name: Customer, role: customer}]
steps:
  - name: Choose a cake
    details: drafts/choosing.yaml
    actions: {customer: Chooses a cake}
```

```yaml
# file: drafts/choosing.yaml (ignored by git)
blueprint: Choosing a cake
lanes: [{id: customer, name: Customer, role: customer}]
steps: [{name: Look, actions: {customer: Looks through the album}}]
```

## Good

```yaml
# file: bakery.yaml
blueprint: Ordering a cake
lanes: [{id: customer, name: Customer, role: customer}]
steps:
  - name: Choose a cake
    details: choosing.yaml
    actions: {customer: Chooses a cake}
```

```yaml
# file: choosing.yaml
blueprint: Choosing a cake
lanes: [{id: customer, name: Customer, role: customer}]
steps: [{name: Look, actions: {customer: Looks through the album}}]
```

## How to fix

Move the file to a place that git does not ignore and mend the path, or take its line out of
`.gitignore`.

## Source

The format: paths stay inside the workspace, so that a blueprint means the same on every machine.
"""

from collections.abc import Iterator

from blueprint_cli.lint.neighbours import Neighbours
from blueprint_cli.lint.rule import Across, Finding, Rule
from blueprint_cli.workspace import upward


def check(neighbours: Neighbours) -> Iterator[Across]:
    """Find ways into a checked folder whose end is not among its blueprints."""
    folders = {*neighbours.folders}
    for outline in neighbours.outlines:
        for way in outline.ways:
            if way.file not in neighbours.files and not folders.isdisjoint(upward(way.file)):
                path = way.text.partition("#")[0]
                message = f"'{path}' is on this machine only: git ignores it"
                hint = "move it to where git keeps it, or take it out of `.gitignore`"
                yield Across(outline.source, Finding(way.span, message, hint))


RULE = Rule("BP904", "unreachable-blueprint", "warning", __doc__, check_across=check)
