"""`bp git`: how git shows, reviews and merges blueprints."""

from blueprint_cli.commands import Listed

COMMANDS = (
    Listed("install", "Tell git about blueprints: steps in its diffs, and what you ask for."),
    Listed("uninstall", "Take back what `bp git install` told git."),
    Listed("status", "Look whether git shows and merges blueprints, and say what to mend."),
    Listed("difftool", "Open a page for each blueprint that differs, by way of `git difftool`."),
)


def git() -> None:
    """Let git show the steps of blueprints, compare them by meaning, and merge them."""
