"""Every rule there is, in the order of their codes."""

from blueprint_cli.rules import file, workspace
from blueprint_cli.rules.alone import ALONE

RULES = (*file.RULES, *ALONE, *workspace.RULES)
