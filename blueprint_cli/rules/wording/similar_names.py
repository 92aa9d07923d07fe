"""Two names that are nearly the same.

"Front desk" and "front-desk", "Ticket" and "Tickets": most likely one thing that two people wrote
down. As two it is used by half its users each, its pain is counted in two places, and a reader asks
what the difference is. The rule looks among lanes, among resources, and among touchpoints, those of
steps and actions together with the physical evidence. It is a preview: what counts as near may yet
change.

## Bad

```yaml
blueprint: Opening an account
resources:
  - {id: id-scanner, name: ID scanner}
  - {id: scanner, name: ID-Scanner}
lanes:
  - {id: client, name: Client, role: customer}
  - {id: bank, name: Bank, role: frontstage}
steps:
  - name: Show the passport
    actions:
      client: Shows the passport
      bank: [{name: Reads it, uses: id-scanner}, {name: Checks it, uses: scanner}]
```

## Good

```yaml
blueprint: Opening an account
resources:
  - {id: id-scanner, name: ID scanner}
lanes:
  - {id: client, name: Client, role: customer}
  - {id: bank, name: Bank, role: frontstage}
steps:
  - name: Show the passport
    actions:
      client: Shows the passport
      bank: [{name: Reads it, uses: id-scanner}, {name: Checks it, uses: id-scanner}]
```

## How to fix

If it is one thing, write it in one way, or keep one of the two elements and let all refer to it. If
there are two, give them names that tell what the difference is.

## Source

Jakob Nielsen, "10 Usability Heuristics for User Interface Design", Nielsen Norman Group, 1994:
nobody should have to wonder whether different words mean the same thing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.model import Element
from blueprint_cli.service import Service
from blueprint_cli.source import Span

LONGEST = 60
"""Longer names are sentences, which nobody writes twice by a slip."""
ENOUGH = 6
"""Words of fewer letters become others by one: `form` and `from`, `table` and `tale`."""


class Named(NamedTuple):
    """A name as written, and where it stands."""

    name: str
    span: Span


def check(service: Service) -> Iterator[Finding]:
    """Find lanes, resources and touchpoints whose names differ by a slip of the pen."""
    yield from _alike("lanes", map(_named, service.blueprint.lanes))
    yield from _alike("resources", map(_named, service.blueprint.resources))
    yield from _alike("touchpoints", _touchpoints(service))


def _named(element: Element) -> Named:
    return Named(element.name, element.places.get("name", element.span))


def _touchpoints(service: Service) -> Iterator[Named]:
    for bearer in service.bearers:
        if bearer.placed and service.role(bearer.placed) == "evidence":
            yield _named(bearer.placed.action)
        for name in bearer.record.touchpoint:
            span = bearer.record.places["touchpoint"]
            start = service.text.find(name, *span)
            yield Named(name, Span(start, start + len(name)) if start >= 0 else span)


def _alike(kind: str, names: Iterable[Named]) -> Iterator[Finding]:
    """Each name that is like an earlier one, which is found without comparing all with all."""
    seen: set[str] = set()
    by_form: dict[str, tuple[str, Named]] = {}
    for each in names:
        if each.name in seen or len(each.name) > LONGEST:
            continue
        seen.add(each.name)
        form, *nearby = _forms(each.name)
        if not form:
            continue
        twin = _twin(form, (form, *nearby), by_form)
        if twin:
            yield Finding(
                each.span,
                f"the {kind} '{twin.name}' and '{each.name}' have nearly the same name",
                "write it in one way if it is one thing, or tell the difference",
                (Beside(twin.span, f"'{twin.name}' stands here"),),
            )
        for key in (form, *nearby):
            by_form.setdefault(key, (form, each))


def _twin(form: str, keys: Iterable[str], by_form: dict[str, tuple[str, Named]]) -> Named | None:
    for key in keys:
        other, named = by_form.get(key, ("", None))
        if named and (other == form or _slip(other, form)):
            return named
    return None


def _forms(name: str) -> list[str]:
    """A name without case, spaces and signs, and what is left of it without one letter each.

    Letters are left out only of long words, since these stay recognisable, and never of numbers.
    """
    words = re.findall(r"[^\W_]+", normalize("NFKC", name).casefold())
    forms, at = ["".join(words)], 0
    for word in words:
        if len(word) >= ENOUGH and word.isalpha() and max(word) < "\u2e80":
            forms += [
                forms[0][:place] + forms[0][place + 1 :] for place in range(at, at + len(word))
            ]
        at += len(word)
    return forms


def _slip(one: str, other: str) -> bool:
    """Whether one has a letter more, or two neighbouring letters change places."""
    start = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), None
    )
    if start is None:
        return abs(len(one) - len(other)) == 1
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return longer[:start] + longer[start + 1 :] == shorter
    swapped = one[:start] + one[start : start + 2][::-1] + one[start + 2 :]
    return swapped == other


RULE = Rule("BP806", "similar-names", "info", __doc__, check, preview=True)
