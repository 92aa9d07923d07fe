"""Actions that need each other in a circle.

Each waits for the next one, and the last for the first, so none can ever begin. In a real service
somebody breaks such a circle every day by a trick that the blueprint does not show: a call, a
guess, a form sent in advance. That trick is what a new colleague has to know.

## Bad

```yaml
blueprint: Flat for rent
lanes: [{id: agent, name: Letting agent, role: frontstage}]
steps:
  - name: Wants the flat
    actions:
      agent:
        - {id: contract, name: Writes the contract, needs: deposit}
        - {id: deposit, name: Takes the deposit, needs: contract}
```

## Good

```yaml
blueprint: Flat for rent
lanes: [{id: agent, name: Letting agent, role: frontstage}]
steps:
  - name: Wants the flat
    actions:
      agent:
        - {id: contract, name: Writes the contract}
        - {id: deposit, name: Takes the deposit, needs: contract}
```

## How to fix

Ask which of them is really done first, and delete its need. If two things have to match and neither
comes first, write `agrees_with` instead of `needs`. If one sets off the other, write `triggers`.

## Source

The format, "References": a circle of `needs` is an error. A. B. Kahn, "Topological Sorting of Large
Networks", Communications of the ACM, 1962: jobs that must precede each other can be brought into an
order only if there is no circle among them.
"""

from blueprint_cli.lint.rule import found_by_reading
from blueprint_cli.problems import CYCLE_OF_NEEDS

RULE = found_by_reading(CYCLE_OF_NEEDS, __doc__)
