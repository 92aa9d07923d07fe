"""A moment of truth at which the customer sees and holds nothing.

A service cannot be touched, so at the moments by which customers judge it they look at what can: a
key, a receipt, a clean room. The rule finds moments of truth without an evidence action and without
a touchpoint, on the step or its actions, in a blueprint that tells such things of other moments: it
has an evidence lane, or touchpoints at half of its steps. Elsewhere it is silent.

## Bad

```yaml
blueprint: Opening an account
lanes:
  - {id: things, name: Things, role: evidence}
  - {id: client, name: Client, role: customer}
  - {id: adviser, name: Adviser, role: frontstage}
steps:
  - name: Arrive
    actions: {things: Welcome sign, client: Comes in, adviser: Greets}
  - name: Sign
    moment_of_truth: true
    actions: {client: Signs the contract, adviser: Explains the fees}
```

## Good

```yaml
blueprint: Opening an account
lanes:
  - {id: things, name: Things, role: evidence}
  - {id: client, name: Client, role: customer}
  - {id: adviser, name: Adviser, role: frontstage}
steps:
  - name: Arrive
    actions: {things: Welcome sign, client: Comes in, adviser: Greets}
  - name: Sign
    moment_of_truth: true
    actions:
      things: One page with all fees
      client: Signs the contract
      adviser: Explains the fees
```

## How to fix

Write what the customer sees, hears or holds at this moment, in an evidence lane or as `touchpoint`.
If there is nothing yet, think of what could show that the service keeps its word.

## Source

Mary Jo Bitner, Amy L. Ostrom and Felicia N. Morgan, "Service Blueprinting: A Practical Technique
for Service Innovation", California Management Review, 2008: physical evidence is all that customers
come in contact with at each step, and it shapes how they judge the quality.
"""

from collections.abc import Iterator

from blueprint_cli.facts import bare_steps
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find moments of truth without evidence, if the blueprint tells of evidence at all."""
    for place in bare_steps.without_evidence(service):
        step = service.blueprint.steps[place]
        if step.moment_of_truth:
            hint = "write what the customer sees or holds, in an evidence lane or as `touchpoint`"
            span = step.places.get("moment_of_truth", step.span)
            yield Finding(span, f"the moment of truth '{step.name}' has no evidence", hint)


RULE = Rule("BP206", "truth-without-evidence", "warning", __doc__, check)
