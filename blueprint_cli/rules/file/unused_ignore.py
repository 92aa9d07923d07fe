"""A comment `# bp: ignore[…]` that silences nothing, or only until a day that is past.

What it once excused is mended, or has moved. If it stays, it will silence the next flaw of that
kind at this place, and nobody will have decided so. Readers, too, take it for a known weakness that
the service no longer has.

## Bad

```yaml
blueprint: Bread from the village bakery
lanes:
  - {id: buyer, name: Buyer, role: customer}
  - {id: shop, name: Shop assistant, role: frontstage}
  - {id: bakery, name: Bakery, role: backstage}
steps:
  # bp: ignore[empty-step] we have not watched the queue yet
  - name: Queues
    actions: {buyer: Queues up to the street, shop: Greets who comes in, bakery: Bakes on}
```

## Good

```yaml
blueprint: Bread from the village bakery
lanes:
  - {id: buyer, name: Buyer, role: customer}
  - {id: shop, name: Shop assistant, role: frontstage}
  - {id: bakery, name: Bakery, role: backstage}
steps:
  - name: Queues
    actions: {buyer: Queues up to the street, shop: Greets who comes in, bakery: Bakes on}
```

## How to fix

Delete the comment; `bp lint --fix` does it. If its day is past, look at what it excused: mend that,
or write a later day if the reason still holds.

## Source

The comments of `bp lint`: one silences what is found at its place and nothing else, and one with
`until` does so up to that day.
"""

from blueprint_cli.lint.rule import Rule

RULE = Rule("BP014", "unused-ignore", "warning", __doc__)
