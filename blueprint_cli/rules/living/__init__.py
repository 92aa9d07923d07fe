"""BP6: a living document: reviews, owners, sources."""

from blueprint_cli.rule import Rule

RULES: tuple[Rule, ...] = ()
