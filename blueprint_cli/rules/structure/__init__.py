"""BP1: structure and references."""

from blueprint_cli.rules.structure import (
    ambiguous_reference,
    broken_path,
    lane_order,
    repeated_id,
    repeated_link,
    self_reference,
    unknown_reference,
)

RULES = (
    repeated_id.RULE,
    unknown_reference.RULE,
    broken_path.RULE,
    ambiguous_reference.RULE,
    self_reference.RULE,
    repeated_link.RULE,
    lane_order.RULE,
)
