"""A resource that two blueprints give different owners.

When the booking system is down, somebody must be called. If one blueprint says that IT answers for
it and another says the front office, each waits for the other, and the guest waits for both.
Resources are the same if their ids are the same. Only the blueprints that are checked together are
compared.

## Bad

```yaml
# file: check-in.yaml
blueprint: Check-in at the clinic
resources: {id: records, name: Patient records, owner: IT}
lanes: [{id: desk, name: Front desk, role: frontstage}]
steps: [{name: Arrive, actions: {desk: {name: Looks up the patient, uses: records}}}]
```

```yaml
# file: discharge.yaml
blueprint: Discharge from the clinic
resources: {id: records, name: Patient records, owner: Ward office}
lanes: [{id: ward, name: Ward, role: frontstage}]
steps: [{name: Leave, actions: {ward: {name: Closes the record, uses: records}}}]
```

## Good

```yaml
# file: check-in.yaml
blueprint: Check-in at the clinic
resources: {id: records, name: Patient records, owner: IT}
lanes: [{id: desk, name: Front desk, role: frontstage}]
steps: [{name: Arrive, actions: {desk: {name: Looks up the patient, uses: records}}}]
```

```yaml
# file: discharge.yaml
blueprint: Discharge from the clinic
resources: {id: records, name: Patient records, owner: IT}
lanes: [{id: ward, name: Ward, role: frontstage}]
steps: [{name: Leave, actions: {ward: {name: Closes the record, uses: records}}}]
```

## How to fix

Agree on one owner and write it in both files. If these are two different things that happen to
share an id, give one of them another: `bp rename FILE resource OLD NEW`.

## Source

The format: `owner` says who answers for an element. GOV.UK Service Manual, "What each role does in
a service team": one person answers for the whole of a service and has the authority to decide.
"""

from collections.abc import Iterator

from blueprint_cli.lint.neighbours import Neighbours, Outline, Owned
from blueprint_cli.lint.rule import Across, Finding, Rule


def check(neighbours: Neighbours) -> Iterator[Across]:
    """Find resources whose owner another file calls otherwise."""
    first: dict[str, tuple[Outline, Owned]] = {}
    for outline in neighbours.outlines:
        for owned in outline.owned:
            where, known = first.setdefault(owned.id, (outline, owned))
            if where is not outline and _plain(known.owner) != _plain(owned.owner):
                message = (
                    f"the resource '{owned.id}' belongs to '{owned.owner}' here "
                    f"and to '{known.owner}' in {where.source.path}"
                )
                hint = "agree on one owner, or give one of the two resources another id"
                elsewhere = ((where.source, known.span, "the other owner"),)
                yield Across(outline.source, Finding(owned.span, message, hint), elsewhere)


def _plain(owner: str) -> str:
    return " ".join(owner.casefold().split())


RULE = Rule("BP902", "two-owners", "warning", __doc__, check_across=check)
