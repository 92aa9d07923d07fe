"""English."""

from types import MappingProxyType

from blueprint_cli.words import Words

ENGLISH = Words(
    code="en",
    rtl=False,
    states=MappingProxyType({"current": "Current state", "future": "Future state"}),
    roles=MappingProxyType(
        {
            "evidence": "Physical evidence",
            "customer": "Customer actions",
            "frontstage": "Frontstage",
            "backstage": "Backstage",
            "support": "Support processes",
        }
    ),
    actors=MappingProxyType({"system": "System", "partner": "Partner"}),
    enablers=MappingProxyType(
        {
            "decisions": "Decisions",
            "policies": "Policies",
            "procedures": "Procedures",
            "technology": "Technology",
            "training": "Training",
            "insights": "Insights",
        }
    ),
    lines=MappingProxyType(
        {
            "interaction": "Line of interaction",
            "visibility": "Line of visibility",
            "internal-interaction": "Line of internal interaction",
        }
    ),
    links=MappingProxyType(
        {
            "triggers": "triggers",
            "needs": "needs",
            "agrees_with": "must agree with",
            "implied": "then (order of reading)",
        }
    ),
    linked_from=MappingProxyType(
        {
            "triggers": "set off by",
            "needs": "needed by",
            "agrees_with": "must agree with",
        }
    ),
    goes_back="goes back",
    joined=MappingProxyType(
        {
            "triggers": "{} triggers {}",
            "needs": "{} needs {}",
            "agrees_with": "{} must agree with {}",
            "implied": "{}, then {}",
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": "Pain point",
            "opportunity": "Opportunity",
            "fail-point": "Fail point",
            "wait": "Customer waits",
            "moment-of-truth": "Moment of truth",
            "question": "Open question",
        }
    ),
    statuses=MappingProxyType(
        {"planned": "planned", "doing": "doing", "done": "done", "dropped": "dropped"}
    ),
    severity="severity {} of 5",
    legend="Legend",
    owner="Owner {}",
    reviewed="Reviewed {}",
    arrivals="Arrivals {}",
    persona="For {}",
    capacity="Capacity {}",
    importance="Importance {} of 5",
    takes="Takes {}",
    waits="Wait {}",
    tolerates="Tolerance {}",
    costs="Cost {}",
    uses="Uses {}",
    via="via {}",
    policy="Policy: {}",
    recovery="Recovery: {}",
    in_detail="In detail: {}",
    when="when {}",
    target="target {}",
    emotion="Emotion",
    feelings=("very bad", "bad", "neutral", "good", "very good"),
    thoughts="Thinks, feels, says",
    touchpoints="Touchpoints",
    evidence="Physical evidence",
    time="Time",
    in_sight="Work in sight",
    behind="Work behind the line",
    total="Customer so far",
    units=("wk", "d", "h", "min", "s"),
    picture="Service blueprint",
    phase="Phase",
    step="Step",
    lane="Lane",
    steps="Steps",
    lanes="Lanes",
    shown="Shown: {}",
    left_out="Not shown: {}",
    of="{} of {}",
    some_lanes="{} of {} lanes",
    some_steps="{} of {} steps",
    some_actions="{} of {} actions",
    tagged="tagged {}",
    focus="In focus: {}",
    parts=MappingProxyType(
        {
            "title": "title",
            "phases": "phases",
            "emotion": "emotion",
            "thoughts": "thoughts",
            "evidence": "evidence",
            "marks": "marks",
            "notes": "notes",
            "details": "details",
            "time": "time",
            "links": "links",
            "labels": "names of links",
            "legend": "legend",
        }
    ),
    page="Page {} of {}",
    search="Search",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    whole="Whole picture",
    nothing_found="Nothing found",
    close="Close",
    changes=MappingProxyType(
        {
            "added": "new",
            "removed": "gone",
            "moved": "moved to here",
            "left": "moved from here",
            "changed": "changed",
        }
    ),
    was="was {}",
    moved_from="from {}",
    moved_to="now in {}",
    was_behind="was after {}",
    was_first="was first",
    now_behind="now after {}",
    now_first="now first",
    keys=MappingProxyType(
        {
            "note": "Note",
            "tags": "Tags",
            "links": "Links",
            "sources": "Sources",
            "description": "Description",
            "scenario": "Scenario",
            "thinks": "Thinks",
            "feels": "Feels",
            "role": "Role",
            "actor": "Done by",
            "color": "Colour",
            "cost_rate": "Cost per hour",
            "frequency": "Share of customers",
            "causes": "Comes from",
            "quote": "Quote",
            "since": "Since",
            "impact": "Impact",
            "effort": "Effort",
            "solves": "Solves",
            "due": "Due",
            "value": "Value",
            "unit": "Unit",
            "better": "Better",
            "goals": "Goals",
            "kind": "Kind",
            "review_every": "Review every",
            "currency": "Currency",
            "resource": "Resource",
            "metric": "Metric",
        }
    ),
    values=MappingProxyType(
        {
            "open": "open",
            "people": "people",
            "higher": "higher",
            "lower": "lower",
        }
    ),
)
