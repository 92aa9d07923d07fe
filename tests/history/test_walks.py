"""Which versions of a file are found, in whatever state a repository is."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from blueprint_cli.console import visible
from blueprint_cli.history import Extent, history_of
from blueprint_cli.problems import Trouble
from tests.history.repos import BROKEN, STEP, Repo, shop


def told(versions):
    """Of each version its subject, what was done, and how many steps it has."""
    return [
        (each.subject, each.change, each.figures.steps if each.figures else each.note)
        for each in versions
    ]


@pytest.fixture
def repo(tmp_path):
    return Repo(tmp_path / "repo")


def test_versions_from_the_oldest_to_the_newest(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("other.yaml", shop(), "Something else")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    first, second = history_of(path)
    assert told([first, second]) == [("Begin", "added", 1), ("Fetch", "changed", 2)]
    assert first.commit == repo.git("rev-parse", "HEAD~2")
    assert second.commit.startswith(second.short)
    assert first.committed == datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
    assert str(second.day) == "2026-03-03"


def test_what_is_not_committed_is_the_last_version(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.write("shop.yaml", shop(STEP))
    _, now = history_of(path)
    assert (now.commit, now.short, now.committed, now.note) == ("", "now", None, "uncommitted")
    assert [(move.figure.key, move.before, move.after) for move in now.moved] == [
        ("steps", 1, 2),
        ("actions", 2, 3),
    ]
    repo.git("add", "shop.yaml")
    assert len(history_of(path)) == 2


def test_line_ends_that_git_changes_are_no_change(repo):
    repo.git("config", "core.autocrlf", "true")
    path = repo.save("shop.yaml", shop())
    repo.write("shop.yaml", shop().replace("\n", "\r\n"))
    assert len(history_of(path)) == 1


def test_renames_are_followed(repo):
    repo.save("shop.yaml", shop(), "Begin")
    (repo.folder / "desk").mkdir()
    repo.git("mv", "shop.yaml", "desk/repair.yaml")
    repo.commit("Move")
    path = repo.save("desk/repair.yaml", shop(STEP), "Fetch")
    found = history_of(path)
    assert told(found) == [
        ("Begin", "added", 1),
        ("Move", "renamed", 1),
        ("Fetch", "changed", 2),
    ]
    assert [(each.path, each.was) for each in found] == [
        ("shop.yaml", ""),
        ("desk/repair.yaml", "shop.yaml"),
        ("desk/repair.yaml", ""),
    ]


def test_a_rename_that_is_not_committed_is_followed(repo):
    repo.save("shop.yaml", shop(), "Begin")
    repo.git("mv", "shop.yaml", "repair.yaml")
    found = history_of(str(repo.folder / "repair.yaml"))
    assert told(found) == [("Begin", "added", 1), ("", "uncommitted", 1)]
    assert found[1].note == "uncommitted, was shop.yaml"


def test_a_copy_has_no_history_before_it(repo):
    repo.save("shop.yaml", shop(), "Begin")
    path = repo.save("copy.yaml", shop(), "Copy")
    assert told(history_of(path)) == [("Copy", "added", 1)]


@pytest.mark.parametrize(
    "name", ["a b.yaml", "bäckerei/ラーメン.yaml", "*.yaml", ":(top)x.yaml", "-n.yaml", 'q"\n.yaml']
)
def test_names_of_all_kinds(repo, name):
    repo.save("x.yaml", shop(STEP + STEP), "Another")
    path = repo.save(name, shop(), "Begin")
    repo.save(name, shop(STEP), "Fetch")
    found = history_of(path)
    assert told(found) == [("Begin", "added", 1), ("Fetch", "changed", 2)]
    assert found[0].path == visible(name)


def test_a_name_that_is_no_text(repo):
    name = os.fsdecode(b"caf\xe9.yaml")
    try:
        path = repo.save(name, shop(), "Begin")
    except OSError:
        pytest.skip("the system has no such names")
    assert told(history_of(path)) == [("Begin", "added", 1)]


def test_a_merge_is_one_version(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    repo.save("shop.yaml", shop(STEP + STEP), "Fetch twice")
    repo.git("switch", "--quiet", "main")
    repo.save("other.yaml", shop(), "Meanwhile")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic")
    assert told(history_of(path)) == [("Begin", "added", 1), ("Merge topic", "changed", 3)]
    on_topic = history_of(path, Extent(until="topic"))
    assert [each.subject for each in on_topic] == ["Begin", "Fetch", "Fetch twice"]


def test_a_merge_that_renames(repo):
    repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    repo.git("mv", "shop.yaml", "repair.yaml")
    repo.commit("Rename")
    repo.git("switch", "--quiet", "main")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    repo.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic")
    found = history_of(str(repo.folder / "repair.yaml"))
    assert told(found) == [
        ("Begin", "added", 1),
        ("Fetch", "changed", 2),
        ("Merge topic", "renamed", 2),
    ]


def test_versions_with_errors_have_no_figures(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(BROKEN), "Typing")
    repo.save("shop.yaml", "blueprint: [", "Worse")
    repo.save("shop.yaml", shop(STEP), "Mended")
    found = history_of(path)
    # `nmae` is no key, `costumer` no lane
    assert told(found) == [
        ("Begin", "added", 1),
        ("Typing", "changed", "2 errors"),
        ("Worse", "changed", "1 error"),
        ("Mended", "changed", 2),
    ]
    assert [each.figure.key for each in found[3].moved] == ["steps", "actions"]


def test_a_cycle_of_needs_is_an_error(repo):
    actions = "[{id: a, name: A, needs: b}, {id: b, name: B, needs: a}]"
    circle = f"  - {{name: Wait, actions: {{desk: {actions}}}}}\n"
    (version,) = history_of(repo.save("shop.yaml", shop(circle)))
    assert version.note == "1 error"


def test_what_other_files_held_then_is_not_asked(repo):
    links = "  - {name: Wait, actions: {desk: {name: Waits, needs: gone.yaml#paid}}}\n"
    (version,) = history_of(repo.save("shop.yaml", shop(links)))
    assert version.figures is not None


def test_bytes_that_are_no_text(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    (repo.folder / "shop.yaml").write_bytes(b"\xff\xfe\0\0" * 50)
    repo.commit("Saved by another program")
    repo.save("shop.yaml", "", "Emptied")
    assert [each.note for each in history_of(path)] == ["", "1 error", "1 error"]


def test_deleted_and_made_again(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    (repo.folder / "shop.yaml").unlink()
    repo.commit("Delete")
    assert told(history_of(path)) == [("Begin", "added", 1), ("Delete", "deleted", "deleted")]
    repo.save("shop.yaml", shop(STEP), "Again")
    assert told(history_of(path))[2] == ("Again", "added", 2)
    (repo.folder / "shop.yaml").unlink()
    assert told(history_of(path))[3] == ("", "deleted", "deleted")


def test_deleted_with_its_folder(repo):
    path = repo.save("desk/deep/shop.yaml", shop(), "Begin")
    repo.git("rm", "--quiet", "-r", "desk")
    repo.commit("Delete")
    assert not (repo.folder / "desk").exists()
    assert [each.change for each in history_of(path)] == ["added", "deleted"]


def test_a_file_that_git_does_not_know(repo):
    path = repo.write("shop.yaml", shop())
    assert told(history_of(path)) == [("", "uncommitted", 1)]  # there is no commit at all
    repo.save("other.yaml", "x: 1")
    path = repo.write("new.yaml", shop(STEP))
    assert told(history_of(path)) == [("", "uncommitted", 2)]


def test_a_detached_head(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    repo.git("checkout", "--quiet", "HEAD~1")
    assert told(history_of(path)) == [("Begin", "added", 1)]


def test_a_shallow_clone_says_that_it_is_one(repo, tmp_path):
    for count in range(4):
        repo.save("shop.yaml", shop(STEP * count), f"Step {count}")
    shallow = Repo(tmp_path / "shallow", begin=False)
    shallow.git("clone", "--quiet", "--depth=2", f"file://{repo.folder}", ".")
    found = history_of(str(shallow.folder / "shop.yaml"))
    assert told(found) == [("Step 2", "oldest here", 3), ("Step 3", "changed", 4)]
    whole = Repo(tmp_path / "whole", begin=False)
    whole.git("clone", "--quiet", "--depth=9", f"file://{repo.folder}", ".")
    assert history_of(str(whole.folder / "shop.yaml"))[0].change == "added"


def test_a_clone_that_has_to_fetch_its_blobs(repo, tmp_path):
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    partial = Repo(tmp_path / "partial", begin=False)
    partial.git("clone", "--quiet", "--filter=blob:none", f"file://{repo.folder}", ".")
    away = repo.folder.rename(tmp_path / "away")
    with pytest.raises(Trouble, match="git cannot give the old versions"):
        history_of(str(partial.folder / "shop.yaml"))
    away.rename(repo.folder)
    found = history_of(str(partial.folder / "shop.yaml"))
    assert told(found) == [("Begin", "added", 1), ("Fetch", "changed", 2)]


def test_a_version_whose_text_is_lost(repo):
    path = repo.save("shop.yaml", shop(), "Begin")
    repo.save("shop.yaml", shop(STEP), "Fetch")
    blob = repo.git("rev-parse", "HEAD~1:shop.yaml")
    (repo.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    found = history_of(path)
    assert told(found) == [("Begin", "added", "not in this clone"), ("Fetch", "changed", 2)]
    assert found[1].moved == ()


def test_a_symbolic_link_leads_to_its_file(repo, tmp_path):
    repo.save("real/shop.yaml", shop(), "Begin")
    link = tmp_path / "link.yaml"
    link.symlink_to(repo.folder / "real" / "shop.yaml")
    assert told(history_of(str(link))) == [("Begin", "added", 1)]


def test_what_was_a_symbolic_link_then(repo):
    (repo.folder / "shop.yaml").symlink_to("elsewhere.yaml")
    repo.commit("Link")
    (repo.folder / "shop.yaml").unlink()
    path = repo.save("shop.yaml", shop(), "File")
    assert told(history_of(path)) == [("Link", "added", "1 error"), ("File", "changed", 1)]


def test_a_submodule_and_a_second_work_tree(repo, tmp_path):
    repo.save("shop.yaml", shop(), "Begin")
    outer = Repo(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", str(repo.folder), "inner")
    outer.commit("Add a submodule")
    assert told(history_of(str(outer.folder / "inner" / "shop.yaml"))) == [("Begin", "added", 1)]
    with pytest.raises(Trouble, match="is a folder"):
        history_of(str(outer.folder / "inner"))
    repo.git("worktree", "add", "--quiet", "-b", "second", str(tmp_path / "second"))
    assert told(history_of(str(tmp_path / "second" / "shop.yaml"))) == [("Begin", "added", 1)]


def test_a_part_of_the_history(repo):
    for count in range(4):
        path = repo.save("shop.yaml", shop(STEP * count), f"Step {count}")
    repo.git("tag", "v1", "HEAD~2")
    repo.write("shop.yaml", shop(STEP * 4))

    def subjects(**extent):
        return [each.subject for each in history_of(path, Extent(**extent))]

    assert subjects(most=2) == ["Step 2", "Step 3", ""]
    assert subjects(since="v1") == ["Step 2", "Step 3", ""]
    assert subjects(since="v1", until="HEAD~1") == ["Step 2"]
    assert subjects(until="v1") == ["Step 0", "Step 1"]
    assert subjects(since="2026-03-03") == ["Step 2", "Step 3", ""]
    assert subjects(since="2026-03-04", until="HEAD") == ["Step 3"]
    assert subjects(since="2027-01-01", until="HEAD") == []
    assert subjects(most=1, until="HEAD~1") == ["Step 2"]


def test_the_first_version_of_a_part_is_compared_with_the_one_before(repo):
    repo.save("shop.yaml", shop(), "Begin")
    path = repo.save("shop.yaml", shop(STEP), "Fetch")
    (last,) = history_of(path, Extent(most=1))
    assert [each.figure.key for each in last.moved] == ["steps", "actions"]


def test_since_this_branch_left_another(repo):
    repo.save("shop.yaml", shop(), "Begin")
    repo.git("switch", "--quiet", "--create", "topic")
    path = repo.save("shop.yaml", shop(STEP), "Fetch")
    repo.git("switch", "--quiet", "main")
    repo.save("shop.yaml", shop(STEP * 3), "On main")
    repo.git("switch", "--quiet", "topic")
    assert [each.subject for each in history_of(path, Extent(since="main..."))] == ["Fetch"]


@pytest.mark.parametrize(
    ("extent", "said"),
    [
        (Extent(since="2026-02-30"), "there is no day '2026-02-30'"),
        (Extent(since="v9"), "git knows no revision 'v9'"),
        (Extent(until="--all"), "git knows no revision '--all'"),
        (Extent(until=""), "git knows no revision ''"),
    ],
)
def test_revisions_and_days_that_are_none(repo, extent, said):
    path = repo.save("shop.yaml", shop())
    with pytest.raises(Trouble, match=said):
        history_of(path, extent)


def test_what_has_no_history(repo, tmp_path):
    repo.save("shop.yaml", shop())
    for name, said in (
        ("-", "standard input has no history"),
        (str(repo.folder), "is a folder"),
        (str(repo.folder / "none.yaml"), "git knows no version of"),
        (str(tmp_path / "outside.yaml"), "this is no git work tree"),
    ):
        with pytest.raises(Trouble, match=said):
            history_of(name)


@pytest.mark.parametrize("place", ["inside", "by its path", "by a variable"])
def test_a_bare_repository(repo, tmp_path, monkeypatch, place):
    repo.save("a folder/shop.yaml", shop(), "Begin")
    repo.git("mv", "a folder/shop.yaml", "a folder/repair.yaml")
    repo.save("a folder/repair.yaml", shop(time="2m"), "Faster")
    bare = tmp_path / "bare.git"
    repo.git("clone", "--quiet", "--bare", str(repo.folder), str(bare))
    path = Path("a folder", "repair.yaml")
    monkeypatch.chdir(bare if place == "inside" else tmp_path)
    if place == "by its path":
        path = bare / path
    if place == "by a variable":
        monkeypatch.setenv("GIT_DIR", str(bare))
        Path("a folder").mkdir()
    first, last = history_of(str(path))
    assert (first.subject, last.subject, last.was) == ("Begin", "Faster", "a folder/shop.yaml")
    with pytest.raises(Trouble, match="git knows no version of"):
        history_of(str(path.with_name("none.yaml")))


def test_no_git(repo, monkeypatch):
    path = repo.save("shop.yaml", shop())
    monkeypatch.setenv("PATH", str(repo.folder))
    with pytest.raises(Trouble, match="git is not installed"):
        history_of(path)


def test_settings_of_the_user_change_nothing(repo, tmp_path, monkeypatch):
    repo.save("shop.yaml", shop(), "Begin")
    repo.git("mv", "shop.yaml", "repair.yaml")
    repo.commit("Move")
    path = repo.save("repair.yaml", shop(STEP), "Fetch")
    plain = history_of(path)
    for key, value in (
        ("color.ui", "always"),
        ("diff.renames", "false"),
        ("diff.noprefix", "true"),
        ("diff.relative", "true"),
        ("log.showSignature", "true"),
        ("log.diffMerges", "combined"),
        ("log.date", "relative"),
        ("format.pretty", "fuller"),
        ("i18n.logOutputEncoding", "utf-16"),
        ("core.quotePath", "true"),
        ("core.abbrev", "40"),
    ):
        repo.git("config", key, value)
    monkeypatch.chdir(tmp_path)
    assert history_of(path) == plain


def test_subjects_can_do_no_harm(repo):
    path = repo.save("shop.yaml", shop(), "Tälk: \x1b[31mred\x1b[0m \u202e | `a` *b* \x02\t\x1f")
    assert history_of(path)[0].subject == r"Tälk: \x1b[31mred\x1b[0m \u202e | `a` *b* \x02\t\x1f"
    repo.save("shop.yaml", shop(STEP), "")
    assert history_of(path)[1].subject == ""


def test_dates_beyond_all_calendars(repo):
    path = repo.save("shop.yaml", shop())
    tree = repo.git("rev-parse", "HEAD^{tree}")
    told_by = "Mira <mira@example.org> 99999999999999 +0000"
    raw = f"tree {tree}\nauthor {told_by}\ncommitter {told_by}\n\nFar\n"
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=repo.folder,
        input=raw.encode(),
        capture_output=True,
        check=True,
    )
    repo.git("reset", "--quiet", "--hard", done.stdout.decode().strip())
    (version,) = history_of(path)
    assert (version.subject, version.day) == ("Far", None)


def test_texts_that_come_back_are_read_once(repo):
    for count in (0, 1, 0, 1):
        path = repo.save("shop.yaml", shop(STEP * count))
    first, second, third, fourth = history_of(path)
    assert first.figures is third.figures
    assert second.figures is fourth.figures


def test_hundreds_of_versions(repo):
    for count in range(120):
        path = repo.write("shop.yaml", shop(time=f"{count}s"))
        repo.git("add", "shop.yaml")
        repo.git("commit", "--quiet", "-m", f"{count}")
    found = history_of(path)
    assert [each.figures.work.least for each in found] == list(range(120))
