"""Every rule there is, in the order of their codes."""

from blueprint_cli.rules import alone, file, workspace

FAMILIES = (file, *alone.FAMILIES, workspace)

RULES = tuple(rule for family in FAMILIES for rule in family.RULES)
