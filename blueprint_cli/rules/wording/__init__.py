"""BP8: wording and size."""

from blueprint_cli.rules.wording import (
    full_cell,
    jargon,
    long_name,
    similar_names,
    too_many_lanes,
    too_many_steps,
)

RULES = (
    long_name.RULE,
    full_cell.RULE,
    too_many_steps.RULE,
    too_many_lanes.RULE,
    jargon.RULE,
    similar_names.RULE,
)
