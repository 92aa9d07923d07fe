"""`bp git status` finds what keeps git from doing as it was told, and says what to do."""

import json

import pytest

from tests.git.clones import HOTEL


@pytest.fixture
def told(hotel):
    """The hotel's repository with all that can be asked for."""
    hotel.bp("git", "install", "--diff", "--merge")
    hotel.commit()
    return hotel


def looked(clone, **more):
    """The exit status, and what was found: the check, its state and its message."""
    done = clone.run("bp", "git", "status", "--output-format", "json", **more)
    assert done.stderr == ""
    rows = json.loads(done.stdout)
    assert all(sorted(row) == ["check", "hint", "message", "paths", "state"] for row in rows)
    return done.returncode, rows


def wrong(clone, **more):
    """The one thing that is to be mended."""
    status, rows = looked(clone, **more)
    (found,) = (row for row in rows if row["state"] == "mend")
    assert status == 1
    assert found["hint"]
    return found


def test_all_is_well(told):
    status, rows = looked(told)
    assert status == 0
    assert {row["state"] for row in rows} == {"ok"}
    assert told.bp("git", "status").splitlines()[1:5] == [
        "ok    attributes: all blueprints are named: 1",
        "ok    steps: heads in a diff name the step",
        "ok    diff: diff.blueprint.command is set",
        "ok    merge: merge.blueprint.driver is set",
    ]


def test_what_was_not_asked_for_is_well(hotel):
    hotel.bp("git", "install")
    assert looked(hotel)[0] == 0


def test_nothing_is_installed(hotel):
    status, rows = looked(hotel)
    assert status == 1
    assert [row["check"] for row in rows if row["state"] == "mend"] == ["attributes", "steps"]


def test_a_blueprint_that_is_not_named(told):
    told.write("compose.yaml", "a: 1\n")
    told.write(".gitattributes", "hotel.yaml diff=blueprint merge=blueprint\n")
    told.write("inn.yaml", HOTEL)
    status, rows = looked(told)
    found = [row for row in rows if row["state"] == "mend"]
    assert status == 1
    assert [(row["check"], row["paths"]) for row in found] == [
        ("attributes", ["inn.yaml"]),
        ("merge", ["inn.yaml"]),
    ]
    assert found[0]["message"] == "1 of 2 blueprints is not named in .gitattributes"


def test_another_line_of_attributes_wins(told):
    told.write(".git/info/attributes", "*.yaml diff=yaml\n")
    assert "`diff=yaml`" in wrong(told)["hint"]


def test_settings_that_are_hidden_by_others(told):
    told.git("config", "--global", "difftool.bp.cmd", "bp git driver page")
    told.git("config", "--local", "difftool.bp.cmd", "bluetooth-pairing")
    found = wrong(told)
    assert found["check"] == "difftool"
    assert found["message"].startswith("difftool.bp.cmd in file:.git/config wins over")


def test_a_difftool_that_is_never_asked(told):
    told.git("config", "diff.blueprint.command", "my-diff")
    found = wrong(told)
    assert found["message"].startswith(
        "diff.blueprint.command of somebody else keeps `git difftool`"
    )


def test_settings_of_somebody_else_are_noted(told):
    told.git("config", "diff.blueprint.command", "my-diff")
    told.git("config", "--unset", "difftool.bp.cmd")
    status, rows = looked(told)
    assert status == 0
    assert [row["check"] for row in rows if row["state"] == "note"] == ["diff"]


def test_a_driver_of_another_release(told):
    told.git("config", "merge.blueprint.driver", "bp git driver merge %O %A %B")
    assert wrong(told)["hint"] == "run `bp git install --merge` again"


def test_a_program_that_git_does_not_find(told):
    path = f"{told.home / 'elsewhere'}:{told.without_bp()['PATH']}"
    (told.home / "elsewhere").mkdir()
    (told.home / "bin" / "bp").rename(told.home / "elsewhere" / "other")
    done = told.run("other", "git", "status", PATH=path)
    assert done.returncode == 1
    assert "mend  program: git finds no `bp` on the path\n" in done.stdout


@pytest.mark.parametrize(
    ("script", "message"), [("echo bp 0.0.1", "git finds bp 0.0.1 at "), ("exit 3", "does not run")]
)
def test_a_program_of_another_release_or_none_that_runs(told, script, message):
    own = told.home / "bin" / "bp"
    own.rename(own.with_name("bp-here"))
    path = told.with_broken_bp(script)["PATH"]
    done = told.run("bp-here", "git", "status", PATH=f"{path}:{own.parent}")
    assert done.returncode == 1
    assert message in done.stdout


def test_the_driver_is_set_and_no_file_is_meant(told):
    told.write(".gitattributes", "*.yaml diff=blueprint\n")
    found = wrong(told)
    assert (found["check"], found["paths"]) == ("merge", ["hotel.yaml"])


def test_others_merge_with_bp(told):
    told.git("config", "--unset", "merge.blueprint.driver")
    status, rows = looked(told)
    assert status == 0
    assert [row["check"] for row in rows if row["state"] == "note"] == ["merge"]


def test_steps_that_begin_elsewhere(told):
    told.write("wide.yaml", HOTEL.replace("\n  ", "\n    ").replace("\n      ", "\n        "))
    assert wrong(told)["check"] == "steps"
    told.bp("git", "install")
    assert looked(told)[0] == 0


def test_rerere_is_noted(told):
    told.git("config", "rerere.enabled", "yes")
    status, rows = looked(told)
    assert status == 0
    assert [row["check"] for row in rows if row["state"] == "note"] == ["rerere"]


def test_windows_line_ends_in_git(told):
    told.write("inn.yaml", HOTEL.replace("\n", "\r\n"))
    told.commit()
    assert wrong(told)["paths"] == ["inn.yaml"]


def test_an_old_git(told):
    real = told.run("sh", "-c", "command -v git", **told.without_bp()).stdout.strip()
    folder = told.home / "old"
    folder.mkdir()
    script = f'[ "$3" = --version ] && echo "git version 2.7.4" || exec "{real}" "$@"'
    (folder / "git").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "git").chmod(0o755)
    found = wrong(told, PATH=f"{folder}:{told.environment['PATH']}")
    assert (found["check"], found["message"]) == ("git", "git 2.7.4 is too old")


def test_a_repository_without_blueprints(clone):
    clone.write("compose.yaml", "a: 1\n")
    status, rows = looked(clone)
    assert status == 0
    assert rows[1]["message"] == "there is no blueprint here"
