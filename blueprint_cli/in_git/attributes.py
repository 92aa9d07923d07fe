"""Which files git is told to be blueprints: patterns, in a block of ours in .gitattributes."""

import re
from collections.abc import Iterable, Sequence

from blueprint_cli.files import ENDINGS

BEGIN = "# Blueprints, by `bp git install`:"
END = "# end of blueprints"
_OURS = re.compile(r"\S.* diff=blueprint(?: merge=blueprint)?$")
_BLOCK = re.compile(
    rf"^{re.escape(BEGIN)}\r?\n(?P<lines>(?:.*\r?\n)*?){re.escape(END)}(?:\r?\n|\Z)", re.MULTILINE
)
ANYWHERE = tuple(f"*{ending}" for ending in ENDINGS)
"""For the user's own attributes, which know no folders."""


def patterns(blueprints: Sequence[str], others: Sequence[str]) -> list[str]:
    """The fewest patterns that mean these YAML files and none of the others.

    Paths are relative to the top, with `/`. A folder that holds nothing but blueprints, at any
    depth, becomes one pattern, so that files that are added there later are meant, too.
    """
    return [
        each
        for ending in ENDINGS
        for each in _below(
            "/",
            ending,
            [f"/{name}" for name in blueprints if name.endswith(ending)],
            [f"/{name}" for name in others if name.endswith(ending)],
        )
    ]


def _below(folder: str, ending: str, mine: Sequence[str], others: Sequence[str]) -> list[str]:
    if not mine:
        return []
    if not others:
        return [f"*{ending}" if folder == "/" else f"{_escaped(folder)}**/*{ending}"]
    here = [name for name in mine if "/" not in name[len(folder) :]]
    mixed = any("/" not in name[len(folder) :] for name in others)
    found = [_escaped(name) for name in here] if mixed else []
    if here and not mixed:
        found = [f"{_escaped(folder)}*{ending}"]
    for inner in sorted({_folder_in(folder, name) for name in mine} - {folder}):
        within = [[name for name in names if name.startswith(inner)] for names in (mine, others)]
        found += _below(inner, ending, *within)
    return found


def _folder_in(folder: str, name: str) -> str:
    """The folder right below this one in which the file stands; this one if it stands here."""
    first, slash, _ = name[len(folder) :].partition("/")
    return f"{folder}{first}/" if slash else folder


def _escaped(name: str) -> str:
    return re.sub(r"([\\*?\[])", r"\\\1", name)


def lines(patterns: Iterable[str], *, merge: bool) -> list[str]:
    """The lines of .gitattributes for patterns; `merge` names the merge driver as well."""
    said = "diff=blueprint merge=blueprint" if merge else "diff=blueprint"
    return [f"{_quoted(each)} {said}" for each in patterns]


def _quoted(pattern: str) -> str:
    """As git reads a pattern with spaces: between quotes, with escapes as in C."""
    if not re.search(r'[\s"]', pattern):
        return pattern
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.replace("\n", "\\n").replace("\t", "\\t")


def written(text: str) -> list[str]:
    """The lines of ours that stand in a file of attributes."""
    found = _BLOCK.search(text)
    return [line for line in _inside(found) if _OURS.match(line)] if found else []


def with_block(text: str, ours: Sequence[str]) -> str:
    """The file with these lines in our block, at its end if there is none; without if none.

    Lines that somebody wrote between ours stand behind the block then.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    found = _BLOCK.search(text)
    theirs = [line for line in _inside(found) if not _OURS.match(line)] if found else []
    block = [BEGIN, *ours, END, *theirs] if ours else theirs
    made = "".join(f"{line}{end}" for line in block)
    if found:
        return text[: found.start()] + made + text[found.end() :]
    return text + (end if text and not text.endswith("\n") else "") + made


def _inside(found: re.Match[str]) -> list[str]:
    return [line.rstrip("\r") for line in found["lines"].split("\n")[:-1]]
