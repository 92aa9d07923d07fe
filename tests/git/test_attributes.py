"""Which patterns mean the blueprints, and how our block lives among other people's lines."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from blueprint_cli.in_git.attributes import BEGIN, END, lines, patterns, with_block, written
from tests.git.clones import Clone


@pytest.mark.parametrize(
    ("blueprints", "others", "expected"),
    [
        (["a.yaml"], [], ["*.yaml"]),
        (["a.yaml", "s/b.yaml"], [], ["*.yaml"]),
        (["a.yaml"], [".github/ci.yml"], ["*.yaml"]),
        (["a.yaml"], [".github/ci.yaml"], ["/*.yaml"]),
        (["a.yaml"], ["compose.yaml"], ["/a.yaml"]),
        (["s/a.yaml", "s/t/b.yaml"], ["compose.yaml"], ["/s/**/*.yaml"]),
        (["s/a.yaml", "s/t/b.yaml"], ["s/t/c.yaml"], ["/s/*.yaml", "/s/t/b.yaml"]),
        (["s/a.yaml", "s/t/b.yaml"], ["s/u/c.yaml"], ["/s/*.yaml", "/s/t/**/*.yaml"]),
        (["s/a.yml"], ["s/b.yaml", "c.yml"], ["/s/**/*.yml"]),
        (["a b/[x].yaml"], ["c.yaml", "a b/y.yaml"], ["/a b/\\[x].yaml"]),
        ([], ["a.yaml"], []),
    ],
)
def test_the_fewest_patterns(blueprints, others, expected):
    assert patterns(blueprints, others) == expected


NAME = st.text("ab é*[?\\\"'#!-受", min_size=1, max_size=4)
PATH = st.lists(NAME, min_size=1, max_size=3).map("/".join)
FILE = st.builds("{}.{}".format, PATH, st.sampled_from(["yaml", "yml"]))


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("attributes")
    return Clone(folder / "work", folder / "home")


@given(st.sets(FILE, min_size=1, max_size=8), st.sets(FILE, max_size=6))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_git_takes_the_blueprints_and_no_others(empty, blueprints, others):
    assume(not blueprints & others)
    made = lines(patterns(sorted(blueprints), sorted(others)), merge=True)
    empty.write(".gitattributes", with_block("", made))
    names = [*sorted(blueprints), *sorted(others)]
    listed = empty.git("check-attr", "-z", "diff", "merge", "--", *names).split("\0")[:-1]
    told = {(listed[at], listed[at + 1]): listed[at + 2] for at in range(0, len(listed), 3)}
    for name in names:
        expected = "blueprint" if name in blueprints else "unspecified"
        assert told[name, "diff"] == told[name, "merge"] == expected


TEXTS = st.lists(st.sampled_from(["*.png binary", "# a note", "", "*.yaml text", END]), max_size=5)


@given(TEXTS, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_a_block_comes_and_goes(above, ends, line_end):
    text = line_end.join(above) + (line_end if ends and above else "")
    made = with_block(text, ["*.yaml diff=blueprint"])
    assert written(made) == ["*.yaml diff=blueprint"]
    assert with_block(made, ["*.yaml diff=blueprint"]) == made
    assert with_block(made, []).rstrip("\r\n") == text.rstrip("\r\n")


def test_lines_between_ours_are_kept_behind_them():
    text = f"*.png binary\n{BEGIN}\n*.yaml diff=blueprint\n*.md text\n{END}\n*.txt text\n"
    made = with_block(text, ["/s/*.yaml diff=blueprint"])
    assert made == (
        f"*.png binary\n{BEGIN}\n/s/*.yaml diff=blueprint\n{END}\n*.md text\n*.txt text\n"
    )
    assert with_block(text, []) == "*.png binary\n*.md text\n*.txt text\n"
