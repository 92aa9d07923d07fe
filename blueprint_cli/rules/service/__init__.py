"""BP2: the blueprint as a service: lines, support, evidence."""

from blueprint_cli.rules.service import empty_step

RULES = (empty_step.RULE,)
