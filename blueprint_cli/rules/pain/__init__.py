"""BP5: pain points and opportunities."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
