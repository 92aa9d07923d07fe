"""Every rule there is, in the order of their codes: one file a rule, a folder a family."""

from blueprint_cli.rules import (
    capacity,
    file,
    flow,
    living,
    pain,
    people,
    service,
    structure,
    wording,
    workspace,
)

RULES = (
    *file.RULES,
    *structure.RULES,
    *service.RULES,
    *flow.RULES,
    *capacity.RULES,
    *pain.RULES,
    *living.RULES,
    *people.RULES,
    *wording.RULES,
    *workspace.RULES,
)
