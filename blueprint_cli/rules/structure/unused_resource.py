"""A resource that no action uses and no pain point names as its cause.

What stands in `resources` is what the service depends on. One that nothing leads to counts in no
utilisation and in no impact of its loss: a system can fail and the blueprint says that nothing
happens. Mostly the `uses` of an action was forgotten.

## Bad

```yaml
blueprint: Passport at the town hall
resources:
  - {id: printer, name: Photo printer}
  - {id: register, name: Register of residents}
lanes: [{id: clerk, name: Clerk, role: frontstage}]
steps:
  - name: Hands in the form
    actions:
      clerk: {name: Compares the address, uses: register}
```

## Good

```yaml
blueprint: Passport at the town hall
resources:
  - {id: printer, name: Photo printer}
  - {id: register, name: Register of residents}
lanes: [{id: clerk, name: Clerk, role: frontstage}]
steps:
  - name: Hands in the form
    actions:
      clerk:
        - {name: Compares the address, uses: register}
        - {name: Takes the photo, uses: printer}
```

## How to fix

Find the actions that could not be done without it and write its id behind their `uses`, or write it
as the cause of a pain point. If the service no longer has it, delete it.

## Source

The format: `resources` are what actions use.
"""

from collections.abc import Iterator, Sequence

from blueprint_cli.facts.unused import unused_resources
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.problems import Fix
from blueprint_cli.rewriting import without
from blueprint_cli.service import Service
from blueprint_cli.source import Source, Span


def check(service: Service) -> Iterator[Finding]:
    """Find resources that nothing refers to."""
    spans = (None, *(each.span for each in service.blueprint.resources), None)
    for place in unused_resources(service):
        resource = service.blueprint.resources[place]
        message = f"no action uses '{resource.name}'"
        hint = "write its id behind `uses` of the actions that need it, or delete it"
        span = resource.places.get("name", resource.span)
        yield Finding(span, message, hint, (), _fix(service.source, spans[place : place + 3]))


def _fix(source: Source, around: Sequence[Span | None]) -> Fix | None:
    """Delete the resource in the middle of its neighbours."""
    before, here, after = around
    edit = without(source, here, before, after) if here else None
    return Fix("delete the resource", "unsafe", (edit,)) if edit else None


RULE = Rule("BP109", "unused-resource", "warning", __doc__, check)
