"""A blueprint whose last review is longer ago than it stays fresh.

Services change every week, and nobody tells the blueprint. One that was true last year is worse
than none, because decisions are still made with it. `review_every` says how long a review holds; if
nothing is written, six months.

## Bad

```yaml
blueprint: Returning a parcel
reviewed: 2024-02-01
review_every: 3 months
lanes:
  - {id: sender, name: Sender, role: customer}
  - {id: shop, name: Parcel shop, role: frontstage}
steps:
  - name: Brings the parcel
    actions: {sender: Brings the parcel, shop: Scans the label}
```

## Good

```yaml
blueprint: Returning a parcel
reviewed: 2026-10-20
review_every: 3 months
lanes:
  - {id: sender, name: Sender, role: customer}
  - {id: shop, name: Parcel shop, role: frontstage}
steps:
  - name: Brings the parcel
    actions: {sender: Brings the parcel, shop: Scans the label}
```

## How to fix

Walk through the service with the blueprint in your hand, or with two people of each lane. Mend what
is no longer so, and write the day behind `reviewed`. If the service hardly changes, write a longer
`review_every`. A blueprint without `reviewed` is not judged.

## Source

Marc Stickdorn, Markus Hormess, Adam Lawrence and Jakob Schneider, "This Is Service Design Doing",
2018: maps are living documents, to be brought up to date as one learns more and the service
changes.
"""

from collections.abc import Iterator

from blueprint_cli.facts.reviews import fresh_until
from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find a review that is no longer fresh."""
    reviewed, every = service.blueprint.reviewed, service.blueprint.review_every
    if reviewed is None or service.today is None or service.today <= fresh_until(reviewed, every):
        return
    message = f"the last review, on {reviewed}, is longer ago than {every.text}"
    hint = "walk through the service again, mend the blueprint and write the new date"
    yield Finding(service.blueprint.places["reviewed"], message, hint)


RULE = Rule("BP601", "overdue-review", "warning", __doc__, check)
