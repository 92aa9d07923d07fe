"""What the page of a blueprint is made from, as one word that changes whenever any of it does."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from blueprint_cli import __version__
from blueprint_cli.config import settings_for
from blueprint_cli.workspace import bytes_of


class Sources:
    """The files of a site's blueprints as they are now, each read once.

    `paths` tells which blueprint a file is that others name. All paths are those below `folder`.
    """

    def __init__(self, folder: str, stamp: str, paths: Mapping[str, str]) -> None:
        self._folder = folder
        self._stamp = stamp
        self._paths = paths
        self._digests: dict[str, str] = {}

    def state(self, path: str, page: str, named: Sequence[str], standing: Mapping[str, str]) -> str:
        """The word for a blueprint's page: it stands for version, choice, settings and files.

        `named` are the files that the blueprint names, `standing` the pages that there are, to
        which it may lead, by their blueprints.
        """
        files = sorted({self._paths.get(each, each) for each in named} - {path})
        said = [
            __version__,
            self._stamp,
            *_settings(str(Path(self._folder, path))),
            f"{path}\0{self._digest(path)}\0{page}",
            *(f"{each}\0{self._digest(each)}\0{standing.get(each, '')}" for each in files),
        ]
        return _digest("\0\0".join(said).encode("utf-8", "surrogateescape"))

    def learn(self, path: str, digest: str) -> None:
        """Take over what a file held when its page was made."""
        self._digests[path] = digest

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = digest_of(Path(self._folder, path))
        return self._digests[path]


def digest_of(file: Path) -> str:
    """What a file holds as one word, empty where it cannot be read."""
    with suppress(OSError):
        return _digest(bytes_of(str(file)))
    return ""


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _settings(path: str) -> list[str]:
    """The settings that hold for a file's page, and what is in the theme's own file."""
    held = settings_for(path)
    written = sorted(held.written.items())
    words = [f"{name}\0{said}" for name, said in written if not name.startswith("lint_")]
    theme = held.settings.render_theme
    if held.file is not None and theme.endswith(".toml"):
        words.append(digest_of(held.file.parent / theme))
    return words
