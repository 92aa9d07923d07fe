"""A step at which the customer does nothing.

The steps of a blueprint are the customer's way. Where the customer has a lane and that lane is
empty at a step, either the customer's part is forgotten, be it only to wait, or the step is the
organisation's own and pulls the picture away from the person for whom all of it is done. It is
worth a look and not always a flaw: a patient who sleeps does nothing. Without a lane for the
customer the steps themselves are what the customer does, and the rule is silent; so it is where
`details` leads to a blueprint that tells more.

## Bad

```yaml
blueprint: Lending a book
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Desk, role: frontstage}
  - {id: stacks, name: Stacks, role: backstage}
steps:
  - name: Ask
    actions: {reader: Asks for an old atlas, desk: Notes the request}
  - name: Fetch
    actions: {stacks: Fetches the atlas from the cellar}
```

## Good

```yaml
blueprint: Lending a book
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Desk, role: frontstage}
  - {id: stacks, name: Stacks, role: backstage}
steps:
  - name: Ask
    actions: {reader: Asks for an old atlas, desk: Notes the request}
  - name: Wait
    actions:
      reader: Waits in the reading room
      stacks: Fetches the atlas from the cellar
```

## How to fix

Write what the customer does meanwhile: waits, reads, goes home. If the customer does not even
notice the step, move its actions to the step before or behind it.

## Source

Mary Jo Bitner, Amy L. Ostrom and Felicia N. Morgan, "Service Blueprinting: A Practical Technique
for Service Innovation", California Management Review, 2008: the customer's actions come first, in
their order, and all other activities are there to support them.
"""

from collections.abc import Iterator

from blueprint_cli.facts import bare_steps
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find steps at which somebody acts, but no customer."""
    for place in bare_steps.without_customer(service):
        step = service.blueprint.steps[place]
        hint = "write what the customer does meanwhile, or join the step with its neighbour"
        span = step.places.get("name", step.span)
        yield Finding(span, f"the customer does nothing at the step '{step.name}'", hint)


RULE = Rule("BP202", "idle-customer", "info", __doc__, check)
