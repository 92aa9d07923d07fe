"""Files in a folder, renamed in without a process."""

from pathlib import Path

from blueprint_cli.parse import parse
from blueprint_cli.renaming import renaming
from blueprint_cli.renaming.proof import rewritten
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace


def laid_out(texts):
    """The documents of these texts, which lie in the current folder now."""
    Path("bp.toml").touch()
    for path, text in texts.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(text.encode())
    return {path: parse(Source(path, text), Workspace.of(path)) for path, text in texts.items()}


def renamed(texts, file, kind, old, new):
    """The texts that change, by their paths; nothing is written but the old ones."""
    documents = laid_out(texts)
    home = documents.pop(file)
    assert not [each for each in home.problems if each.severity == "error"], home.problems
    wanted = renaming(home, kind, old, new)
    others = [each for each in documents.values() if each.root]
    return {
        each.after.source.path: each.after.source.text
        for each in rewritten([home, *others], wanted)
        if each
    }
