"""git shows what `bp diff` says, in whatever it compares; and its own lines where `bp` cannot."""

import pytest

from tests.git.clones import HOTEL, LATER, SAMPLES, Clone

OTHER = "services:\n  web: {image: nginx}\n"
BROKEN = HOTEL.replace("role: backstage}", "role: backstge}")
CHANGE = "Desk: 'Books': time"


@pytest.fixture
def told(hotel):
    """The hotel's repository after `bp git install --diff`."""
    hotel.bp("git", "install", "--diff")
    hotel.commit()
    return hotel


def lines_of(clone, *words):
    """What git itself prints, without what depends on the driver: names of blobs."""
    listed = clone.git("diff", "--no-ext-diff", *words)
    return "".join(
        line for line in listed.splitlines(keepends=True) if not line.startswith("index ")
    )


def test_a_change_is_told_by_what_it_means(told):
    told.write("hotel.yaml", LATER)
    shown = told.git("diff")
    assert shown.startswith("hotel.yaml\n\nBook\n")
    assert CHANGE in shown
    assert shown.endswith("\n\n")
    assert "@@" not in shown


@pytest.mark.parametrize(
    "words", [("diff", "HEAD"), ("diff", "--cached"), ("diff", "HEAD", "--", "hotel.yaml")]
)
def test_the_index_and_a_commit(told, words):
    told.write("hotel.yaml", LATER)
    told.git("add", "--all")
    assert CHANGE in told.git(*words)
    assert told.git("diff") == ""


def test_commits_a_stash_and_a_range(told):
    told.write("hotel.yaml", LATER)
    told.git("stash")
    assert CHANGE in told.git("stash", "show", "-p", "--ext-diff")
    told.git("stash", "pop")
    told.commit()
    assert CHANGE in told.git("show", "--ext-diff")
    logged = told.git("log", "-p", "--ext-diff", "--format=%h")
    assert CHANGE in logged
    assert "the blueprint is new" in logged
    assert CHANGE in told.git("diff", "HEAD~1", "HEAD")


def test_without_ext_diff_a_patch_stays_a_patch(told):
    told.commit(hotel=LATER)
    patch = told.git("format-patch", "-1", "--stdout") + told.git("log", "-p", "-1")
    assert patch.count("@@ -12,7 +12,7 @@ Arrive") == 2


def test_new_deleted_and_renamed_files(told):
    told.git("mv", "hotel.yaml", "an inn.yaml")
    told.write("an inn.yaml", LATER)
    told.write("second.yaml", (SAMPLES / "burger-v1.yaml").read_text())
    told.git("add", "--all")
    shown = told.git("diff", "--cached", "-M")
    assert "hotel.yaml → an inn.yaml\n" in shown
    assert CHANGE in shown
    assert "second.yaml\nthe blueprint is new\n" in shown
    assert "hotel.yaml\nthe blueprint is gone\n" in told.git("diff", "--cached", "--no-renames")


def test_a_rename_and_a_mode_without_another_change(told):
    told.git("mv", "hotel.yaml", "inn.yaml")
    assert told.git("diff", "--cached", "-M").startswith("hotel.yaml → inn.yaml\n")
    told.git("mv", "inn.yaml", "hotel.yaml")
    (told.folder / "hotel.yaml").chmod(0o755)
    assert told.git("diff") == "hotel.yaml\nnothing changed\nmode 100644 → 100755\n\n"


@pytest.mark.parametrize(
    "name", ["a b/hotel.yaml", "受付/hôtel.yaml", "it's $HOME; `x`.yaml", "-x.yaml"]
)
def test_names_of_all_kinds(told, name):
    told.write(name, HOTEL)
    told.commit()
    told.write(name, LATER)
    assert told.git("diff").startswith(f"{name}\n\nBook\n")
    fallback = told.git("-c", "core.quotePath=false", "diff", **told.without_bp())
    assert fallback.startswith(f"diff --git a/{name} b/{name}\n--- a/{name}\n+++ b/{name}\n@@ ")


def test_a_side_with_errors_falls_back_to_lines_and_says_why(told):
    told.write("hotel.yaml", BROKEN)
    done = told.run("git", "diff")
    assert done.returncode == 0
    assert done.stdout == lines_of(told)
    assert "hotel.yaml:5:" in done.stderr
    assert "unknown role 'backstge'" in done.stderr
    assert "hotel.yaml has this error, so git compares lines\n" in done.stderr


def test_yaml_that_is_no_blueprint_is_compared_by_lines(told):
    told.commit(compose=OTHER)
    told.write("compose.yaml", OTHER.replace("nginx", "caddy  # no blueprint"))
    done = told.run("git", "diff")
    assert (done.stdout, done.stderr) == (lines_of(told), "")


FAILING = {
    "missing": None,
    "failing": "exit 1",
    "of another time": 'echo "no such command" >&2; exit 2',
    "killed": "kill -9 $$",
    "not to be run": "exit 126",
}


