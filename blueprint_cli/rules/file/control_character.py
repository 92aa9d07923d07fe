r"""A control character in a text.

It cannot be seen in an editor and cannot be drawn, but it can change what a terminal shows or
break another program that reads the file. It mostly came along with text copied from elsewhere.

## Bad

```yaml
blueprint: "Room with breakfast\a"
lanes: [{name: Reception, role: frontstage}]
steps: [Asks for a room]
```

## Good

```yaml
blueprint: "Room with breakfast"
lanes: [{name: Reception, role: frontstage}]
steps: [Asks for a room]
```

## How to fix

Delete the character, or the escape that stands for it. A line break in a text is written by putting
the text in several lines behind `|`.

## Source

The format, "The file": control characters but tab and line ends are errors, written plainly or
escaped. YAML 1.2, "Character Set", keeps most of them out of a file, too.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import CONTROL_CHARACTER

RULE = found_by_reading(CONTROL_CHARACTER, __doc__)
