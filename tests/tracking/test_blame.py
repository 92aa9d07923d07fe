"""Who is found to have changed what last, in whatever shape a history is."""

import copy
import random

import pytest

from blueprint_cli.comparing.only import asked
from blueprint_cli.history.following import Extent, followed
from blueprint_cli.tracking.blame import blamed
from blueprint_cli.tracking.lines import blame_lines
from blueprint_cli.tracking.log import of_element
from blueprint_cli.tracking.revisions import revisions
from tests.history.repos import BROKEN, STEP, Repo, shop


@pytest.fixture
def repo(tmp_path):
    return Repo(tmp_path / "repo")


def subjects(path, until=None):
    """Of each element the subject of the commit that changed it last."""
    found = blamed(followed(path, Extent(until=until)))
    return {each.part.path: each.revision.visit.subject for each in found.answers}


def last(path):
    return {key: said for key, said in subjects(path).items() if said != "Begin"}


DESK = "bring-the-phone.desk.takes-the-phone"


def test_elements_stand_as_in_the_file(repo):
    path = repo.save("shop.yaml", shop(STEP), "Begin")
    assert list(subjects(path)) == [
        "lanes.customer",
        "lanes.desk",
        "bring-the-phone",
        "bring-the-phone.customer.hands-over-the-phone",
        DESK,
        "fetch-the-phone",
        "fetch-the-phone.customer.pays",
    ]


def test_only_what_changed_is_the_commit_s(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(time="5m"), "Slower")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Fetch")
    repo.save("shop.yaml", shop(STEP, time="5m") + "# a comment\n", "Say so")
    new = "fetch-the-phone"
    assert last(path) == {DESK: "Slower", new: "Fetch", f"{new}.customer.pays": "Fetch"}
    assert subjects(path, until="HEAD~3") == dict.fromkeys(subjects(path, until="HEAD~3"), "Begin")


