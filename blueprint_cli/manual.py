"""The reference of the format (docs/format.md), made from the words of the format themselves."""

from collections.abc import Iterator
from typing import Any

from blueprint_cli.model import Blueprint, Element
from blueprint_cli.reading.mistakes import called
from blueprint_cli.record import Key, Kind, Many, PerKey, Pointer, Record, Scalar, record_in
from blueprint_cli.times import Interval

INTRODUCTION = """\
# The format of blueprints

One YAML 1.2 file tells one scenario of a service: who takes part (lanes), what happens in which
order (steps), and what each lane does at each step (actions).

```yaml
blueprint: Hotel room and dinner
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: reception, name: Reception, role: frontstage}
  - {id: it, name: IT system, role: support}
steps:
  - name: Ask for a room
    actions:
      guest: Asks whether a room is free
      reception: [Looks up room, Offers 2 double rooms]
      it: Provides room system
```

## Three rules that hold everywhere

1. **Every element has an `id` and a `name`.** A written id holds letters and digits of any script,
   `-` and `_`, and is unique among its kind in the file. A left-out id is made from the name: in
   lower case, letters, marks, digits and `_` kept, every run of other characters one `-`, none at
   the ends: `Ask for a room` gives `ask-for-a-room`. A name without a letter or digit gives its
   kind and place, `step-3`. Made ids that repeat are no error; referring to one that repeats is. A
   written id wins over an equal made one.
2. **Short forms.** Where an element is expected, a plain text is its name (a lane needs its role,
   too); where a link is expected, it is the action. Where a list is expected, one item may stand
   without the list.
3. **Nothing is silently dropped.** An unknown key is an error, and so is a key with nothing after
   it. A key that begins with `x-` is your own, may hold anything, and every command keeps it.

"""

LANES = """\
Lanes stand in the order of their roles, evidence and customer (in either order) on top, then
frontstage, backstage and support; one out of order is a warning. Three lines are drawn where roles
change, and never written: the line of interaction below the last evidence or customer lane, the
line of visibility below the last frontstage lane, the line of internal interaction below the last
backstage lane, each only if a lane of a lower role follows. With no customer lane the steps
themselves are the customer's actions, and the line of interaction runs below the step headers.

"""

ACTIONS = """\
`actions` of a step is a mapping from the id of a lane to one action or a list of them. A key in it
that begins with `x-` is your own, unless a lane has that id.

"""

REFERENCES = """\
## References

- An **action** is referred to by its written `id`; by `step.lane` where that cell holds one action;
  or, in another file, by `path/to/other.yaml#id`. The path begins at this file's folder and stays
  inside the workspace.
- **Lanes, steps, resources and pain points** are referred to by id, written or made from the name.
- `causes` are looked up among actions and resources; what is found in both, or twice, is an error.
- A circle of `needs` is an error, and so is a link from an action to itself. Two links of one kind
  to one action are a warning.
- `details` leads to a blueprint inside the workspace.

The **workspace** is the folder of the nearest `.bp.toml` or `bp.toml` (or `pyproject.toml` with
`[tool.bp]`) upward, else the git work tree, else the file's own folder.

"""

VALUES = """\
## Values

- **duration**: `90s`, `5m`, `5 min`, `1h 30m`, `1.5h`, `2d`, `1w`, `0m`, ISO 8601 (`PT5M`), or a
  range `2m..5m`, the lesser first. Larger units come first. A day is 24 hours.
- **rate**: `3/min`, `40/h`, `200/d`, `900/w`. **Money**: a number, not below 0. **Date**:
  `2026-09-01`. Scales are whole numbers.
- **colour**: a quoted hex colour, `"#3b82f6"` or `"#38f"`. A see-through one is mixed with white.
- **address**: begins with `http://`, `https://` or `mailto:`, or is a path inside the workspace.

The key decides what a value is, never YAML's guess: `name: no`, `name: 1:30` and `name: 2026-09-01`
stay the text that was written. Spaces around a value are taken away.

## The file

- UTF-8, with or without a byte order mark, at most 10 MB. Control characters but tab and line ends
  are errors, written plainly or escaped.
- Anchors, aliases and merge keys (`<<`) are read. Tags, a second document, a repeated key and a
  list or mapping as key are errors. A key is the text that stands there: `no:`, `1:`.
- At most 100 lists and mappings stand in each other, a text that is drawn has at most 100 000
  characters, and a file holds at most 250 000 values, with all its aliases written out.
"""


def manual() -> str:
    """The reference as Markdown, without a line that says that it is generated."""
    parts = [INTRODUCTION, *_section(Blueprint, "Top level"), *_common()]
    for record in _records(Blueprint):
        parts += _section(record, _title(record))
    return "".join([*parts, REFERENCES, VALUES])


def _records(top: type[Record]) -> list[type[Record]]:
    """All records below one, each once, outer ones first."""
    found: list[type[Record]] = []
    for declared in reversed(top.keys.values()):
        record = record_in(declared.kind)
        if record and record not in found:
            found += [each for each in (record, *_records(record)) if each not in found]
    return found


def _title(record: type[Record]) -> str:
    return called(record).capitalize()


def _section(record: type[Record], title: str) -> Iterator[str]:
    yield f"## {title}\n\n{record.__doc__}\n\n"
    yield {"Lane": LANES, "Action": ACTIONS}.get(title, "")
    shared = Element.keys if issubclass(record, Element) else {}
    own = [key for word, key in record.keys.items() if word not in shared]
    if own:
        yield from _table(own)
    if shared:
        yield "And what [every element](#on-every-element) has.\n\n"


def _common() -> Iterator[str]:
    yield "## On every element\n\nLanes, steps, actions and all that has a name.\n\n"
    yield from _table(list(Element.keys.values()))


def _table(keys: list[Key]) -> Iterator[str]:
    yield "| key | what | value | default |\n|---|---|---|---|\n"
    for declared in keys:
        words = _words(declared.kind).replace("|", "\\|")
        yield f"| `{declared.written}` | {declared.doc} | {words} | {_default(declared)} |\n"
    yield "\n"


def _words(kind: Kind[Any]) -> str:
    if isinstance(kind, (Scalar, Pointer)):
        return kind.words
    if isinstance(kind, Many):
        return f"{_words(kind.of)}, or a list"
    if isinstance(kind, PerKey):
        return f"by {kind.to}: {_words(kind.of)}"
    record = record_in(kind)
    title = _title(record) if record else ""
    return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"


def _default(declared: Key) -> str:
    default = declared.default
    if declared.required:
        return "required"
    if isinstance(default, bool):
        return "`true`" if default else "`false`"
    if isinstance(default, Interval):
        return f"`{default.text}`"
    if isinstance(default, float):
        return f"`{default:g}`"
    return f"`{default}`" if isinstance(default, (str, int)) and default != "" else ""
