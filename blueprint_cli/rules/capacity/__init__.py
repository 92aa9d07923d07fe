"""BP4: time, capacity and cost."""

from blueprint_cli.rules.capacity import reversed_range

RULES = (reversed_range.RULE,)
