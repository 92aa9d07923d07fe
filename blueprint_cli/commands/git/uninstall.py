"""`bp git uninstall`: take back what git was told about blueprints."""

from blueprint_cli import console
from blueprint_cli.commands.git.install import OfTheUser
from blueprint_cli.in_git.installing import local, of_the_user, uninstalled


def uninstall(of_user: OfTheUser = False) -> None:
    """Take back what `bp git install` told git.

    Lines and settings that somebody else wrote stay as they are.
    """
    scope = of_the_user(".") if of_user else local(".")
    done = list(uninstalled(scope))
    for line in done or ["git was told nothing here"]:
        console.say(line)
