"""BP5: pain points and opportunities."""

from blueprint_cli.rules.pain import (
    done_pain_open_cause,
    fail_point_without_recovery,
    low_emotion_without_pain,
    opportunity_without_aim,
    severe_pain_without_cause,
    severe_pain_without_opportunity,
    severe_pain_without_owner,
    truth_without_metric,
)

RULES = (
    severe_pain_without_owner.RULE,
    severe_pain_without_cause.RULE,
    severe_pain_without_opportunity.RULE,
    opportunity_without_aim.RULE,
    low_emotion_without_pain.RULE,
    fail_point_without_recovery.RULE,
    done_pain_open_cause.RULE,
    truth_without_metric.RULE,
)
