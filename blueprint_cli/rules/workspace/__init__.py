"""BP9: the whole workspace."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
