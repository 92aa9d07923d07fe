"""A fail point without a word on what is done then.

Whoever marks where things can go wrong knows that they will. Without a `recovery` each member of
staff has to think of one before the customer's eyes, or sends for somebody who may decide. A good
recovery can leave a customer more loyal than a service without a fault; none loses both the money
and the customer.

## Bad

```yaml
blueprint: A repair at the garage
lanes:
  - {id: driver, name: Driver, role: customer}
  - {id: garage, name: Garage, role: frontstage}
steps:
  - name: Fetch the car
    actions:
      driver: Comes at five
      garage:
        name: Hands over the car
        fail_point: The part has not arrived
```

## Good

```yaml
blueprint: A repair at the garage
lanes:
  - {id: driver, name: Driver, role: customer}
  - {id: garage, name: Garage, role: frontstage}
steps:
  - name: Fetch the car
    actions:
      driver: Comes at five
      garage:
        name: Hands over the car
        fail_point: {name: The part has not arrived, recovery: Call by noon and lend a car}
```

## How to fix

Write in `recovery` what is done then, by whom, and what they may decide without asking.

## Source

G. Lynn Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984: once the
process is drawn, fail points are found and a way to correct each is designed. Christopher Hart,
James Heskett and W. Earl Sasser, "The Profitable Art of Service Recovery", Harvard Business Review,
July 1990: mistakes cannot be helped, dissatisfied customers can.
"""

from collections.abc import Iterator

from blueprint_cli.lint.rule import Finding, Rule
from blueprint_cli.service import Service


def check(service: Service) -> Iterator[Finding]:
    """Find fail points without a recovery."""
    for placed in service.actions:
        point = placed.action.fail_point
        if point and not point.recovery:
            yield Finding(
                point.places.get("name", point.span),
                f"nothing says what is done when '{placed.action.name}' fails: '{point.name}'",
                "write it in `recovery`: who does what, and what they may decide",
            )


RULE = Rule("BP506", "fail-point-without-recovery", "warning", __doc__, check)
