"""A pain point marked done whose cause goes on hurting elsewhere.

If one action or resource causes two pain points, and one of them is done while the other is open,
then perhaps only a symptom was treated: the cause is still there, and the pain may come back where
it was thought to be gone.

## Bad

```yaml
blueprint: Books by inter-library loan
resources:
  - {id: catalogue, name: Union catalogue}
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Loan desk, role: frontstage}
steps:
  - name: Order
    pain_points: {name: The copy shown is lost, severity: 4, causes: catalogue, status: done}
    actions: {reader: Orders, desk: {name: Sends the order, uses: catalogue}}
  - name: Fetch
    pain_points: {name: The wrong edition comes, severity: 3, causes: catalogue}
    actions: {reader: Fetches, desk: Hands it over}
```

## Good

```yaml
blueprint: Books by inter-library loan
resources:
  - {id: catalogue, name: Union catalogue}
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Loan desk, role: frontstage}
steps:
  - name: Order
    pain_points: {name: The copy shown is lost, severity: 4, causes: catalogue, status: doing}
    actions: {reader: Orders, desk: {name: Sends the order, uses: catalogue}}
  - name: Fetch
    pain_points: {name: The wrong edition comes, severity: 3, causes: catalogue}
    actions: {reader: Fetches, desk: Hands it over}
```

## How to fix

Look whether the pain is gone for good. If so, name its own cause more exactly; if not, open it
again until the cause is mended.

## Source

James Reason, "Human error: models and management", BMJ 320, 2000: what goes wrong at the sharp end
comes from conditions further back, and these make the next failure if only the first is put right.
"""

from collections import defaultdict
from collections.abc import Iterator

from blueprint_cli.lint.rule import Beside, Finding, Rule
from blueprint_cli.model import SETTLED, PainPoint
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find pain points that are done while another of the same cause is not."""
    hurting: dict[int, list[PainPoint]] = defaultdict(list)
    for pain, _ in service.pain_points:
        if pain.status not in SETTLED:
            for _, place in _causes(service, pain):
                hurting[place].append(pain)
    for pain, _ in service.pain_points:
        if pain.status != "done":
            continue
        for name, place in _causes(service, pain):
            for other in hurting[place][:1]:
                yield Finding(
                    pain.places["status"],
                    f"'{pain.name}' is done, and its cause '{name}' goes on hurting",
                    "look whether the cause is mended, or open the pain point again",
                    (Beside(other.places.get("name", other.span), f"'{other.name}' is open"),),
                )


def _causes(service: Service, pain: PainPoint) -> Iterator[tuple[str, int]]:
    """The names of a pain point's causes, and what tells them apart."""
    for reference in pain.causes:
        cause = service.cause(reference)
        if cause:
            found = cause.action if isinstance(cause, Placed) else cause
            yield found.name, id(found)


RULE = Rule("BP507", "done-pain-open-cause", "info", __doc__, check)
