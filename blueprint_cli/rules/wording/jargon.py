"""A word of the house where customers see or hear it.

Inside, everybody knows what a PNR or an intake is. Customers do not, and a service that speaks its
own language makes them feel stupid or call back. List the words of your house in `words`; the rule
looks for them as whole words in what the customer meets: the names of steps, what they think and
feel, touchpoints and channels, and the actions of evidence, customer and frontstage lanes. A word
with a capital letter is looked for as it is written, another one in any case. Without a list the
rule is silent.

```toml
[lint.rules.jargon]
words = ["PNR", "upsell"]
```

## Bad

```yaml
blueprint: A flight is changed
lanes:
  - {id: passenger, name: Passenger, role: customer}
  - {id: agent, name: Agent, role: frontstage}
steps:
  - name: Call the airline
    actions: {passenger: Says the PNR, agent: Finds the booking}
```

## Good

```yaml
blueprint: A flight is changed
lanes:
  - {id: passenger, name: Passenger, role: customer}
  - {id: agent, name: Agent, role: frontstage}
steps:
  - name: Call the airline
    actions: {passenger: Says the booking number, agent: Finds the booking}
```

## How to fix

Say it in the words that customers use when they talk to each other. Where the word is on a form or
screen, change it there as well.

## Source

Jakob Nielsen, "10 Usability Heuristics for User Interface Design", Nielsen Norman Group, 1994:
speak the users' language, with words and notions that are familiar to them, and no terms of your
own.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.model import ON_STAGE, Action, Step
from blueprint_cli.reading.mistakes import shown
from blueprint_cli.service import Service
from blueprint_cli.source import Span


def check(service: Service, *, words: tuple[str, ...]) -> Iterator[Finding]:
    """Find the words of a list in what customers meet."""
    pattern = _pattern(words)
    if pattern is None:
        return
    for text, element, key in _met(service):
        for word in dict.fromkeys(found[0] for found in pattern.finditer(text)):
            span = element.places.get(key, element.span)
            there = (each for each in pattern.finditer(service.text, *span) if each[0] == word)
            place = next((Span(*each.span()) for each in there), span)
            message = f"'{shown(word)}' in '{shown(text)}' is a word of the house"
            yield Finding(place, message, "say it in the customers' words")


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds any of the words, the longest first; None if there are none."""
    found = sorted({" ".join(word.split()) for word in words} - {""}, key=lambda word: -len(word))
    return re.compile("|".join(map(_whole, found))) if found else None


_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""
_LETTER = rf"[^\W{_UNSPACED}]"


def _whole(word: str) -> str:
    """A pattern for a word: in scripts with spaces, no other letter stands before or behind it."""
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, word) else ""
    behind = rf"(?!{_LETTER})" if re.match(_LETTER, word[-1]) else ""
    cased = r"\s+".join(map(re.escape, word.split()))
    return f"{before}{cased if word != word.lower() else f'(?i:{cased})'}{behind}"


def _met(service: Service) -> Iterator[tuple[str, Step | Action, str]]:
    """The texts that customers meet, and behind which key of what they stand."""
    for step, actions in zip(service.blueprint.steps, service.at_step, strict=True):
        yield from _said(step)
        for said, key in ((step.thinks, "thinks"), (step.feels, "feels")):
            if said:
                yield said, step, key
        for placed in actions:
            if service.role(placed) in ON_STAGE:
                yield from _said(placed.action)


def _said(element: Step | Action) -> Iterator[tuple[str, Step | Action, str]]:
    yield element.name, element, "name"
    for text in element.touchpoint:
        yield text, element, "touchpoint"
    for text in element.channel:
        yield text, element, "channel"


RULE = Rule(
    "BP805",
    "jargon",
    "warning",
    __doc__,
    check,
    (Option("words", (), "words of the house that customers do not know"),),
)
