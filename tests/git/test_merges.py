"""git merges blueprints with `bp`; without it, exactly as it would have done by itself."""

import re

import pytest

from blueprint_cli.parse import read
from tests.git.clones import HOTEL, LATER
from tests.git.test_diff_driver import FAILING

WITHOUT = {name: script for name, script in FAILING.items() if name != "failing"}
"""Ways to have no `bp`; one that exits with 1 says that it left markers."""

GREETED = HOTEL.replace("name: Greets,", "name: Greets the guest,  # at the door\n     ")
SLOWER = HOTEL.replace("time: 3m", "time: 9m")


@pytest.fixture
def told(hotel):
    """The hotel's repository after `bp git install --merge`."""
    hotel.bp("git", "install", "--merge")
    hotel.commit()
    return hotel


def branch(clone, ours, theirs):
    """Two branches: we are on `main` with ours, theirs is on `other`."""
    clone.git("checkout", "--quiet", "-b", "other")
    clone.commit(hotel=theirs)
    clone.git("checkout", "--quiet", "main")
    clone.commit(hotel=ours)


def errors_in(text):
    return [each for each in read(text.encode(), "hotel.yaml").problems if each.severity == "error"]


def test_both_edits_are_kept(told):
    branch(told, LATER, GREETED)
    told.git("merge", "--quiet", "other")
    merged = told.read("hotel.yaml")
    assert "time: 5m" in merged
    assert "# at the door" in merged
    assert not errors_in(merged)
    assert told.left_over() == []


@pytest.mark.parametrize(
    "words", [["merge", "other"], ["rebase", "other"], ["cherry-pick", "other"]], ids=lambda w: w[0]
)
def test_a_conflict_is_marked_and_stops_git(told, words):
    branch(told, LATER, SLOWER)
    done = told.run("git", *words)
    assert done.returncode == 1
    assert told.git("ls-files", "--unmerged").count("hotel.yaml") == 3
    text = told.read("hotel.yaml")
    assert re.search(r"^<{7} ", text, re.MULTILINE)
    assert re.search(r"^>{7} ", text, re.MULTILINE)
    assert "time: 5m" in text
    assert "time: 9m" in text


def test_a_rename_on_one_side(told):
    told.git("checkout", "--quiet", "-b", "other")
    told.git("mv", "hotel.yaml", "an inn.yaml")
    told.commit()
    told.git("checkout", "--quiet", "main")
    told.commit(hotel=LATER)
    told.git("merge", "--quiet", "other")
    assert told.read("an inn.yaml") == LATER


def test_a_stash_on_top_of_another_change(told):
    told.write("hotel.yaml", LATER)
    told.git("stash")
    told.commit(hotel=GREETED)
    told.git("stash", "pop")
    assert "time: 5m" in told.read("hotel.yaml")
    assert "# at the door" in told.read("hotel.yaml")


def as_git_merges(told, *words, theirs=SLOWER, ours=LATER):
    """What git itself leaves: exit status and text, where no driver is set."""
    branch(told, ours, theirs)
    driver = told.git("config", "merge.blueprint.driver")
    told.git("config", "--unset", "merge.blueprint.driver")
    done = told.run("git", *words, "merge", "other")
    text = told.read("hotel.yaml")
    told.git("reset", "--quiet", "--hard", "main")
    told.git("reset", "--quiet", "--hard", "HEAD^" if done.returncode == 0 else "HEAD")
    told.git("config", "merge.blueprint.driver", driver.rstrip("\n"))
    return done.returncode, text


def without_names(text):
    return re.sub(r"^([<|>]{7}).*$", r"\1", text, flags=re.MULTILINE)


@pytest.mark.parametrize("script", WITHOUT.values(), ids=WITHOUT)
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_without_bp_git_leaves_its_own_markers(told, script, style):
    path = told.without_bp() if script is None else told.with_broken_bp(script)
    told.git("config", "merge.conflictStyle", style)
    status, text = as_git_merges(told)
    done = told.run("git", "merge", "other", **path)
    assert done.returncode == status == 1
    assert without_names(told.read("hotel.yaml")) == without_names(text)
    assert told.git("ls-files", "--unmerged").count("hotel.yaml") == 3


def test_without_bp_a_clean_merge_of_lines_is_one(told):
    status, text = as_git_merges(told, theirs=GREETED)
    assert status == 0
    told.git("merge", "--quiet", "other", **told.without_bp())
    assert told.read("hotel.yaml") == text


def test_a_version_that_cannot_be_read_is_merged_as_git_does(told):
    broken = SLOWER.replace("blueprint: Hotel", "blueprint: [Hotel")
    status, text = as_git_merges(told, "-c", "merge.conflictStyle=diff3", theirs=broken)
    done = told.run("git", "merge", "other")
    assert done.returncode == status == 1
    assert without_names(told.read("hotel.yaml")) == without_names(text)
    assert "hotel.yaml (theirs):1:12: error[" in done.stdout + done.stderr


def test_yaml_that_is_no_blueprint_is_merged_by_lines(told):
    told.write(".gitattributes", "*.yaml merge=blueprint\n")
    told.commit(compose="a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n")
    told.git("checkout", "--quiet", "-b", "other")
    told.commit(compose="a: 9\nb: 2\nc: 3\nd: 4\ne: 5\n")
    told.git("checkout", "--quiet", "main")
    told.commit(compose="a: 1\nb: 2\nc: 3\nd: 4\ne: 9\n")
    told.git("merge", "--quiet", "other")
    assert told.read("compose.yaml") == "a: 9\nb: 2\nc: 3\nd: 4\ne: 9\n"


def test_both_add_the_same_file(told):
    told.git("checkout", "--quiet", "-b", "other")
    told.commit(inn=HOTEL)
    told.git("checkout", "--quiet", "main")
    told.commit(inn=LATER)
    done = told.run("git", "merge", "other")
    assert done.returncode == 1
    assert told.git("ls-files", "--unmerged").count("inn.yaml") == 2
    assert "time: 5m" in told.read("inn.yaml")
    assert "time: 3m" in told.read("inn.yaml")


def test_names_of_versions(told):
    """Since 2.44 git says what the versions are called; before, they are ours, base and theirs."""
    branch(told, LATER, SLOWER)
    told.run("git", "merge", "other")
    text = told.read("hotel.yaml")
    assert re.search(r"^<{7} (HEAD|ours)$", text, re.MULTILINE)
    assert re.search(r"^>{7} (other|theirs)$", text, re.MULTILINE)


def test_longer_markers_where_attributes_wish_them(told):
    told.write(".gitattributes", "*.yaml merge=blueprint conflict-marker-size=11\n")
    told.commit()
    branch(told, LATER, SLOWER)
    told.run("git", "merge", "other")
    assert re.search(r"^<{11} ", told.read("hotel.yaml"), re.MULTILINE)


def test_a_path_with_spaces_and_quotes(told):
    name = "a 'b'/ü $x"
    told.commit(**{name: HOTEL})
    told.git("checkout", "--quiet", "-b", "other")
    told.commit(**{name: GREETED})
    told.git("checkout", "--quiet", "main")
    told.commit(**{name: LATER})
    told.git("merge", "--quiet", "other")
    assert "# at the door" in told.read(f"{name}.yaml")
