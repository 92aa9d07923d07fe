"""Where `bp` starts: the version is answered at once, everything else by the command line."""

import gc
import sys
from collections.abc import Callable

from blueprint_cli import __version__


def main() -> int:
    """Run `bp` with the process's arguments; gives the exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"bp {__version__}")  # noqa: T201 - the version needs no console
        return 0
    try:
        gc.disable()  # nothing that is imported is ever garbage: a fifth of the start-up
        run, words = _asked(sys.argv[1:])
        gc.freeze()
        gc.set_threshold(1_000_000)  # a file makes few circles, and looking for them takes long
        gc.enable()
        status = run(words)
        gc.freeze()  # the process ends: nothing is to be looked through once more
    except KeyboardInterrupt:
        return 130
    return status


def _asked(words: list[str]) -> tuple[Callable[[list[str]], int], list[str]]:
    """What answers, and with which words; git asks its drivers once a file: they load no more."""
    if words[:2] == ["git", "driver"]:
        from blueprint_cli.in_git.drivers import answer

        return answer, words[2:]
    from blueprint_cli.cli import run

    return run, words


if __name__ == "__main__":
    sys.exit(main())
