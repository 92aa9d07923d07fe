"""A fingerprint tells a problem from every other, wherever its lines have moved to."""

from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.lint.fingerprints import fingerprints
from blueprint_cli.listings.words import with_fingerprints
from blueprint_cli.problems import LANE_ORDER, WRONG_VALUE
from blueprint_cli.source import Source, Span

MESSAGES = st.lists(st.sampled_from(["step 1", "step 2", "step", "'é' is no time", "\ud800"]))


def found(message, text="ab", at=0, flaw=WRONG_VALUE):
    return flaw.at(Source("a.yaml", text), Span(at, at + 1), message)


def test_what_one_looks_like():
    (print_,) = fingerprints([found("unknown role 'x'")], "a.yaml")
    assert print_ == "39aefcc811cc8941a1af6d48c02c7a3b"


@given(MESSAGES)
def test_none_is_like_another(messages):
    made = fingerprints([found(each) for each in messages], "a.yaml")
    assert len(set(made)) == len(messages)
    assert all(len(each) == 32 and int(each, 16) >= 0 for each in made)


@given(MESSAGES, st.text(), st.integers(0, 9))
def test_places_texts_severities_and_numbers_do_not_matter(messages, text, number):
    before = [found(each) for each in messages]
    after = [
        found(each.translate({ord(digit): f"{number}0" for digit in "0123456789"}), text, 1)
        for each in messages
    ]
    mild = [each._replace(severity="info") for each in after]
    assert fingerprints(before, "a.yaml") == fingerprints(mild, "a.yaml")


def test_path_code_and_message_matter():
    one = fingerprints([found("a")], "a.yaml")
    assert one != fingerprints([found("a")], "b.yaml")
    assert one != fingerprints([found("b")], "a.yaml")
    assert one != fingerprints([found("a", flaw=LANE_ORDER)], "a.yaml")


def test_a_new_problem_leaves_the_others_their_names():
    old = fingerprints([found("a"), found("b")], "a.yaml")
    new = fingerprints([found("c"), found("a"), found("a"), found("b")], "a.yaml")
    assert set(new) > set(old)
    assert len(set(new) - set(old)) == 2


def test_a_file_that_is_named_twice_is_one_file():
    problems = [found("a"), found("a")._replace(source=Source("./x/../a.yaml", "ab"))]
    assert len({each for _, each in with_fingerprints(problems)}) == 2
    assert next(with_fingerprints(problems[1:]))[1] == fingerprints(problems[:1], "a.yaml")[0]
