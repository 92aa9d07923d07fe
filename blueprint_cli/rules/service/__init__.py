"""BP2: the blueprint as a service: lines, support, evidence."""

from blueprint_cli.rules.service import (
    empty_step,
    idle_customer,
    missing_role,
    skipped_line,
    truth_without_evidence,
    unanswered_action,
    unreached_work,
)

RULES = (
    empty_step.RULE,
    idle_customer.RULE,
    unanswered_action.RULE,
    unreached_work.RULE,
    skipped_line.RULE,
    truth_without_evidence.RULE,
    missing_role.RULE,
)
