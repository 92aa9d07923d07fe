"""What must hold of the pain of every blueprint."""

import json
from itertools import groupby
from operator import itemgetter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.pain import Pain, Tally
from tests.analysis.hurting import hurting
from tests.analysis.test_pain_cases import analysed

SOME = settings(deadline=None, max_examples=40)


@SOME
@given(hurting(), st.data())
def test_a_pain_point_more_lowers_no_sum(text, data):
    before = analysed(text).pain
    blueprint = json.loads(text)
    step = data.draw(st.sampled_from(blueprint["steps"]))
    cells = [action for cell in step["actions"].values() for action in cell]
    bearer = data.draw(st.sampled_from([step, *cells]))
    more = {
        "id": "one-more",
        "name": "One more",
        "severity": data.draw(st.integers(1, 5)),
        "frequency": data.draw(st.sampled_from((0, 0.1, 1))),
        "status": data.draw(st.sampled_from(("open", "doing", "done"))),
    }
    bearer.setdefault("pain_points", []).append(more)
    after = analysed(json.dumps(blueprint, ensure_ascii=False)).pain
    for fewer, more_of_it in zip(tallies(before), tallies(after), strict=True):
        for key, tally in fewer.items():
            assert all(one <= other for one, other in zip(tally, more_of_it[key], strict=True))
    assert len(after.ranked) == len(before.ranked) + (more["status"] != "done")
    names = [sore.place.key for sore in after.ranked if sore.pain_point.id != "one-more"]
    assert names == [sore.place.key for sore in before.ranked]


def tallies(pain: Pain) -> list[dict[str, Tally]]:
    return [
        {"all": pain.total},
        *map(dict, (pain.per_lane, pain.per_role, pain.per_step, pain.per_status, pain.per_owner)),
    ]


@SOME
@given(hurting(), st.integers(0, 2**32))
def test_the_order_of_lanes_changes_nothing(text, seed):
    blueprint = json.loads(text)
    blueprint["lanes"] = shuffled(blueprint["lanes"], seed)
    one, other = analysed(text), analysed(json.dumps(blueprint, ensure_ascii=False))
    assert one.pain == other.pain
    assert one.feelings == other.feelings
    assert one.movers == other.movers
    assert one.causes == other.causes
    assert one.priorities == other.priorities


def shuffled(lanes: list[dict[str, object]], seed: int) -> list[dict[str, object]]:
    """The lanes, those of one role in any order."""
    random = Random(seed)  # noqa: S311 - no secret depends on it
    mixed = []
    for _, same in groupby(lanes, itemgetter("role")):
        several = [*same]
        random.shuffle(several)
        mixed += several
    return mixed


@SOME
@given(hurting())
def test_what_is_settled_changes_nothing(text):
    blueprint = json.loads(text)
    gone = set()
    for step in blueprint["steps"]:
        for bearer in (step, *(action for cell in step["actions"].values() for action in cell)):
            for point in bearer.get("pain_points", ()):
                if point["status"] in {"done", "dropped"}:
                    gone.add(point["id"])
            bearer["pain_points"] = [
                point for point in bearer.get("pain_points", ()) if point["id"] not in gone
            ]
    for step in blueprint["steps"]:
        for bearer in (step, *(action for cell in step["actions"].values() for action in cell)):
            for idea in bearer.get("opportunities", ()):
                idea["solves"] = [key for key in idea.get("solves", ()) if key not in gone]
    before, after = analysed(text), analysed(json.dumps(blueprint, ensure_ascii=False))
    assert after.pain.settled == ()
    assert before.pain._replace(settled=()) == after.pain
    assert before.causes == after.causes
    assert before.feelings == after.feelings
    assert [(each.place, each.priority) for each in before.priorities.ranked] == [
        (each.place, each.priority) for each in after.priorities.ranked
    ]


@SOME
@given(hurting())
def test_every_pain_point_counts_once_in_each_sum(text):
    pain = analysed(text).pain
    for tally in (pain.per_step, pain.per_status, pain.per_owner):
        assert sum(each.pain_points for each in tally.values()) == pain.total.pain_points
        assert sum(each.severity for each in tally.values()) == pain.total.severity
    carried = sum(sore.pain_point.severity for sore in pain.ranked if sore.lane)
    for tally in (pain.per_lane, pain.per_role):
        assert sum(each.severity for each in tally.values()) == carried
    weights = [sore.weight for sore in pain.ranked]
    assert weights == sorted(weights, reverse=True)
