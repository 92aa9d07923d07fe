"""A step at which the customer feels bad, and nothing says why.

The line of emotions shows where a service hurts, but not what to do. A step at −2 or below (`most`)
without a pain point, at itself or at one of its actions, is a finding that nobody can act on; what
the customer `thinks` or `feels`, a question or a note there will do as well.

## Bad

```yaml
blueprint: An afternoon at the emergency room
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: triage, name: Triage nurse, role: frontstage}
steps:
  - name: Wait for the doctor
    emotion: -2
    actions: {patient: Waits, triage: Looks after the room}
```

## Good

```yaml
blueprint: An afternoon at the emergency room
lanes:
  - {id: patient, name: Patient, role: customer}
  - {id: triage, name: Triage nurse, role: frontstage}
steps:
  - name: Wait for the doctor
    emotion: -2
    pain_points: {name: Others are called first and nobody says why, severity: 4}
    actions: {patient: Waits, triage: Looks after the room}
```

## How to fix

Write the pain point that makes the feeling, with a quote if you have one. If customers bring the
feeling along, say so in `thinks` or `feels`.

## Source

Sarah Gibbons, "Journey Mapping 101", Nielsen Norman Group, 2018: a map sets what customers do
beside what they think and feel, their ups and downs, so that insights come of it.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.model import Action, Step
from blueprint_cli.service import Service


def check(service: Service, *, most: int) -> Iterator[Finding]:
    """Find steps with a low emotion that nothing explains."""
    for step, actions in zip(service.blueprint.steps, service.at_step, strict=True):
        if step.emotion is None or step.emotion > most or step.thinks or step.feels:
            continue
        places: list[Step | Action] = [step, *(placed.action for placed in actions)]
        if not any(each.pain_points or each.questions or each.note for each in places):
            yield Finding(
                step.places["emotion"],
                f"customers feel bad at the step '{step.name}', and no pain point says why",
                "write the pain point, or what they think or feel",
            )


RULE = Rule(
    "BP505",
    "low-emotion-without-pain",
    "info",
    __doc__,
    check,
    (Option("most", -2, "the emotion up to which customers feel bad", -2),),
)
