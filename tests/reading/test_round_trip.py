"""What ruamel.yaml, the other reader and writer of YAML, writes and reads is what we read."""

import re
from io import StringIO
from unicodedata import category

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from blueprint_cli.kinds import slug
from blueprint_cli.parse import parse
from blueprint_cli.reading.compose import compose
from blueprint_cli.reading.nodes import Items, Pairs, Text
from blueprint_cli.source import Source

SIGNS = st.characters(
    exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], exclude_characters="\ufeff"
)
NAMES = st.text(SIGNS, min_size=1, max_size=30).filter(lambda text: text.strip())
IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)
NOTES = st.text(st.one_of(SIGNS, st.just("\n")), min_size=1, max_size=40).filter(str.strip)


# libyaml, unlike YAML 1.2, takes no plain text that begins with these inside of brackets
REFUSED = re.compile(r"[\[{,:]\s*[?:]")


def element(**keys):
    return st.fixed_dictionaries(
        {"name": NAMES}, optional={"note": NOTES, "tags": st.lists(NAMES, max_size=3), **keys}
    )


ACTIONS = element(
    time=st.sampled_from(["5m", "1h 30m", "2m..5m", "PT5M"]),
    cost=st.integers(0, 10**6),
    pain_points=st.lists(element(severity=st.integers(1, 5)), max_size=2),
)


@st.composite
def blueprints(draw):
    lanes = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    steps = draw(
        st.lists(
            element(
                emotion=st.integers(-2, 2),
                moment_of_truth=st.booleans(),
                actions=st.dictionaries(st.sampled_from(lanes), st.lists(ACTIONS, max_size=3)),
            ),
            min_size=1,
            max_size=4,
        )
    )
    return {
        "blueprint": draw(NAMES),
        "lanes": [{"id": lane, "name": draw(NAMES), "role": "support"} for lane in lanes],
        "steps": steps,
    }


def written(mapping, *, flow):
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = flow
    yaml.allow_unicode = True
    out = StringIO()
    yaml.dump(mapping, out)
    return out.getvalue()


@settings(max_examples=60, deadline=None)
@given(blueprints(), st.booleans())
def test_what_ruamel_writes_is_read_as_it_was_meant(mapping, flow):
    text = written(mapping, flow=flow)
    assume(not REFUSED.search(text))
    document = parse(Source("a.yaml", text))
    assert [problem.message for problem in document.problems] == []
    assert document.blueprint.name == mapping["blueprint"].strip()
    assert [lane.id for lane in document.blueprint.lanes] == [
        lane["id"] for lane in mapping["lanes"]
    ]
    for step, meant in zip(document.blueprint.steps, mapping["steps"], strict=True):
        assert_is(step, meant)


def assert_is(record, meant):
    for key, value in meant.items():
        assert_equal(getattr(record, key), value)


def assert_equal(read, meant):
    if isinstance(meant, str):
        assert getattr(read, "text", read) == meant.strip()
    elif isinstance(meant, dict):
        assert dict(read).keys() == meant.keys()
        for word, value in meant.items():
            assert_equal(read[word], value)
    elif isinstance(meant, list):
        assert len(read) == len(meant)
        for one, other in zip(read, meant, strict=True):
            assert_is(one, other) if isinstance(other, dict) else assert_equal(one, other)
    else:
        assert read == meant


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        NOTES, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=12
    ),
    st.booleans(),
)
def test_ruamel_and_we_see_the_same_texts(value, flow):
    text = written({"a": value}, flow=flow)
    assume(not REFUSED.search(text))
    yaml = YAML(typ="base", pure=True)
    assert plain(compose(Source("a.yaml", text)).root) == yaml.load(text)


def plain(node):
    match node:
        case Text():
            return node.value
        case Items():
            return [plain(item) for item in node.value]
        case Pairs():
            return {plain(word): plain(value) for word, value in node.value}


@given(NAMES)
def test_an_implied_id_holds_what_an_id_may_hold(name):
    implied = slug(name)
    assert all(sign in "-_" or sign.isalnum() or category(sign)[0] == "M" for sign in implied)
    assert implied == "" or any(map(str.isalnum, implied))
    assert not implied.startswith("-")
    assert not implied.endswith("-")
    assert "--" not in implied
    assert slug(implied) == implied or not implied.islower()
