"""BP3: flow and dependencies."""

from blueprint_cli.rules.flow import cycle_of_needs

RULES = (cycle_of_needs.RULE,)
