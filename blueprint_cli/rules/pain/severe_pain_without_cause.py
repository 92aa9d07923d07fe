"""A severe pain point of which nobody says where it comes from.

What customers feel on stage is mostly made behind it. A pain point of severity 4 or more (`least`)
without `causes` gets its symptom treated, a friendlier word or a bigger waiting room, and comes
back; nor can anybody see that one system is behind half of all pain. A question beside it, at the
same action or step, shows that somebody is looking, and the rule is silent.

## Bad

```yaml
blueprint: A parking permit from the town hall
lanes:
  - {id: resident, name: Resident, role: customer}
  - {id: counter, name: Counter, role: frontstage}
  - {id: register, name: Register of residents, role: support, actor: system}
steps:
  - name: Apply
    pain_points: {name: Residents come twice, severity: 4}
    actions:
      resident: Brings the papers
      counter: {name: Checks the papers, needs: address}
      register: {id: address, name: Gives the address}
```

## Good

```yaml
blueprint: A parking permit from the town hall
lanes:
  - {id: resident, name: Resident, role: customer}
  - {id: counter, name: Counter, role: frontstage}
  - {id: register, name: Register of residents, role: support, actor: system}
steps:
  - name: Apply
    pain_points: {name: Residents come twice, severity: 4, causes: address}
    actions:
      resident: Brings the papers
      counter: {name: Checks the papers, needs: address}
      register: {id: address, name: Gives the address}
```

## How to fix

Ask why until you arrive at an action or resource that could be changed, and name it in `causes`. If
nobody knows yet, write a question beside the pain point.

## Source

G. Lynn Shostack, "How to Design a Service", European Journal of Marketing 16 (1), 1982: below the
line of visibility stand the processes that customers never see and that the service hangs on.
Taiichi Ohno, "Toyota Production System", 1988: by asking why five times one comes from the symptom
to the root cause.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, least: int) -> Iterator[Finding]:
    """Find severe pain points that name no cause."""
    for pain, bearer in service.severe(least):
        asked = bearer.record.questions or bearer.step.questions
        if not pain.causes and not asked:
            yield Finding(
                pain.places.get("name", pain.span),
                f"the severe pain point '{pain.name}' names no cause",
                "write the action or resource that it comes from in `causes`, or a question",
            )


RULE = Rule(
    "BP502",
    "severe-pain-without-cause",
    "info",
    __doc__,
    check,
    (Option("least", 4, "the severity from which on a pain point is severe", 1),),
)
