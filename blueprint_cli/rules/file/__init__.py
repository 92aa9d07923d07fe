"""BP0: the file and its shape."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
