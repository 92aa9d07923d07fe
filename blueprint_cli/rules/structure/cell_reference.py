"""An action that others refer to by its cell and not by its id.

`booking.reception` means the only action of reception at the step booking. As soon as reception
does a second thing there, or the step gets another name, every such reference breaks. An id stays
with the action wherever it moves.

## Bad

```yaml
blueprint: Piano tuned at home
lanes:
  - {id: office, name: Office, role: frontstage}
  - {id: tuner, name: Tuner, role: backstage}
steps:
  - name: Booking
    actions:
      office: Agrees on a day
  - name: Visit
    actions:
      tuner: {name: Tunes the piano, needs: booking.office}
```

## Good

```yaml
blueprint: Piano tuned at home
lanes:
  - {id: office, name: Office, role: frontstage}
  - {id: tuner, name: Tuner, role: backstage}
steps:
  - name: Booking
    actions:
      office: {id: agrees-on-a-day, name: Agrees on a day}
  - name: Visit
    actions:
      tuner: {name: Tunes the piano, needs: agrees-on-a-day}
```

## How to fix

Write an `id` in the action, and that id in all references to it. `bp lint --fix` does both, with an
id made from the action's name.

## Source

The format, "References": an action is referred to by its written id, or by `step.lane` where that
cell holds one action.
"""

from collections import Counter
from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.model import Action
from blueprint_cli.problems import Fix
from blueprint_cli.reading.nodes import Pairs, Text
from blueprint_cli.reading.references import LINK_KINDS, Placed
from blueprint_cli.record import Reference
from blueprint_cli.rewriting import anchored
from blueprint_cli.service import Service
from blueprint_cli.source import Edit, Span


def check(service: Service) -> Iterator[Finding]:
    """Find actions that are referred to as `step.lane`."""
    meant = service.index.meant
    if not any(_is_cell(text) and isinstance(end, Action) for (_, text), end in meant.items()):
        return
    found = _references(service)
    taken = _taken(service)
    spans = Counter(placed.action.span for placed in service.actions)
    for placed in service.actions:
        if references := found.get(placed.key):
            written = _id(placed, taken)
            fix = _fix(service, placed, written, references)
            once = spans[placed.action.span] == 1
            yield _finding(placed, written, references, fix if once else None)


def _finding(placed: Placed, written: str, references: list[Reference], fix: Fix | None) -> Finding:
    action, first = placed.action, references[0]
    message = f"'{action.name}' is referred to by its cell, '{first.text}'"
    write = "give it an `id`, and write that" if action.implied_id else f"write `{written}`"
    place = action.places.get("name", action.span)
    beside = (Beside(place, "this action is meant"),)
    return Finding(first.span, message, write, beside, fix)


def _is_cell(text: str) -> bool:
    return "." in text and "#" not in text


def _references(service: Service) -> dict[str, list[Reference]]:
    """All references of the form `step.lane`, by the key of the action that they mean."""
    found: dict[str, list[Reference]] = {}
    for placed in service.actions:
        for kind in LINK_KINDS:
            for link in getattr(placed.action, kind):
                _put(link.action, service.action(link.action), found)
    for point, _ in service.pain_points:
        for cause in point.causes:
            end = service.cause(cause)
            _put(cause, end if isinstance(end, Placed) else None, found)
    return found


def _put(reference: Reference, end: Placed | None, found: dict[str, list[Reference]]) -> None:
    if end and _is_cell(reference.text):
        found.setdefault(end.key, []).append(reference)


def _taken(service: Service) -> set[str]:
    """Ids that a new id of an action must not be: causes are looked up among resources, too."""
    ids = {placed.action.id for placed in service.actions if not placed.action.implied_id}
    return ids | {resource.id for resource in service.blueprint.resources}


def _id(placed: Placed, taken: set[str]) -> str:
    """The action's id, or a new one that is then taken."""
    if not placed.action.implied_id:
        return placed.action.id
    written, number = placed.action.id, 1
    while written in taken:
        number += 1
        written = f"{placed.action.id}-{number}"
    taken.add(written)
    return written


def _fix(service: Service, placed: Placed, written: str, references: list[Reference]) -> Fix | None:
    """Write the id in the action and in all references; None where one of them is shared."""
    source, action = service.source, placed.action
    spans = {reference.span for reference in references}
    if any(_is_shared(service, span) for span in spans):
        return None
    edits = tuple(Edit(span, written) for span in sorted(spans))
    if not action.implied_id:
        return Fix(f"write `{written}`", "safe", edits)
    node = action.where
    if not isinstance(node, (Text, Pairs)) or _is_shared(service, node.span):
        return None
    from blueprint_cli.editing.naming import given

    added = given(source, node, written)
    return Fix(f"give it the id `{written}`", "safe", (*edits, *added))


def _is_shared(service: Service, span: Span) -> bool:
    sign = service.text[span.start : span.start + 1]
    return sign in {"*", "|", ">", ""} or anchored(service.source, span)


RULE = Rule("BP111", "cell-reference", "info", __doc__, check, off=True)
