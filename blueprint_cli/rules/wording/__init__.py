"""BP8: wording and size."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
