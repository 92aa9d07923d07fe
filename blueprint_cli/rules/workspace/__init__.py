"""BP9: the whole workspace."""

from blueprint_cli.rules.workspace import (
    circular_details,
    repeated_blueprint_id,
    two_owners,
    unreachable_blueprint,
)

RULES = (
    repeated_blueprint_id.RULE,
    two_owners.RULE,
    circular_details.RULE,
    unreachable_blueprint.RULE,
)
