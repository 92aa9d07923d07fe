"""A comment for `bp` with an unknown word, an unknown rule or one that cannot be silenced.

Somebody wanted to excuse a flaw and gave a reason, and the comment has no effect: the flaw is told
on, or another word than `ignore` was meant. Errors cannot be silenced, since a file with errors is
not drawn.

## Bad

```yaml
blueprint: Library card
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Desk, role: frontstage}
  - {id: printer, name: Card printer, role: support, actor: system}
steps:
  # bp: ignore[empty-stap] the form is filled in at home
  - name: Fills in the form
    actions: {reader: Fills in the form, desk: Explains the form, printer: Warms up}
```

## Good

```yaml
blueprint: Library card
lanes:
  - {id: reader, name: Reader, role: customer}
  - {id: desk, name: Desk, role: frontstage}
  - {id: printer, name: Card printer, role: support, actor: system}
steps:
  # bp: ignore[empty-step] the form is filled in at home
  - name: Fills in the form
  - name: Gets the card
    actions: {reader: Gets the card, desk: Hands it over, printer: Prints the card}
```

## How to fix

Write the code (`BP201`) or the name (`empty-step`) of a rule; `bp rule` lists them all. Mend errors
instead of silencing them. The words behind `# bp:` are `ignore[…]`, `file-ignore[…]`, `fmt off` and
`fmt on`; a comment that is not meant for `bp` begins otherwise.

## Source

The comments of `bp lint`: each names the rules that it silences, by code, by the beginning of codes
or by name.
"""

from blueprint_cli.lint.rule import Rule

RULE = Rule("BP015", "unknown-ignore", "warning", __doc__)
