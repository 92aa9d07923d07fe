"""BP1: structure and references."""

from blueprint_cli.rules.structure import (
    ambiguous_reference,
    broken_path,
    cell_reference,
    lane_order,
    repeated_id,
    repeated_link,
    self_reference,
    split_phase,
    unknown_reference,
    unused_lane,
    unused_resource,
)

RULES = (
    repeated_id.RULE,
    unknown_reference.RULE,
    broken_path.RULE,
    ambiguous_reference.RULE,
    self_reference.RULE,
    repeated_link.RULE,
    lane_order.RULE,
    unused_lane.RULE,
    unused_resource.RULE,
    split_phase.RULE,
    cell_reference.RULE,
)
