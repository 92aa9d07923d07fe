"""BP1: structure and references."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
