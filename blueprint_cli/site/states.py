"""What the page of a blueprint is made from, as one word that changes whenever any of it does."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from blueprint_cli import __version__
from blueprint_cli.config import settings_for
from blueprint_cli.workspace import bytes_of


class Sources:
    """The files of a site's blueprints as they are now, each read once.

    `pages` tells where the page of each blueprint stands, `paths` which blueprint a file is that
    others name. Paths are those below `folder`.
    """

    def __init__(
        self, folder: str, stamp: str, pages: Mapping[str, str], paths: Mapping[str, str]
    ) -> None:
        self._folder = folder
        self._stamp = stamp
        self._pages = pages
        self._paths = paths
        self._digests: dict[str, str] = {}

    def state(self, path: str, named: Mapping[str, Sequence[str]]) -> str:
        """The word for a blueprint's page: it stands for version, choice, settings and files.

        `named` tells of each blueprint which files it names.
        """
        files = sorted(self._reached(path, named))
        said = [
            __version__,
            self._stamp,
            *_settings(str(Path(self._folder, path))),
            *(f"{each}\0{self._digest(each)}\0{self._pages.get(each, '')}" for each in files),
        ]
        return _digest("\0\0".join([path, *said]).encode("utf-8", "surrogateescape"))

    def learn(self, path: str, digest: str) -> None:
        """Take over what a file held when its page was made."""
        self._digests[path] = digest

    def _reached(self, start: str, named: Mapping[str, Sequence[str]]) -> Iterable[str]:
        """The blueprint, all files that it names, those that these name, and so on."""
        found = {start}
        waiting = [start]
        while waiting:
            names = [self._paths.get(each, each) for each in named.get(waiting.pop(), ())]
            more = [each for each in names if each not in found]
            found.update(more)
            waiting += more
        return found

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = digest_of(Path(self._folder, path))
        return self._digests[path]


def digest_of(file: Path) -> str:
    """What a file holds as one word, empty where it cannot be read."""
    with suppress(OSError):
        return _digest(bytes_of(file))
    return ""


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _settings(path: str) -> list[str]:
    """The settings that hold for a file's picture, and what is in the theme's own file."""
    held = settings_for(path)
    words = [f"{name}\0{said}" for name, said in sorted(held.written.items())]
    theme = held.settings.render_theme
    if held.file is not None and theme.endswith(".toml"):
        words.append(digest_of(held.file.parent / theme))
    return words
