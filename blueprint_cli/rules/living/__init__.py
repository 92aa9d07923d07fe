"""BP6: a living document: reviews, owners, sources."""

from blueprint_cli.rules.living import (
    many_assumptions,
    no_owner,
    old_question,
    overdue_opportunity,
    overdue_review,
)

RULES = (
    overdue_review.RULE,
    no_owner.RULE,
    overdue_opportunity.RULE,
    many_assumptions.RULE,
    old_question.RULE,
)
