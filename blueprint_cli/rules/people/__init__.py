"""BP7: people."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
