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

FAMILIES = (structure, service, flow, capacity, pain, living, people, wording)

ALONE = tuple(rule for family in FAMILIES for rule in family.RULES)
