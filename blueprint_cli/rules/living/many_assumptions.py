"""A blueprint of which too much is assumed: times, emotions and pain points without a source.

What has a source was seen, measured or told; what has none was imagined in a workshop, mostly by
people who do not stand in the queue. Both look the same in the picture, and both are reckoned with.

`sources` written on an element hold for everything in it: those of the blueprint for all, those of
a step for its actions. `most` is the share that may be assumed.

## Bad

```yaml
blueprint: Renewing a prescription
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: practice, name: Practice, role: frontstage}
steps:
  - name: Calls the practice
    emotion: -1
    actions:
      patient: {name: Calls, wait: 4m, sources: Telephone log}
      practice:
        name: Writes the prescription
        time: 6m
        pain_points: The line is engaged all morning
```

## Good

```yaml
blueprint: Renewing a prescription
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: practice, name: Practice, role: frontstage}
steps:
  - name: Calls the practice
    emotion: -1
    actions:
      patient: {name: Calls, wait: 4m, sources: Telephone log}
      practice:
        name: Writes the prescription
        time: 6m
        sources: One morning beside the assistant
        pain_points: The line is engaged all morning
```

## How to fix

Go and look: stand at the counter for an hour, ask five customers, read the log of the telephone.
Then write `sources` on what you have seen. What cannot be known yet is a question: write it below
`questions`. Set `most` to the share of assumptions with which your team still wants to decide.

## Source

Marc Stickdorn, Markus Hormess, Adam Lawrence and Jakob Schneider, "This Is Service Design Doing",
2018: maps based on assumptions are a beginning and are to be replaced, step by step, by maps based
on research. The format: an element that carries pain, time or emotion and has no source is an
assumption.
"""

from collections.abc import Iterator
from itertools import islice

from blueprint_cli.facts.claims import claims
from blueprint_cli.lint.rule import Beside, Finding, Option, Rule
from blueprint_cli.service import Service

SHOWN = 3
"""So many assumptions are shown, the first ones of the file."""


def check(service: Service, *, most: float) -> Iterator[Finding]:
    """Find a blueprint with a greater share of assumptions than `most`."""
    told = list(claims(service))
    assumed = [claim.element for claim in told if not claim.known]
    if len(assumed) <= most * len(told):
        return
    words = (
        "time, emotion or pain point has"
        if len(told) == 1
        else "times, emotions and pain points have"
    )
    message = f"{len(assumed)} of {len(told)} {words} no source"
    hint = "write `sources` where somebody looked or asked, and questions where nobody did"
    beside = tuple(
        Beside(element.places.get("name", element.span), f"'{element.name}' has no source")
        for element in islice(assumed, SHOWN)
    )
    yield Finding(service.blueprint.places["blueprint"], message, hint, beside)


RULE = Rule(
    "BP604",
    "many-assumptions",
    "info",
    __doc__,
    check,
    (Option("most", 0.5, "the share of times, emotions and pain points that may be assumed"),),
    off=True,
)
