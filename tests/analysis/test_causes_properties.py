"""What must hold of the causes of every blueprint, and of circles in every graph."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis.circles import circles
from blueprint_cli.analysis.pain import Sore
from blueprint_cli.service import Service
from tests.analysis.hurting import hurting
from tests.analysis.test_pain_cases import analysed

SOME = settings(deadline=None, max_examples=40)


@SOME
@given(hurting())
def test_a_path_leads_from_the_bearer_to_the_cause_by_hops_that_are_there(text):
    analysis = analysed(text)
    ways = behind(analysis.service)
    for cause in analysis.causes.ranked:
        check_path(analysis.service, cause.sores[0], [place.key for place in cause.path], ways)
        assert cause.path[-1] == cause.place
    for sore in analysis.pain.ranked:
        root = analysis.causes.roots.get(sore.place.key)
        assert (root is None) == (not sore.pain_point.causes)
        if root is not None:
            check_path(analysis.service, sore, [place.key for place in root.path], ways)
    for way in analysis.causes.ways:
        check_path(analysis.service, way.sore, [place.key for place in way.path], ways)


def check_path(service: Service, sore: Sore, path: list[str], ways: Mapping[str, set[str]]) -> None:
    assert path[0] == sore.bearer.key
    causes = named(service, sore)
    onward = path[1:] if path[1:] and path[1] in causes else path
    assert onward[0] in causes
    for here, there in pairwise(onward):
        assert there in ways[here]
    fewest = levels(causes, ways)
    assert len(onward) - 1 == fewest[path[-1]]


@SOME
@given(hurting())
def test_each_cause_explains_all_that_leads_to_it_and_no_more(text):
    analysis = analysed(text)
    ways = behind(analysis.service)
    reached = {
        sore.place.key: levels(named(analysis.service, sore), ways)
        for sore in analysis.pain.ranked
    }  # fmt: skip
    for cause in analysis.causes.ranked:
        explained = [
            sore for sore in analysis.pain.ranked if cause.place.key in reached[sore.place.key]
        ]
        assert list(cause.sores) == explained
        assert cause.severity == sum(sore.pain_point.severity for sore in explained)
    order = [(-cause.severity, cause.place.key) for cause in analysis.causes.ranked]
    assert order == sorted(order)


@SOME
@given(hurting())
def test_causes_are_those_named_and_the_ends_behind_the_scenes(text):
    analysis = analysed(text)
    service, pain = analysis.service, analysis.pain
    ways = behind(service)
    written = {key for sore in pain.ranked for key in named(service, sore)}
    everything = set(levels(written, ways))
    deep = {
        key
        for key in everything
        if key not in service.placed
        or service.role(service.placed[key]) in {"backstage", "support"}
    }
    ends = set()
    for key in everything:
        beyond = {each for each in levels({key}, ways) if key not in levels({each}, ways)}
        round_about = {each for each in levels({key}, ways) if key in levels({each}, ways)}
        if not beyond & deep and (key in deep or not round_about & deep):
            ends.add(key)
        if len(everything) > 60:
            return  # all pairs are tried, which takes long
    found = analysis.causes.ranked
    assert {cause.place.key for cause in found} == written | (ends & deep)
    assert {cause.place.key for cause in found if cause.named} == written
    assert {cause.place.key for cause in found if cause.root} == ends & (written | deep)


def named(service: Service, sore: Sore) -> set[str]:
    found = (service.cause(each) for each in sore.pain_point.causes)
    return {each.key if hasattr(each, "key") else each.id for each in found}


def behind(service: Service) -> Mapping[str, set[str]]:
    """What lies behind each, found by asking every action of every other."""
    shut = {each.key for each in service.actions if service.role(each) in {"customer", "evidence"}}
    ways: dict[str, set[str]] = {each.key: set() for each in service.actions}
    ways |= {key: set() for key in service.index.resources}
    for link in service.links:
        if link.kind == "needs" and link.end not in shut:
            ways[link.start].add(link.end)
        if link.kind == "triggers" and link.start not in shut:
            ways[link.end].add(link.start)
    for each in service.actions:
        ways[each.key] |= {used.text for used in each.action.uses}
    return ways


def levels(starts: Iterable[str], ways: Mapping[str, set[str]]) -> dict[str, int]:
    """All that is reached, and in how many hops."""
    found = dict.fromkeys(starts, 0)
    newest = set(found)
    while newest:
        level = max(found.values()) + 1
        newest = {there for here in newest for there in ways[here]} - found.keys()
        found |= dict.fromkeys(newest, level)
    return found


@given(st.dictionaries(st.integers(0, 12), st.sets(st.integers(0, 12), max_size=4)))
def test_circles_are_those_who_reach_each_other_and_come_after_what_is_behind_them(graph):
    nodes = {*graph, *(end for ends in graph.values() for end in ends)}
    ways = {str(node): {str(end) for end in graph.get(node, ())} for node in nodes}
    groups = list(circles({key: tuple(sorted(ends)) for key, ends in ways.items()}))
    assert sorted(key for group in groups for key in group) == sorted(ways)
    reached = {key: set(levels({key}, ways)) for key in ways}
    told: set[str] = set()
    for group in groups:
        told |= set(group)
        for key in group:
            assert set(group) == {each for each in reached[key] if key in reached[each]}
            assert reached[key] <= told


def test_a_very_long_chain_is_no_trouble():
    graph = {str(each): (str(each + 1),) for each in range(100_000)} | {"100000": ()}
    assert next(circles(graph)) == ("100000",)
