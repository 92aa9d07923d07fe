"""Which commits tell of a file, and of an element wherever it was and whatever it was called."""

import json

import pytest

from blueprint_cli.comparing.only import asked
from blueprint_cli.history.following import Extent, followed
from blueprint_cli.problems import Trouble
from blueprint_cli.reporters.markdown import markdown
from blueprint_cli.tracking.branches import with_branches
from blueprint_cli.tracking.lines import log_lines
from blueprint_cli.tracking.log import chosen, of_element, of_file
from blueprint_cli.tracking.programs import log_as_json
from blueprint_cli.tracking.revisions import revisions
from blueprint_cli.tracking.sections import log_report
from tests.history.repos import BROKEN, STEP, Repo, shop


@pytest.fixture
def repo(tmp_path):
    return Repo(tmp_path / "repo")


def told(entries):
    """Of each commit its subject and its changes, or the note that stands there instead."""
    return [
        (each.revision.visit.subject, *((each.note and [each.note]) or _changes(each)))
        for each in entries
    ]


def _changes(entry):
    return [f"{each.kind} {each.path} {each.field}".strip() for each in entry.changes]


def log(path, word=None, **extent):
    walk = revisions(followed(path, Extent(**extent)))
    return told(of_file(walk) if word is None else of_element(walk, word, path))


def blueprint(*steps, lanes=("desk", "bench")):
    """A blueprint of steps, each a name and what its lanes do."""
    text = "blueprint: Phone repair\nlanes:\n"
    text += "".join(f"  - {{id: {each}, name: {each}, role: backstage}}\n" for each in lanes)
    return text + "steps:\n" + "".join(f"  - {each}\n" for each in steps)


