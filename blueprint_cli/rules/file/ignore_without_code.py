"""A comment `# bp: ignore` that does not say what it silences.

It silences nothing. If it silenced everything, it would hide the next flaw too, which nobody has
looked at yet, and a reader could not tell which weakness of the service is known and accepted.

## Bad

```yaml
blueprint: Ferry to the island
lanes:
  - {id: passenger, name: Passenger, role: customer}
  - {id: crew, name: Crew, role: frontstage}
  - {id: engine, name: Engine room, role: backstage}
steps:
  # bp: ignore the crossing is told elsewhere
  - name: Crosses
    actions: {passenger: Looks at the sea, crew: Sells coffee, engine: Keeps the speed}
```

## Good

```yaml
blueprint: Ferry to the island
lanes:
  - {id: passenger, name: Passenger, role: customer}
  - {id: crew, name: Crew, role: frontstage}
  - {id: engine, name: Engine room, role: backstage}
steps:
  # bp: ignore[empty-step] the crossing is told elsewhere
  - name: Crosses
  - name: Leaves the ship
    actions: {passenger: Leaves the ship, crew: Opens the gate, engine: Turns the ship}
```

## How to fix

Write the code or the name of the rule in brackets behind `ignore`, and the reason behind them:
`# bp: ignore[empty-step] the crossing is told elsewhere`. `bp lint` prints the code of each
finding.

## Source

The comments of `bp lint`: each names the rules that it silences.
"""

from blueprint_cli.lint.rule import Rule

RULE = Rule("BP016", "ignore-without-code", "warning", __doc__)
