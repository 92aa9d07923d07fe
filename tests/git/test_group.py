"""`bp git` is a group: its commands are listed, completed, and loaded when they are called."""

from pkgutil import iter_modules

from blueprint_cli.cli import Commands, load
from blueprint_cli.commands.git import COMMANDS
from tests.git.clones import ROOT


def test_every_command_is_listed_with_the_first_sentence_of_its_help():
    folder = ROOT / "blueprint_cli" / "commands" / "git"
    assert {module.name for module in iter_modules([str(folder)])} == {
        each.name for each in COMMANDS
    }
    group = load("git")
    assert isinstance(group, Commands)
    assert group.list_commands(None) == [each.name for each in COMMANDS]
    for each in COMMANDS:
        command = group.get_command(None, each.name)
        assert command
        assert (command.help or "").splitlines()[0] == each.summary


def test_a_wrong_word_gets_the_nearest_of_the_group(clone):
    done = clone.run("bp", "git", "instal")
    assert done.returncode == 2
    assert done.stderr == (
        "error: no such command `instal`\n"
        "hint: did you mean `install`? `bp git --help` tells what there is\n"
    )
    done = clone.run("bp", "git")
    assert done.returncode == 2
    assert "\n  difftool " in done.stderr


def test_its_commands_are_completed(clone):
    asked = {"COMP_WORDS": "bp git ", "COMP_CWORD": "2", "_BP_COMPLETE": "complete_bash"}
    done = clone.run("bp", **asked)
    assert done.stdout.split() == [each.name for each in COMMANDS]
