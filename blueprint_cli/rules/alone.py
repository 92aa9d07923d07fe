"""The rules that judge what a blueprint says, without its file and without its neighbours."""

from blueprint_cli.rules import (
    capacity,
    flow,
    living,
    pain,
    people,
    service,
    structure,
    wording,
)

ALONE = (
    *structure.RULES,
    *service.RULES,
    *flow.RULES,
    *capacity.RULES,
    *pain.RULES,
    *living.RULES,
    *people.RULES,
    *wording.RULES,
)
