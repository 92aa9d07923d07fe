"""BP4: time, capacity and cost."""

from blueprint_cli.rules.capacity import (
    cost_without_currency,
    missing_time,
    over_capacity,
    over_tolerance,
    reversed_range,
    unexplained_wait,
)

RULES = (
    over_tolerance.RULE,
    missing_time.RULE,
    over_capacity.RULE,
    reversed_range.RULE,
    cost_without_currency.RULE,
    unexplained_wait.RULE,
)
