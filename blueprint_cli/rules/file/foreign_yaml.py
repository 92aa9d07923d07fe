"""Something that YAML has and blueprints have not.

Tags, a second document in the file, and a list or mapping as a key. The key of a blueprint says
what its value is, so a tag adds nothing, and some programs would run what a tag names.

## Bad

```yaml
blueprint: Parcel to the neighbour
lanes: [{name: Driver, role: frontstage}]
steps: [!important Rings the bell]
```

## Good

```yaml
blueprint: Parcel to the neighbour
lanes: [{name: Driver, role: frontstage}]
steps: [Rings the bell]
```

## How to fix

Delete the tag, or put the text in quotes if the `!` belongs to it. Give a second document a file of
its own. Put quotes round a key that begins with a bracket or brace.

## Source

The format, "The file": tags, a second document and a list or mapping as key are errors.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import FOREIGN_YAML

RULE = found_by_reading(FOREIGN_YAML, __doc__)
