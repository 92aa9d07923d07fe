"""BP7: people."""

from blueprint_cli.rules.people import (
    lone_worker,
    nobody_to_turn_to,
    pain_without_training,
    technology_alone,
)

RULES = (
    pain_without_training.RULE,
    nobody_to_turn_to.RULE,
    lone_worker.RULE,
    technology_alone.RULE,
)
