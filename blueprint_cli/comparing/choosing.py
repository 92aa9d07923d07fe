"""What the words of `bp diff` mean: two files, or revisions of git and the paths that matter."""

import os
from collections.abc import Sequence

from blueprint_cli.comparing.sides import Pair, Side, is_file, side_of
from blueprint_cli.problems import Trouble


def pairs(
    words: Sequence[str], paths: Sequence[str] | None, *, staged: bool, stdin_filename: str | None
) -> list[Pair]:
    """The files to compare, in both versions.

    `paths` is what stands behind `--` at the end of the words, None where there is no `--`. Two
    files are compared with each other; everything else is read as `git diff` reads it. Raises
    `Trouble` where a word is neither a revision nor a path, or both.
    """
    if paths is None and not staged and _are_versions(words):
        if [*words] == ["-", "-"]:
            raise Trouble("both versions are standard input", "name a file for one of them")
        old, new = (_version(word, stdin_filename) for word in words)
        return [Pair(old, new, named=True)]
    if paths is None:
        words, paths = _parted(words)
    else:
        words = words[: len(words) - len(paths)]
    if len(words) > 2:  # noqa: PLR2004 - two sides
        raise Trouble(f"{len(words)} revisions are given", "name two at most, then paths")
    from blueprint_cli.comparing.revisions import pairs_between

    return pairs_between(words, paths, staged=staged)


def _are_versions(words: Sequence[str]) -> bool:
    return len(words) == len(("old", "new")) and all(map(_is_version, words))


def _is_version(word: str) -> bool:
    return is_file(word) or (":" in word and not os.path.exists(word))


def _version(word: str, stdin_filename: str | None) -> Side:
    if is_file(word):
        return side_of(word, stdin_filename)
    from blueprint_cli.comparing.revisions import blob

    return blob(word)


def _parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The revisions and behind them the paths, by what there is."""
    from blueprint_cli import git

    revisions: list[str] = []
    for at, word in enumerate(words):
        known, there = _is_revision(word), os.path.lexists(word)
        if known and there and not git.is_bare("."):
            hint = f"write `./{word}` for the file, or `{word} --` for the revision"
            raise Trouble(f"'{word}' is both a revision and a file", hint)
        if not known:
            return revisions, [_path(each) for each in words[at:]]
        revisions.append(word)
    return revisions, []


def _path(word: str) -> str:
    if os.path.lexists(word):
        return word
    hint = "`git log` tells revisions; write `-- PATH` for a file that is gone"
    if ":" in word:
        hint = f"name the other version, too: `bp diff {word} {word.partition(':')[2] or 'PATH'}`"
    raise Trouble(f"'{word}' is neither a revision that git knows nor a file", hint)


def _is_revision(word: str) -> bool:
    """Whether git knows it, or both ends of a range."""
    from blueprint_cli import git

    try:
        for end in git.ends_of(word):
            git.commit(".", end)
    except git.NoGit:
        raise
    except Trouble:
        return False
    return True