def test_a_deleted_blueprint_that_comes_again(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    (repo.folder / "shop.yaml").unlink()
    repo.commit("Delete")
    repo.save("shop.yaml", shop(time="5m"), "Again")
    assert log(path) == [
        ("Again", "changed bring-the-phone.desk.takes-the-phone time"),
        ("Delete", "the blueprint is gone"),
        ("Begin", "the blueprint is new"),
    ]
    assert not any(each.revision.skipped for each in of_file(revisions(followed(path))))


def test_a_rename_alone_committed_or_not(repo):
    repo.save("shop.yaml", shop(), "Begin")
    repo.git("mv", "shop.yaml", "repair.yaml")
    repo.commit("Rename")
    repo.git("mv", "repair.yaml", "mend.yaml")
    renamed = "only the file's name changed"
    assert log(str(repo.folder / "mend.yaml")) == [
        ("", renamed),
        ("Rename", renamed),
        ("Begin", "the blueprint is new"),
    ]


def test_the_next_is_compared_with_the_nearest_that_can_be_read(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(BROKEN, time="5m"), "Typing")
    repo.save("shop.yaml", "blueprint: [", "Worse")
    repo.save("shop.yaml", shop(time="5m"), "Mended")
    found = list(of_file(revisions(followed(path))))
    assert [len(each.revision.skipped) for each in found] == [2, 0, 0, 0]
    commits = json.loads(log_as_json("shop.yaml", None, found))["commits"]
    between = [each["commit"] for each in commits[1:3]]
    assert [each["skipped"] for each in commits] == [between, [], [], []]
    assert [bool(each["errors"]) for each in commits] == [False, True, True, False]
    assert told(found)[0] == ("Mended", "changed bring-the-phone.desk.takes-the-phone time")
    assert [len(each.revision.errors) for each in found] == [0, 1, 2, 0]


def test_a_walk_that_begins_in_mid_history_knows_what_was_before(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    begin = repo.git("rev-parse", "HEAD")
    repo.save("shop.yaml", shop(time="5m"), "Slower")
    changed = "changed bring-the-phone.desk.takes-the-phone time"
    assert log(path, since=begin) == [("Slower", changed)]
    repo.save("shop.yaml", shop(BROKEN), "Typing")
    repo.save("shop.yaml", shop(time="6m"), "Mended")
    note = "the version before cannot be read, so what changed cannot be told"
    assert log(path, since="HEAD~1") == [("Mended", note)]


def test_an_element_is_followed_through_moves_and_changed_ids(repo):
    book = "{{id: {}, {}name: {}}}"
    ask = "name: Ask"
    path = repo.save(
        "a.yaml",
        blueprint(
            f"{{{ask}, actions: {{desk: {book.format('book', '', 'Books')}}}}}", "{name: Go}"
        ),
        "Begin",
    )
    repo.save(
        "a.yaml",
        blueprint(
            f"{{{ask}}}", f"{{name: Go, actions: {{desk: {book.format('book', '', 'Books')}}}}}"
        ),
        "To another step",
    )
    repo.save(
        "a.yaml",
        blueprint(
            f"{{{ask}}}", f"{{name: Go, actions: {{bench: {book.format('book', '', 'Books')}}}}}"
        ),
        "To another lane",
    )
    reserve = book.format("reserve", "was: book, ", "Reserves")
    repo.save(
        "a.yaml",
        blueprint(f"{{{ask}}}", f"{{name: Go, actions: {{bench: {reserve}}}}}"),
        "Another id",
    )
    repo.save(
        "a.yaml", blueprint(f"{{{ask}, actions: {{bench: {reserve}}}}}", "{name: Go}"), "Back"
    )
    expected = [
        ("Back", "moved ask.bench.reserve"),
        (
            "Another id",
            "renamed go.bench.reserve name",
            "renamed go.bench.reserve id",
            "changed go.bench.reserve was",
        ),
        ("To another lane", "moved go.bench.book"),
        ("To another step", "moved go.desk.book"),
        ("Begin", "it came with the blueprint"),
    ]
    words = "reserve", "ask.bench", "ask.bench.reserve", "bench.reserve", "action:reserve", "book"
    for word in words:
        assert log(path, word) == expected


def test_an_element_has_no_commits_before_it_came(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(time="9m"), "Slower")
    repo.save("shop.yaml", shop(STEP, time="9m"), "Fetch")
    repo.save("shop.yaml", shop(STEP.replace("Pays", "{name: Pays, time: 2m}")), "Measure")
    pays = "fetch-the-phone.customer.pays"
    came = ("Fetch", f"added {pays}")
    assert log(path, "pays") == [("Measure", f"changed {pays} time"), came]
    assert log(path, "fetch-the-phone")[1:] == [("Fetch", "added fetch-the-phone", came[1])]


def test_what_is_gone_is_still_known(repo):
    path = repo.save("shop.yaml", shop(STEP), "Begin")
    repo.save("shop.yaml", shop(STEP.replace("Pays", "{name: Pays, time: 2m}")), "Measure")
    repo.save("shop.yaml", shop(), "Without")
    repo.save("shop.yaml", shop(time="9m"), "Slower")
    pays = "fetch-the-phone.customer.pays"
    assert log(path, "pays") == [
        ("Without", f"removed {pays}"),
        ("Measure", f"changed {pays} time"),
        ("Begin", "it came with the blueprint"),
    ]
    assert log(path, "fetch-the-phone")[0] == (
        "Without",
        "removed fetch-the-phone",
        f"removed {pays}",
    )


def test_a_step_s_changes_are_also_those_of_its_actions_and_a_lane_s_too(repo):
    path = repo.save("shop.yaml", shop(STEP), "Begin")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Slower")
    repo.save("shop.yaml", shop(STEP, time="5m").replace("Desk", "Counter"), "Rename")
    slower = ("Slower", "changed bring-the-phone.desk.takes-the-phone time")
    begin = ("Begin", "it came with the blueprint")
    assert log(path, "bring-the-phone") == [slower, begin]
    assert log(path, "lane:desk") == [("Rename", "renamed lanes.desk name"), slower, begin]
    assert log(path, "fetch-the-phone") == [begin]


def test_a_word_that_means_several(repo):
    twice = "{name: Wait, actions: {desk: [Sits, {name: Eats}], bench: Sits}}"
    path = repo.save("a.yaml", blueprint(twice), "Begin")
    with pytest.raises(Trouble, match="'sits' means 2 elements") as caught:
        log(path, "sits")
    assert caught.value.hint == "write `wait.desk.sits` or `wait.bench.sits`"
    with pytest.raises(Trouble, match=r"'wait\.desk' means 2 elements"):
        log(path, "wait.desk")
    assert log(path, "wait.bench") == [("Begin", "it came with the blueprint")]


def test_a_written_id_wins_over_an_implied_one_and_a_path_over_both(repo):
    path = repo.save(
        "a.yaml",
        blueprint("{id: go, name: Go, actions: {desk: [Sits, {id: sits, name: Go}]}}"),
        "Begin",
    )
    repo.save(
        "a.yaml",
        blueprint("{id: go, name: Go, actions: {desk: [Sits, {id: sits, name: Go, time: 1m}]}}"),
        "Measure",
    )
    assert log(path, "sits")[0] == ("Measure", "changed go.desk.sits time")
    assert log(path, "step:go")[0] == ("Measure", "changed go.desk.sits time")


def test_a_name_is_the_last_that_a_word_may_be(repo):
    step = "{id: go, name: sits, actions: {desk: [Sits, {id: eat, name: Eats well}], bench: Rests}}"
    path = repo.save("a.yaml", blueprint(step), "Begin")
    repo.save("a.yaml", blueprint(step.replace("Eats well", "Eats well, time: 1m")), "Measure")
    assert log(path, "Eats well")[0] == ("Measure", "changed go.desk.eat time")
    assert log(path, "sits") == [("Begin", "it came with the blueprint")]
    for word, said in (("Eats", "has an element 'Eats'"), ("", "has an element ''")):
        with pytest.raises(Trouble, match=said):
            log(path, word)


def test_so_many_commits_and_what_is_not_committed(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(time="3m"), "Quicker")
    repo.save("shop.yaml", shop(time="5m"), "Slower")
    repo.write("shop.yaml", shop(STEP, time="6m"))

    def some(only, most):
        return told(chosen(of_file(revisions(followed(path))), asked(only) if only else None, most))

    changed = "changed bring-the-phone.desk.takes-the-phone time"
    now = ("", "added fetch-the-phone", changed, "added fetch-the-phone.customer.pays")
    assert some([], 1) == [now, ("Slower", changed)]
    assert some(["better"], 1) == [("Quicker", changed)]
    assert some(["worse"], None) == [("", changed), ("Slower", changed)]


def test_names_of_all_kinds(repo):
    path = repo.save("bäckerei in der straße/*ラーメン*.yaml", shop(), "Begin")
    repo.save("bäckerei in der straße/*ラーメン*.yaml", shop(time="3m"), "Quicker")
    assert [each[0] for each in log(path, "desk")] == ["Quicker", "Begin"]


def test_a_merge_names_the_commits_that_it_brought(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.save("shop.yaml", shop(time="5m"), "Slower")
    repo.save("other.yaml", shop(), "Elsewhere")
    repo.save("shop.yaml", shop(STEP, time="5m"), "Fetch")
    repo.git("switch", "--quiet", "main")
    repo.git("mv", "shop.yaml", "repair.yaml")
    repo.commit("Rename")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic")
    path = str(repo.folder / "repair.yaml")
    found = followed(path)

    def brought(entries):
        return [
            (each.revision.visit.subject, [one.subject for one in each.brought])
            for each in with_branches(found.file, entries)
        ]

    assert brought(of_file(revisions(found))) == [
        ("Merge topic", ["Fetch", "Slower"]), ("Rename", []), ("Begin", []),
    ]  # fmt: skip
    assert brought(of_element(revisions(found), "takes-the-phone", path)) == [
        ("Merge topic", ["Slower"]), ("Begin", []),
    ]  # fmt: skip
    entries = list(with_branches(found.file, of_file(revisions(found))))
    (who,) = {each["author"] for each in json.loads(log_as_json(path, None, entries))["commits"]}
    told_of = json.loads(log_as_json(path, None, entries))["commits"][0]["brought"]
    assert [(each["subject"], each["author"]) for each in told_of] == [
        ("Fetch", who), ("Slower", who),
    ]  # fmt: skip
    _, first, second, *_ = log_lines(entries[0], color=False).splitlines()
    assert first.startswith("  from ")
    assert first.endswith(f"{who}  Fetch")
    assert second.endswith(f"{who}  Slower")
    text = markdown(log_report(path, entries))
    assert "It brings 'Fetch' (" in text