def test_what_is_not_committed_has_no_commit(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.write("shop.yaml", shop(time="6m"))
    found = blamed(followed(path)).answers
    (now,) = [each for each in found if not each.revision.visit.commit]
    assert (now.part.path, now.said_in_short) == (DESK, "time 4m → 6m")


def test_changes_that_are_not_asked_for_are_passed_over(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Slower")
    renamed = shop(STEP, time="5m").replace("Takes the", "Takes a").replace("Pays", "Pays cash")
    repo.save("shop.yaml", renamed, "Words")
    found = blamed(followed(path), asked(["worse,better"])).answers
    assert [each.revision.visit.subject for each in found] == [*["Begin"] * 4, *["Slower"] * 3]


def test_a_merge_leaves_a_change_to_the_branch_that_made_it(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.save("shop.yaml", shop(time="5m"), "Slower")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Fetch")
    repo.git("switch", "--quiet", "main")
    repo.save("other.yaml", shop(), "Meanwhile")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic")
    new = "fetch-the-phone"
    assert last(path) == {DESK: "Slower", new: "Fetch", f"{new}.customer.pays": "Fetch"}


def test_what_a_merge_itself_makes_is_the_merge_s(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Slower")
    repo.git("switch", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "topic")
    repo.save("shop.yaml", shop(STEP, time="7m"), "Merge topic")
    new = "fetch-the-phone"
    assert last(path) == {DESK: "Merge topic", new: "Slower", f"{new}.customer.pays": "Slower"}


@pytest.mark.parametrize(
    ("mine", "theirs", "merged", "who"),
    [
        ("6m", "4m, wait: 3m", "6m, wait: 3m", "Topic"),
        ("6m, wait: 2m", "4m, wait: 3m", "6m, wait: 3m", "Topic"),
        ("6m, wait: 2m", "4m, wait: 3m", "6m, wait: 1m", "Merge topic"),
        ("6m", "4m, pain_points: A", "6m, pain_points: A", "Topic"),
        ("6m", "4m, pain_points: A", "6m, pain_points: {name: A, severity: 5}", "Merge topic"),
        ("6m", "5m", "6m", "Main"),
    ],
)
def test_an_element_that_both_changed(repo, mine, theirs, merged, who):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.save("shop.yaml", shop(time=theirs), "Topic")
    repo.git("switch", "--quiet", "main")
    repo.save("shop.yaml", shop(time=mine), "Main")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", "topic")
    repo.save("shop.yaml", shop(time=merged), "Merge topic")
    assert last(path) == {DESK: who}


def test_what_is_new_on_a_branch_and_changed_in_the_merge(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.save("shop.yaml", shop(STEP), "Topic")
    repo.git("switch", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "topic")
    repo.save("shop.yaml", shop(STEP.replace("Pays", "{name: Pays, pain_points: A}")), "Merge")
    new = "fetch-the-phone"
    assert last(path) == {new: "Topic", f"{new}.customer.pays": "Merge"}


def test_a_merge_in_a_merge(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "outer")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    repo.git("switch", "--quiet", "--create", "inner")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Slower")
    for branch, merged in (("outer", "inner"), ("main", "outer")):
        repo.git("switch", "--quiet", branch)
        repo.git("merge", "--quiet", "--no-ff", "-m", f"Merge {merged}", merged)
    new = "fetch-the-phone"
    assert last(path) == {DESK: "Slower", new: "Fetch", f"{new}.customer.pays": "Fetch"}


def test_a_branch_on_which_the_file_has_its_earlier_name(repo):
    repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.save("shop.yaml", shop(time="5m"), "Slower")
    repo.git("switch", "--quiet", "main")
    repo.git("mv", "shop.yaml", "repair.yaml")
    repo.commit("Rename")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic")
    assert last(str(repo.folder / "repair.yaml")) == {DESK: "Slower"}


def test_versions_with_errors_are_passed_over(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(BROKEN, time="5m"), "Typing")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Mended")
    repo.save("shop.yaml", shop(BROKEN), "Typing again")
    new = "fetch-the-phone"
    assert last(path) == {DESK: "Mended", new: "Mended", f"{new}.customer.pays": "Mended"}
    found = blamed(followed(path))
    assert [each.visit.subject for each in found.passed] == ["Typing again"]
    assert found.revision.visit.subject == "Mended"


def test_no_version_that_can_be_read(repo):
    path = repo.save("shop.yaml", shop(BROKEN), "Typing")
    found = blamed(followed(path))
    assert (found.revision, found.answers) == (None, ())


def test_a_shallow_clone_does_not_blame_its_oldest_commit_for_all(repo, tmp_path):
    repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Slower")
    shallow = Repo(tmp_path / "shallow", begin=False)
    shallow.git("clone", "--quiet", "--depth=2", f"file://{repo.folder}", ".")
    found = blamed(followed(str(shallow.folder / "shop.yaml"))).answers
    assert {each.part.path for each in found if not each.is_oldest_here} == {DESK}
    marked = [line.startswith("^") for line in blame_lines(found, 80, color=False).splitlines()[1:]]
    assert marked == [each.part.path != DESK for each in found]


def test_a_submodule_and_a_linked_work_tree(repo, tmp_path):
    repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(time="5m"), "Slower")
    outer = Repo(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", str(repo.folder), "inner")
    assert last(str(outer.folder / "inner" / "shop.yaml")) == {DESK: "Slower"}
    repo.git("worktree", "add", "--quiet", str(tmp_path / "tree"))
    assert last(str(tmp_path / "tree" / "shop.yaml")) == {DESK: "Slower"}


class Kitchen:
    """A blueprint that is changed at random, and by whom each of its actions was changed last."""

    def __init__(self, seed):
        self.chance = random.Random(seed)  # noqa: S311 - the same histories every time
        self.actions = {f"a{at}": [at % 3, at % 2, f"Does thing {at}", 1] for at in range(8)}
        self.last = dict.fromkeys(self.actions, "Begin")

    def text(self):
        steps = ""
        for step in range(3):
            cells = ""
            for lane in range(2):
                here = [
                    f"{{id: {key}, name: {name}, time: {time}m}}"
                    for key, (place, side, name, time) in sorted(self.actions.items())
                    if (place, side) == (step, lane)
                ]
                cells += f"      l{lane}: [{', '.join(here)}]\n" if here else ""
            steps += f"  - id: s{step}\n    name: Step {step}\n"
            steps += f"    actions:\n{cells}" if cells else ""
        lanes = "".join(f"  - {{id: l{at}, name: Lane {at}, role: backstage}}\n" for at in range(2))
        return f"blueprint: Kitchen\nlanes:\n{lanes}steps:\n{steps}"

    def change(self, subject, side=None):
        """Change an action, on a branch one of its side; a branch's new actions are its own."""
        own = [key for key in self.actions if side in {None, side_of(key)}]
        key = self.chance.choice(own)
        action = self.actions[key]
        what = self.chance.choice(["time", "name", "step", "lane", "remove", "add"])
        if what == "time":
            action[3] += 1
        elif what == "name":
            action[2] = f"{action[2]} {subject}"
        elif what == "step":
            action[0] = (action[0] + 1) % 3
        elif what == "lane":
            action[1] = 1 - action[1]
        elif what == "remove" and len(own) > 1:
            del self.actions[key], self.last[key]
            return
        else:
            key = f"n{subject}"
            self.actions[key] = [0, 0, f"Is new {subject}", 1]
        self.last[key] = subject

    def merged(self, other):
        """This one with what was done to the other's side on the other's branch."""
        both = copy.copy(self)
        for name in ("actions", "last"):
            mine, theirs = getattr(self, name), getattr(other, name)
            kept = {key: told for key, told in mine.items() if side_of(key) == "main"}
            kept |= {key: told for key, told in theirs.items() if side_of(key) == "topic"}
            setattr(both, name, kept)
        return both


def side_of(key):
    """The branch that may change an action: of those there were the even ones are main's."""
    if key.startswith("n"):
        return "topic" if "t" in key else "main"
    return "topic" if int(key[1:]) % 2 else "main"


@pytest.mark.parametrize("seed", range(4))
def test_random_histories(repo, seed):
    kitchen = Kitchen(seed)
    path = repo.save("kitchen.yaml", kitchen.text(), "Begin")
    for count in range(12):
        kitchen.change(f"c{count}")
        repo.save("kitchen.yaml", kitchen.text(), f"c{count}")
    found = {key.split(".")[2]: said for key, said in subjects(path).items() if key.count(".") == 2}
    assert found == kitchen.last
    for key in kitchen.actions:
        newest = next(of_element(revisions(followed(path)), key, path))
        assert newest.revision.visit.subject == kitchen.last[key]


@pytest.mark.parametrize("seed", range(4))
def test_random_branches(repo, seed):
    main = Kitchen(seed)
    path = repo.save("kitchen.yaml", main.text(), "Begin")
    for turn in range(3):
        topic = copy.deepcopy(main)
        repo.git("switch", "--quiet", "--create", f"topic{turn}")
        for count in range(3):
            topic.change(f"t{turn}{count}", "topic")
            repo.save("kitchen.yaml", topic.text(), f"t{turn}{count}")
        repo.git("switch", "--quiet", "main")
        for count in range(2):
            main.change(f"m{turn}{count}", "main")
            repo.save("kitchen.yaml", main.text(), f"m{turn}{count}")
        repo.git("merge", "--quiet", "--strategy=ours", "--no-commit", f"topic{turn}")
        main = main.merged(topic)
        repo.save("kitchen.yaml", main.text(), "Merge")
    found = {key.split(".")[2]: said for key, said in subjects(path).items() if key.count(".") == 2}
    assert found == main.last
