"""The words of a blueprint: every element, every key, what it means and what holds without it.

This is the format. Reader, manual (docs/format.md) and JSON Schema are made from these lines.
"""

from blueprint_cli.figures import COUNT, EMOTION, MONEY, NUMBER, SCALE, SHARE, VERSION
from blueprint_cli.kinds import ADDRESS, COLOR, CURRENCY, FLAG, ID, MARKDOWN, PATH, TEXT, choice
from blueprint_cli.record import Many, One, PerKey, Pointer, Record, Reference, key, required
from blueprint_cli.times import DATE, DURATION, INTERVAL, RATE, Interval

ROLES = ("evidence", "customer", "frontstage", "backstage", "support")
"""The roles of lanes in the order in which they stand."""
ON_STAGE = frozenset({"evidence", "customer", "frontstage"})
"""Roles above the line of visibility."""

ACTION = Pointer("an action: its id, `step.lane`, or `path/to/other.yaml#id`", "action")
RESOURCE = Pointer("the id of a resource", "resource")
CAUSE = Pointer("the id of an action or a resource", "action", "resource")
PAIN_POINT = Pointer("the id of a pain point", "pain_point")
STATUS = choice("status", "open", "planned", "doing", "done", "dropped")
SETTLED = frozenset({"done", "dropped"})
"""What the status of a pain point or opportunity is when nothing more is to be done about it."""


class Element(Record, short="name"):
    """Anything that has a name; a plain text stands for an element of that name.

    `id` is always there; `implied_id` tells that it is not written but made from the name.
    """

    implied_id: bool = False

    id = key(ID, "how others refer to it; made from the name if left out", "")
    name = required(TEXT, "what it is called", "")
    owner = key(TEXT, "who answers for it")
    tags = key(Many(TEXT), "words to find it by")
    links = key(Many(ADDRESS), "where more is told")
    sources = key(Many(TEXT), "where it is known from")
    note = key(MARKDOWN, "what else is to be said")
    was = key(Many(ID), "ids that it had before, so that history and diffs can follow it")

    def __init_subclass__(cls, element: str = "", short: str | None = None) -> None:
        """Put the class's own keys behind `id` and `name` and before what every element has."""
        super().__init_subclass__(element, short)
        first = {word: cls.keys[word] for word in ("id", "name")}
        own = {word: known for word, known in cls.keys.items() if word not in Element.keys}
        cls.keys = first | own | cls.keys


class Persona(Element, element="persona"):
    """Someone for whom the service is made."""

    goals = key(Many(TEXT), "what they want to reach")
    quote = key(TEXT, "what they say, in their own words")


class Resource(Element, element="resource"):
    """Something that actions use: a system, a room, a team."""

    kind = key(
        choice("kind", "person", "team", "system", "space", "document", "partner", "other"),
        "what it is",
        "system",
    )
    capacity = key(COUNT, "how many uses at once", 1)


class Metric(Element, element="metric"):
    """A figure that is watched."""

    value = key(NUMBER, "what it is now")
    target = key(NUMBER, "what it is to be")
    unit = key(TEXT, "what it is counted in")
    better = key(choice("direction", "higher", "lower"), "which way is good", "higher")


class PainPoint(Element, element="pain_point"):
    """Something that hurts."""

    severity = key(SCALE, "how much it hurts, from 1 to 5", 3)
    frequency = key(SHARE, "share of customers who meet it, from 0 to 1", 1.0)
    causes = key(Many(CAUSE), "actions or resources that it comes from")
    status = key(STATUS, "what is done about it; done and dropped ones count in no ranking", "open")
    since = key(DATE, "when it was first seen")
    quote = key(TEXT, "what someone said about it, in their own words")


class Opportunity(Element, element="opportunity"):
    """Something that could be better."""

    impact = key(SCALE, "how much it would help, from 1 to 5")
    effort = key(SCALE, "how much it would take, from 1 to 5")
    solves = key(Many(PAIN_POINT), "pain points that it ends")
    status = key(STATUS, "what is done about it", "open")
    due = key(DATE, "when it is to be done")


class Question(Element, element="question"):
    """Something that nobody knows yet."""

    since = key(DATE, "when it was first asked")


class Policy(Element, element="policy"):
    """A rule that an action keeps."""


class FailPoint(Element, element="fail_point"):
    """What can go wrong in an action."""

    recovery = key(TEXT, "what is done then")


class Enabler(Element, element="enabler"):
    """Something that the people of a lane need to do the work."""


class Enablers(Record):
    """What the people of a lane need to do the work, by sort."""

    decisions = key(Many(One(Enabler)), "what they may decide themselves")
    policies = key(Many(One(Enabler)), "rules that they work by")
    procedures = key(Many(One(Enabler)), "ways of working that are written down")
    technology = key(Many(One(Enabler)), "tools and systems")
    training = key(Many(One(Enabler)), "what they have learned")
    insights = key(Many(One(Enabler)), "what they know about customers and the service")


