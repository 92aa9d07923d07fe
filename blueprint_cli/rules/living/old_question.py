"""A question that nobody has answered for a long time.

It was written down because the service could not be designed without the answer. After some months
everybody works with a guess, each with another one, and the question only shows that nobody was
made to find out.

`since` is the day on which a question was first asked; `days` is how long it may stay open. A
question without `since` is not judged.

## Bad

```yaml
blueprint: Flu vaccination at the pharmacy
lanes:
  - {id: customer, name: Customer, role: customer}
  - {id: pharmacist, name: Pharmacist, role: frontstage}
steps:
  - name: Asks for the vaccination
    questions: {name: Does the insurance pay?, since: 2025-09-01}
    actions: {customer: Shows the card, pharmacist: Copies the number}
```

## Good

```yaml
blueprint: Flu vaccination at the pharmacy
lanes:
  - {id: customer, name: Customer, role: customer}
  - {id: pharmacist, name: Pharmacist, role: frontstage}
steps:
  - name: Asks for the vaccination
    questions: {name: Who pays without insurance?, since: 2026-11-02, owner: Pharmacist}
    actions: {customer: Shows the card, pharmacist: Bills the insurance}
```

## How to fix

Ask whoever can know, and write the answer into the blueprint in place of the question. If it has to
stay open, give it an `owner`. If nobody misses the answer, delete the question.

## Source

Marc Stickdorn, Markus Hormess, Adam Lawrence and Jakob Schneider, "This Is Service Design Doing",
2018: gaps that show while a map is made become the questions of the next research.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Option, Rule
from blueprint_cli.service import Service


def check(service: Service, *, days: int) -> Iterator[Finding]:
    """Find questions that have been open for more than so many days."""
    if service.today is None:
        return
    for question, _ in service.questions:
        if question.since is not None and (service.today - question.since).days > days:
            message = f"the question '{question.name}' has been open since {question.since}"
            hint = "find the answer and write it into the blueprint, or delete the question"
            yield Finding(question.places["since"], message, hint)


RULE = Rule(
    "BP605",
    "old-question",
    "warning",
    __doc__,
    check,
    (Option("days", 90, "how many days a question may stay open"),),
)
