"""BP3: flow and dependencies."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
