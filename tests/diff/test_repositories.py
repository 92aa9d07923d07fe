"""`bp diff` as users run it, in real git repositories."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from blueprint_cli.change_lists.schema import diff_schema
from tests.history.repos import Repo, shop

ROOT = Path(__file__).resolve().parents[2]
SLOW, FAST = shop(time="6m"), shop(time="2m")
FASTER = "Desk: 'Takes the phone': time 4m → 2m"
SLOWER = "Desk: 'Takes the phone': time 4m → 6m"
BROKEN = shop().replace("steps:", "stepps:")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "repo")
    made.save("shop.yaml", shop(), "first")
    return made


def bp(folder: Path, *words: str, status: int = 0, **environment: str) -> tuple[str, str]:
    """What it writes to standard output and to standard error."""
    command = [sys.executable, "-m", "blueprint_cli", "diff", *words]
    around = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT),
        "GIT_CONFIG_NOSYSTEM": "1", "PYTHONUTF8": "1", **environment,
    }  # fmt: skip
    done = subprocess.run(
        command,
        cwd=folder,
        env=around,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


# Which versions are compared


def test_work_tree_index_and_commits(repo: Repo):
    repo.write("shop.yaml", FAST)
    assert FASTER in bp(repo.folder)[0]
    assert bp(repo.folder, "--staged") == ("", "")
    repo.git("add", "shop.yaml")
    assert bp(repo.folder) == ("", "")
    assert FASTER in bp(repo.folder, "--staged")[0]
    assert FASTER in bp(repo.folder, "--cached", "HEAD")[0]
    repo.write("shop.yaml", SLOW)
    assert "time 2m → 6m" in bp(repo.folder)[0]
    assert SLOWER in bp(repo.folder, "HEAD")[0]
    assert "HEAD:shop.yaml → shop.yaml" in bp(repo.folder, "HEAD")[0]
    whole_name = repo.git("rev-parse", "HEAD")  # as CI gives it, which tells people nothing
    assert bp(repo.folder, whole_name)[0].startswith("shop.yaml\n\nBring the phone\n")
    repo.commit()
    for words in (["HEAD~1", "HEAD"], ["HEAD~1..HEAD"], ["HEAD~1.."], ["HEAD~1...HEAD"]):
        out, _ = bp(repo.folder, *words)
        assert SLOWER in out
        assert out.startswith("HEAD~1:shop.yaml → HEAD:shop.yaml\n")


def test_three_dots_leave_out_what_the_other_branch_did(repo: Repo):
    repo.git("switch", "-qc", "feature")
    repo.save("shop.yaml", FAST)
    repo.git("switch", "-q", "main")
    repo.save("shop.yaml", shop(extra="  - {name: Pay, actions: {customer: Pays}}\n"))
    assert "'Pay' is gone" in bp(repo.folder, "main..feature")[0]
    out, _ = bp(repo.folder, "main...feature")
    assert "is gone" not in out
    assert FASTER in out


def test_two_files_and_files_in_git(repo: Repo):
    repo.write("to be.yaml", FAST)
    for words in (["shop.yaml", "to be.yaml"], ["HEAD:shop.yaml", "to be.yaml"]):
        out, _ = bp(repo.folder, *words)
        assert out.startswith(f"{words[0]} → to be.yaml\n")
        assert FASTER in out
    sub = repo.folder / "sub"
    sub.mkdir()
    assert FASTER in bp(sub, "HEAD:./../shop.yaml", "../to be.yaml")[0]
    repo.write("shop.yaml", FAST)
    assert FASTER in bp(sub, "HEAD", "--", "../shop.yaml")[0]
    assert bp(sub, "HEAD", "--", ".") == ("", "")


def test_one_side_from_standard_input(repo: Repo):
    command = [sys.executable, "-m", "blueprint_cli", "diff", "shop.yaml", "-"]
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=repo.folder, env=around, input=FAST.encode(), capture_output=True, check=True
    )
    assert FASTER in done.stdout.decode()


def test_paths_behind_two_dashes(repo: Repo):
    repo.write("a/main", "no blueprint")
    repo.save("a/one.yaml", shop())
    repo.save("two.yaml", shop())
    repo.write("a/one.yaml", FAST)
    repo.write("two.yaml", FAST)
    assert bp(repo.folder)[0].count(FASTER) == 2
    assert bp(repo.folder, "a")[0].count(FASTER) == 1
    assert bp(repo.folder, "HEAD", "--", "two.yaml")[0].count(FASTER) == 1
    assert bp(repo.folder, "--", "*.yaml")[0].count(FASTER) == 2
    assert bp(repo.folder, "--", "*.yml") == ("", "")
    repo.git("branch", "a")
    _, said = bp(repo.folder, "a", status=2)
    assert "'a' is both a revision and a file" in said
    assert bp(repo.folder, "a", "--")[0].count(FASTER) == 2
    assert bp(repo.folder, "--", "a")[0].count(FASTER) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "'nowhere' is neither a revision that git knows nor a file"),
        (["nowhere..HEAD"], "'nowhere..HEAD' is neither a revision"),
        (["HEAD", "--", "gone.yaml"], "there is no 'gone.yaml' in any of the versions"),
        (["shop.yaml", "gone.yaml"], "'gone.yaml' is neither a revision that git knows nor a file"),
        (["HEAD:gone.yaml", "shop.yaml"], "there is no file 'gone.yaml' at 'HEAD'"),
        ([":gone.yaml", "shop.yaml"], "there is no file 'gone.yaml' in the index"),
        (["nowhere:shop.yaml", "shop.yaml"], "git knows no revision 'nowhere'"),
        (["HEAD", "HEAD", "HEAD", "--"], "3 revisions are given"),
        (["nowhere", "--"], "git knows no revision 'nowhere'"),
        (["--only", "visble"], "no change is called 'visble'"),
        (["HEAD", "HEAD", "--only", "visble"], "no change is called 'visble'"),
        (["HEAD:shop.yaml"], "name the other version, too: `bp diff HEAD:shop.yaml shop.yaml`"),
        (["-", "-"], "both versions are standard input"),
        (["..", "--"], "git knows no revision '..'"),
        (["HEAD", "HEAD", "-f", "svg"], "nothing changed, so there is nothing to draw"),
        ([os.devnull, "shop.yaml", "-f", "svg"], "shop.yaml has only one version"),
        (["broken.yaml", "shop.yaml", "-f", "html"], "shop.yaml cannot be drawn"),
        (["--stat", "-f", "json"], "`--stat` is text"),
    ],
)  # fmt: skip
def test_what_is_not_there_ends_with_2(repo: Repo, words: list[str], said: str):
    repo.write("shop.yaml", FAST)
    repo.write("broken.yaml", BROKEN)
    out, err = bp(repo.folder, *words, status=2)
    assert out == ""
    assert said in err


def test_outside_of_git_only_files_can_be_compared(tmp_path: Path):
    (tmp_path / "a.yaml").write_text(shop(), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(FAST, encoding="utf-8")
    around = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    assert FASTER in bp(tmp_path, "a.yaml", "b.yaml", **around)[0]
    assert "no git work tree" in bp(tmp_path, status=2, **around)[1]


def test_without_git_only_files_can_be_compared(repo: Repo):
    repo.write("later.yaml", FAST)
    nowhere = {"PATH": str(repo.folder)}
    assert FASTER in bp(repo.folder, "shop.yaml", "later.yaml", **nowhere)[0]
    for words in ("", "HEAD", "HEAD -- shop.yaml", "HEAD:shop.yaml shop.yaml", ":a.yaml shop.yaml"):
        _, said = bp(repo.folder, *words.split(), status=2, **nowhere)
        assert "git is not installed" in said, words
    printed, _ = bp(repo.folder, "shop.yaml", "later.yaml", "-f", "github", **nowhere)
    assert "file=later.yaml," in printed


# New, deleted, renamed


def test_new_deleted_and_renamed_files(repo: Repo):
    repo.save("other.yaml", "blueprint: B\nlanes: {name: L, role: support}\nsteps: S\n", "second")
    repo.git("mv", "shop.yaml", "repair.yaml")
    repo.write("repair.yaml", FAST)
    repo.git("rm", "-q", "other.yaml")
    repo.write("new.yaml", shop(extra="  - {name: Pay, actions: {customer: Pays}}\n" * 9))
    repo.git("add", "-A")
    out, _ = bp(repo.folder, "HEAD", "--stat")
    assert "HEAD:shop.yaml → repair.yaml: 1 change: 1 better\n" in out
    assert "other.yaml: the blueprint is gone\n" in out
    assert "new.yaml: the blueprint is new\n" in out
    assert bp(repo.folder, "--staged", "--", "other.yaml") == (
        "HEAD:other.yaml\nthe blueprint is gone\n", ""
    )  # fmt: skip
    bp(repo.folder, "HEAD", "--fail-on", "visible", status=1)
    bp(repo.folder, "HEAD", "--fail-on", "worse")
    states = [each["state"] for each in told(repo.folder, "HEAD")["summary"]["files"]]
    assert sorted(states) == ["added", "compared", "removed"]


def test_an_empty_side_of_git_difftool_is_no_version(repo: Repo):
    assert "the blueprint is new" in bp(repo.folder, os.devnull, "shop.yaml")[0]
    assert "the blueprint is gone" in bp(repo.folder, "shop.yaml", os.devnull)[0]


def test_spaces_and_foreign_names(repo: Repo):
    name = "büro/ein zwei → ☕\tx\"'.yaml"
    repo.save(name, shop())
    repo.write(name, FAST)
    out, _ = bp(repo.folder)
    assert "ein zwei → ☕" in out
    assert FASTER in out
    (file,) = told(repo.folder)["summary"]["files"]
    assert file["new"] == name


def test_a_name_that_is_no_text(repo: Repo):
    name = os.fsdecode(b"b\xfcro.yaml")
    repo.save(name, shop())
    repo.write(name, FAST)
    assert bp(repo.folder)[0].startswith(":b\\xfcro.yaml → b\\xfcro.yaml\n")
    for form in ("markdown", "json", "github"):
        printed, _ = bp(repo.folder, "-f", form)
        assert "ro.yaml" in printed
        bp(repo.folder, "-f", form, "-o", "told")
        assert (repo.folder / "told").read_text(encoding="utf-8") == printed
    assert told(repo.folder)["summary"]["files"][0]["new"] == name


# What is no blueprint


def test_what_is_no_blueprint_is_passed_over(repo: Repo):
    repo.save("notes.yaml", "a: b\n")
    repo.save("binary.yaml", "x")
    repo.write("notes.yaml", "a: c\n")
    (repo.folder / "binary.yaml").write_bytes(b"\0\1\2\xff" * 100)
    assert bp(repo.folder) == ("", "")
    out, err = bp(repo.folder, "--", "notes.yaml")  # which is asked for by its name
    assert "\n-a: b\n+a: c\n" in out
    assert "notes.yaml" in err


def test_a_link_is_not_followed_by_git(repo: Repo):
    repo.save("other.yaml", FAST)
    (repo.folder / "shop.yaml").unlink()
    (repo.folder / "shop.yaml").symlink_to("other.yaml")
    assert "the blueprint is gone" in bp(repo.folder)[0]
    assert FASTER in bp(repo.folder, "HEAD:shop.yaml", "shop.yaml")[0]


def test_a_submodule(repo: Repo, tmp_path: Path):
    inner = Repo(tmp_path / "inner")
    inner.save("inner.yaml", shop())
    repo.git("submodule", "--quiet", "add", str(inner.folder), "folder.yaml")
    repo.commit()
    inner.save("inner.yaml", FAST)
    Repo(repo.folder / "folder.yaml", begin=False).git("pull", "-q")
    assert bp(repo.folder) == ("", "")
    assert FASTER in bp(repo.folder / "folder.yaml", "HEAD~1")[0]


def test_binary_sides_of_two_files(repo: Repo):
    (repo.folder / "b.yaml").write_bytes(b"\0\1\2\xff" * 100)
    out, err = bp(repo.folder, "shop.yaml", "b.yaml")
    assert "b.yaml" in err
    assert out.endswith("both versions differ, and one of them is no text\n")


# A side that cannot be read


def test_a_side_with_errors_is_told_and_compared_by_lines(repo: Repo):
    repo.write("shop.yaml", BROKEN)
    out, err = bp(repo.folder, "HEAD")
    assert "shop.yaml:5:1: error[BP004]" in err
    assert "unknown key 'stepps'" in err
    assert "cannot be compared by meaning, so here is what differs in its lines:" in out
    assert "\n-steps:\n+stepps:\n" in out
    bp(repo.folder, "HEAD", "--exit-code", status=1)
    bp(repo.folder, "HEAD", "--fail-on", "worse", status=1)
    (file,) = told(repo.folder, "HEAD")["summary"]["files"]
    assert (file["state"], file["changes"]) == ("unreadable", None)


# In places where git is otherwise


def test_merge_conflict(repo: Repo):
    repo.git("switch", "-qc", "feature")
    repo.save("shop.yaml", FAST)
    repo.git("switch", "-q", "main")
    repo.save("shop.yaml", SLOW)
    with pytest.raises(AssertionError):
        repo.git("merge", "-q", "feature")
    out, err = bp(repo.folder)
    assert "<<<<<<<" in out
    assert out.count(":shop.yaml → shop.yaml\n") == 1
    assert len(told(repo.folder)["summary"]["files"]) == 1
    assert "shop.yaml:" in err
    assert "time 6m → 2m" in bp(repo.folder, "main..feature")[0]
    assert "time 6m → 2m" in bp(repo.folder, ":2:shop.yaml", ":3:shop.yaml")[0]


def test_merge_commit_and_stash(repo: Repo):
    repo.git("switch", "-qc", "feature")
    repo.save("shop.yaml", FAST)
    repo.git("switch", "-q", "main")
    repo.save("other.yaml", SLOW)
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "feature")
    assert FASTER in bp(repo.folder, "HEAD^1", "HEAD")[0]
    assert FASTER not in bp(repo.folder, "HEAD^2", "HEAD")[0]
    repo.write("shop.yaml", SLOW)
    repo.git("stash", "-q")
    assert "time 2m → 6m" in bp(repo.folder, "stash@{0}^..stash@{0}")[0]


def test_a_rebase_that_stopped(repo: Repo):
    repo.git("switch", "-qc", "feature")
    repo.save("shop.yaml", FAST)
    repo.git("switch", "-q", "main")
    repo.save("shop.yaml", SLOW)
    repo.git("switch", "-q", "feature")
    with pytest.raises(AssertionError):
        repo.git("rebase", "-q", "main")
    assert "time 6m → 2m" in bp(repo.folder, "HEAD", "REBASE_HEAD")[0]
    repo.write("shop.yaml", FAST)
    assert "time 6m → 2m" in bp(repo.folder, "HEAD")[0]
    repo.git("add", "shop.yaml")
    repo.git("-c", "core.editor=true", "rebase", "--continue")
    assert SLOWER in bp(repo.folder, "ORIG_HEAD~1", "HEAD~1")[0]
    assert bp(repo.folder, "ORIG_HEAD", "HEAD") == ("", "")


def test_shallow_clone(repo: Repo, tmp_path: Path):
    repo.save("shop.yaml", FAST)
    clone = Repo(tmp_path / "clone", begin=False)
    clone.git("clone", "-q", "--depth=1", f"file://{repo.folder}", ".")
    clone.write("shop.yaml", SLOW)
    assert "time 2m → 6m" in bp(clone.folder, "HEAD")[0]
    _, err = bp(clone.folder, "HEAD~1..HEAD", status=2)
    assert "HEAD~1" in err


def test_bare_repository_and_git_dir(repo: Repo, tmp_path: Path):
    repo.save("folder/shop.yaml", shop())
    repo.save("folder/shop.yaml", FAST)
    bare = Repo(tmp_path / "bare.git", begin=False)
    bare.git("clone", "-q", "--bare", str(repo.folder), ".")
    assert FASTER in bp(bare.folder, "HEAD~1..HEAD")[0]
    assert FASTER in bp(bare.folder, "HEAD~1", "HEAD")[0]  # `HEAD` is a file here, too
    assert FASTER in bp(bare.folder, "HEAD~1:folder/shop.yaml", "HEAD:folder/shop.yaml")[0]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert FASTER in bp(elsewhere, "HEAD~1..HEAD", GIT_DIR=str(bare.folder))[0]
    assert "folder/shop.yaml" in bp(elsewhere, "HEAD~1..HEAD", GIT_DIR=str(bare.folder))[0]


def test_a_second_work_tree_and_odd_settings(repo: Repo):
    repo.git("worktree", "add", "-q", "../second", "-b", "second")
    second = Repo(repo.folder.parent / "second", begin=False)
    for setting in ("noprefix=true", "relative=true", "renames=false", "external=false"):
        repo.git("config", *f"diff.{setting}".split("="))
    repo.git("config", "color.ui", "always")
    second.write("sub/keep", "x")
    second.write("shop.yaml", FAST)
    assert FASTER in bp(second.folder)[0]
    assert FASTER in bp(second.folder / "sub", "HEAD")[0]


# What is written


def told(folder: Path, *words: str) -> dict:
    """The JSON, held against the schema that it is documented by."""
    found = json.loads(bp(folder, *words, "-f", "json")[0])
    Draft202012Validator(json.loads(diff_schema())).validate(found)
    return found


def test_text_with_and_without_colour(repo: Repo):
    repo.write("shop.yaml", FAST)
    out, _ = bp(repo.folder)
    assert out == (
        ":shop.yaml → shop.yaml\n\nBring the phone\n"
        "  ~ better     Desk: 'Takes the phone': time 4m → 2m  9:43 → 9:43\n"
        "\n1 change: 1 better\n"
    )
    colored = bp(repo.folder, FORCE_COLOR="1")[0]
    assert "\x1b[" in colored
    assert "\x1b[" not in bp(repo.folder, FORCE_COLOR="1", NO_COLOR="1")[0]


def test_json(repo: Repo):
    text = FAST.replace(
        "customer: Hands over the phone", "# new\n      'customer': Hands over the phone"
    )
    repo.write("shop.yaml", text)
    assert told(repo.folder, "HEAD") == {
        "old": "HEAD:shop.yaml",
        "new": "shop.yaml",
        "changes": [
            {
                "kind": "changed",
                "element": "action",
                "path": "bring-the-phone.desk.takes-the-phone",
                "field": "time",
                "before": "4m",
                "after": "2m",
                "effect": "better",
                "message": FASTER,
                "old_place": place(9, 43, 45),
                "new_place": place(10, 43, 45),
            }
        ],
        "summary": {
            "changes": 1,
            "effects": {"worse": 0, "visible": 0, "better": 1, "internal": 0, "editorial": 0},
            "files": [
                {
                    "old": "HEAD:shop.yaml", "new": "shop.yaml", "state": "compared", "changes": 1,
                    "left_out": 0, "only_layout": False,
                }
            ],
        },
    }  # fmt: skip


def place(line: int, start: int, end: int) -> dict:
    return {
        "path": "shop.yaml",
        "start": {"line": line, "column": start},
        "end": {"line": line, "column": end},
    }


def test_layout_alone_is_no_change_and_says_so(repo: Repo):
    repo.write("shop.yaml", f"# a comment\n{shop()}")
    out, _ = bp(repo.folder, "--exit-code")
    assert "only comments or layout changed" in out
    assert told(repo.folder)["summary"]["files"][0]["only_layout"] is True


def test_exit_codes(repo: Repo):
    repo.write("shop.yaml", FAST)
    bp(repo.folder, "--exit-code", status=1)
    bp(repo.folder, "--fail-on", "any", status=1)
    bp(repo.folder, "--fail-on", "worse")
    bp(repo.folder, "--fail-on", "visible")
    bp(repo.folder, "--fail-on", "better", status=1)
    repo.write("shop.yaml", SLOW)
    bp(repo.folder, "--fail-on", "worse", status=1)


def test_only(repo: Repo):
    repo.write(
        "shop.yaml", FAST.replace("Hands over", "Gives away").replace("Phone repair", "Mending")
    )
    counts = {"better": 1, "editorial": 2, "renamed": 2, "changed": 1, "action": 2, "lane": 0}
    for word, count in counts.items():
        assert len(told(repo.folder, "--only", word)["changes"]) == count, word
    assert len(told(repo.folder, "--only", "renamed,changed", "--only", "action")["changes"]) == 2
    assert bp(repo.folder, "--only", "action")[0].endswith("; 1 more left out\n")
    assert (
        "nothing of this sort changed, but 3 other things did"
        in bp(repo.folder, "--only", "pain-point")[0]
    )
    bp(repo.folder, "--only", "lane", "--exit-code")


def test_explain_and_no_renames(repo: Repo):
    repo.write("shop.yaml", FAST.replace("Hands over the phone", "Hands over the old phone"))
    out, _ = bp(repo.folder, "--explain")
    assert "taken for the same: 89% alike" in out
    assert out.count("taken for the same") == 1  # what only has another time needs no reason
    out, _ = bp(repo.folder, "--no-renames")
    assert "'Hands over the phone' is gone" in out
    assert "'Hands over the old phone' is new" in out


def test_texts_of_a_file_are_no_commands_for_the_terminal(repo: Repo):
    repo.write("shop.yaml", shop().replace("Hands over the phone", "Hands \u202e over"))
    out, _ = bp(repo.folder)
    assert "\u202e" not in out
