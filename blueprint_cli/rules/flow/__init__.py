"""BP3: flow and dependencies."""

from blueprint_cli.rules.flow import (
    cycle_of_needs,
    long_handoff_chain,
    needs_later_step,
    same_work_twice,
    single_point_of_failure,
    uneven_shares,
)

RULES = (
    cycle_of_needs.RULE,
    needs_later_step.RULE,
    uneven_shares.RULE,
    single_point_of_failure.RULE,
    long_handoff_chain.RULE,
    same_work_twice.RULE,
)
