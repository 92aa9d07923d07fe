"""A customer's action that nobody in the service answers.

The customer rings, asks or waits, and the blueprint shows nobody who takes notice: at that step no
frontstage, backstage or support lane acts, and no link joins the action to one of theirs. Such a
gap is where requests are lost and where people wonder whether anyone is there.

A sign or a form does not answer by itself: somebody puts it up and reads it. Self-service is
answered by the system that serves, once that has a lane. Where the customer needs no answer, at
home or on the way, say so in a comment that silences the rule. A blueprint with no lane but the
customer's and evidence is a journey, and the rule is silent.

## Bad

```yaml
blueprint: Bicycle repair
lanes:
  - {id: rider, name: Rider, role: customer}
  - {id: mechanic, name: Mechanic, role: frontstage}
steps:
  - name: Hand over
    actions: {rider: Describes the noise, mechanic: Writes a ticket}
  - name: Ask again
    actions: {rider: Leaves a message on the machine}
```

## Good

```yaml
blueprint: Bicycle repair
lanes:
  - {id: rider, name: Rider, role: customer}
  - {id: mechanic, name: Mechanic, role: frontstage}
steps:
  - name: Hand over
    actions: {rider: Describes the noise, mechanic: Writes a ticket}
  - name: Ask again
    actions:
      rider: Leaves a message on the machine
      mechanic: Calls back before noon
```

## How to fix

Write at that step who answers, a person or a system, or link the action to the action of another
step that answers it. If nobody does today, that is the finding: write it down as a pain point.

## Source

A. Parasuraman, Valarie A. Zeithaml and Leonard L. Berry, "SERVQUAL", Journal of Retailing, 1988:
responsiveness, the will to help and to answer promptly, is one of the five things by which
customers judge a service.
"""

from collections.abc import Iterator

from blueprint_cli.facts.answers import unanswered
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find the customer's actions at steps where nobody else acts, without a link to anybody."""
    for each in unanswered(service):
        action = each.action
        hint = "write who answers at this step, or link it to the action that answers"
        span = action.places.get("name", action.span)
        yield Finding(span, f"nobody in the service answers '{action.name}'", hint)


RULE = Rule("BP203", "unanswered-action", "info", __doc__, check)