class Link(Record, short="action"):
    """A line from one action to another; a plain reference stands for a link to it."""

    action = required(ACTION, "the action at the other end", Reference(""))
    name = key(TEXT, "its label")
    when = key(TEXT, "the condition of a branch")
    share = key(SHARE, "share of cases that take it, from 0 to 1")


class Action(Element, element="action"):
    """What a lane does at a step."""

    channel = key(Many(TEXT), "ways by which the customer is reached: phone, app, counter")
    touchpoint = key(Many(TEXT), "what the customer meets: a form, a key card, a person")
    time = key(DURATION, "how long the work takes")
    wait = key(DURATION, "how long the customer waits before it starts")
    tolerance = key(DURATION, "the longest `time` plus `wait` that is acceptable")
    cost = key(MONEY, "money spent on each case besides the lane's hours")
    uses = key(Many(RESOURCE), "resources that it takes up")
    needs = key(Many(One(Link)), "actions that must be done, or at hand, before this one")
    triggers = key(Many(One(Link)), "actions that this one sets off")
    agrees_with = key(Many(One(Link)), "actions that must agree with this one")
    policies = key(Many(One(Policy)), "rules that it keeps")
    metrics = key(Many(One(Metric)), "figures that are watched here")
    fail_point = key(One(FailPoint), "what can go wrong here")
    pain_points = key(Many(One(PainPoint)), "what hurts here")
    opportunities = key(Many(One(Opportunity)), "what could be better here")
    questions = key(Many(One(Question)), "what nobody knows yet")
    details = key(PATH, "path of a more detailed blueprint")


class Step(Element, element="step"):
    """One moment of the customer's way: a column of the blueprint."""

    phase = key(TEXT, "what it is part of; adjoining steps of one phase share a header")
    touchpoint = key(Many(TEXT), "what the customer meets: a form, a key card, a person")
    channel = key(Many(TEXT), "ways by which the customer is reached: phone, app, counter")
    emotion = key(EMOTION, "how the customer feels, from -2 to +2")
    thinks = key(TEXT, "what the customer thinks")
    feels = key(TEXT, "what the customer feels")
    importance = key(SCALE, "how much it matters to the customer, from 1 to 5")
    moment_of_truth = key(FLAG, "whether the customer judges the service by it", default=False)
    details = key(PATH, "path of a more detailed blueprint")
    metrics = key(Many(One(Metric)), "figures that are watched here")
    pain_points = key(Many(One(PainPoint)), "what hurts here")
    opportunities = key(Many(One(Opportunity)), "what could be better here")
    questions = key(Many(One(Question)), "what nobody knows yet")
    actions = key(PerKey("lane", Many(One(Action))), "what each lane does here, by the lane's id")


class Lane(Element, element="lane"):
    """One row of the blueprint: who or what acts."""

    role = required(choice("role", *ROLES), "what part it plays for the customer", "support")
    actor = key(choice("actor", "people", "system", "partner"), "who acts in it", "people")
    capacity = key(COUNT, "how many can work at once", 1)
    cost_rate = key(MONEY, "cost of an hour's work")
    color = key(COLOR, "the colour of its band and cards")
    enablers = key(One(Enablers), "what its people need to do the work")


class Blueprint(Record, element="blueprint"):
    """One scenario of a service: who takes part, what happens in which order, who does what."""

    name = required(TEXT, "the service's name", "", written="blueprint")
    format = key(VERSION, "the version of this format", 1)
    id = key(
        ID,
        "how other files and reports name it; the file's name without its ending if left out",
        "",
    )
    description = key(MARKDOWN, "what the service is")
    scenario = key(MARKDOWN, "the one situation that is mapped")
    state = key(choice("state", "current", "future"), "as it is, or as it is to be", "current")
    owner = key(TEXT, "who answers for it")
    reviewed = key(DATE, "when it was last reviewed")
    review_every = key(INTERVAL, "how long a review stays fresh", Interval(6, 0, "6 months"))
    currency = key(CURRENCY, "the currency of every cost")
    arrivals = key(RATE, "customers who start the scenario")
    tags = key(Many(TEXT), "words to find it by")
    links = key(Many(ADDRESS), "where more is told")
    sources = key(Many(TEXT), "where it is known from")
    note = key(MARKDOWN, "what else is to be said")
    was = key(Many(ID), "ids that it had before")
    personas = key(Many(One(Persona)), "people for whom the service is made")
    resources = key(Many(One(Resource)), "what actions use")
    metrics = key(Many(One(Metric)), "figures of the whole service")
    lanes = required(Many(One(Lane), least=1), "rows, from top to bottom", ())
    steps = required(Many(One(Step), least=1), "columns, from left to right", ())
