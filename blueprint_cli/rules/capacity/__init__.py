"""BP4: time, capacity and cost."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