@pytest.mark.parametrize("script", FAILING.values(), ids=FAILING)
def test_without_bp_git_shows_its_own_lines(told, script):
    path = told.without_bp() if script is None else told.with_broken_bp(script)
    told.write("hotel.yaml", LATER)
    told.write("new.yaml", HOTEL)
    told.git("add", "--intent-to-add", "new.yaml")
    done = told.run("git", "diff", **path)
    assert done.returncode == 0
    assert done.stdout == lines_of(told)
    told.commit()
    logged = told.run("git", "log", "-p", "--ext-diff", **path)
    assert logged.returncode == 0
    assert logged.stdout.count("@@ -12,7 +12,7 @@ Arrive") == 1
    assert told.run("git", "blame", "hotel.yaml", **path).returncode == 0
    if script is None:
        assert done.stderr.startswith("bp is not found, so git compares lines: hotel.yaml\n")


@pytest.mark.parametrize(
    "change", ["edit", "new", "gone", "renamed", "mode", "no line end", "bytes"]
)
def test_the_lines_are_a_patch_that_git_takes(told, change):
    if change == "edit":
        told.write("hotel.yaml", LATER)
    elif change == "new":
        told.write("new.yaml", HOTEL)
    elif change == "gone":
        (told.folder / "hotel.yaml").unlink()
    elif change == "renamed":
        told.git("mv", "hotel.yaml", "inn.yaml")
        told.write("inn.yaml", LATER)
    elif change == "mode":
        (told.folder / "hotel.yaml").chmod(0o755)
    elif change == "no line end":
        told.write("hotel.yaml", LATER.rstrip("\n"))
    else:
        (told.folder / "hotel.yaml").write_bytes(LATER.replace("Pays", "Payé").encode("latin-1"))
    told.git("add", "--all")
    wished = told.git("write-tree")
    patch = told.run("git", "diff", "--cached", "-M", **told.without_bp()).stdout
    (told.folder / "p").write_bytes(patch.encode("utf-8", "surrogateescape"))
    told.git("reset", "--quiet", "--hard")
    told.git("apply", "--index", "p")
    assert told.git("write-tree") == wished


def test_a_binary_file_and_a_link(told):
    (told.folder / "hotel.yaml").write_bytes(HOTEL.encode("utf-16"))
    done = told.run("git", "diff")
    assert done.returncode == 0
    assert "Binary files differ" in done.stdout
    told.git("checkout", "--quiet", "hotel.yaml")
    (told.folder / "link.yaml").symlink_to("hotel.yaml")
    told.git("add", "--all")
    assert "+hotel.yaml\n" in told.git("diff", "--cached")


def test_an_unmerged_path(told):
    told.git("checkout", "--quiet", "-b", "other")
    told.commit(hotel=HOTEL.replace("3m", "4m"))
    told.git("checkout", "--quiet", "main")
    told.commit(hotel=LATER)
    assert told.run("git", "merge", "other").returncode == 1
    done = told.run("git", "diff", "HEAD", "--", "hotel.yaml")
    assert done.returncode == 0
    assert "* Unmerged path hotel.yaml\n" in told.git("diff", "--cached")


def test_a_shallow_clone_and_a_bare_repository(told, tmp_path):
    told.commit(hotel=LATER)
    other = Clone(tmp_path / "shallow", tmp_path / "home", begin=False)
    other.git("clone", "--quiet", "--depth=1", f"file://{told.folder}", ".")
    other.bp("git", "install", "--diff")
    assert "the blueprint is new" in other.git("log", "-p", "--ext-diff")
    other.write("hotel.yaml", HOTEL)
    assert CHANGE in other.git("diff")
    bare = tmp_path / "bare.git"
    told.git("clone", "--quiet", "--bare", str(told.folder), str(bare))
    told.bp("git", "install", "--global", "--diff")
    elsewhere = Clone(tmp_path / "nowhere", tmp_path / "home", begin=False)
    assert CHANGE in elsewhere.git("log", "-p", "--ext-diff", GIT_DIR=str(bare))


def test_colour_as_git_would_have_it(told):
    told.write("hotel.yaml", LATER)
    for path in ({}, told.without_bp()):
        paged = {"GIT_PAGER_IN_USE": "1", "TERM": "xterm", **path}
        assert "\x1b[" in told.git("diff", **paged)
        assert "\x1b[" not in told.git("-c", "color.ui=false", "diff", **paged)
        assert "\x1b[" not in told.git("diff", **path)
    assert "\x1b[" not in told.git("diff", GIT_PAGER_IN_USE="1", NO_COLOR="1")


def test_a_reader_who_leaves_early(told):
    for number in range(5):
        told.write(f"{number}.yaml", LATER)
    told.git("add", "--all")
    done = told.run("sh", "-c", "git diff --cached | head -n 1")
    assert (done.returncode, done.stderr) == (0, "")


def test_no_file_is_left(told):
    told.write("hotel.yaml", LATER)
    told.git("diff")
    told.git("diff", **told.without_bp())
    told.write("hotel.yaml", BROKEN)
    told.git("diff")
    assert told.left_over() == []
    assert sorted(each.name for each in told.folder.iterdir()) == [
        ".git",
        ".gitattributes",
        "hotel.yaml",
    ]


@pytest.mark.parametrize(
    "words", [[], ["nothing"], ["diff"], ["merge", "a"], ["page", "a", "b", "c"]]
)
def test_a_driver_called_by_hand_gives_no_traceback(told, words):
    done = told.run("bp", "git", "driver", *words)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr
