"""Where `bp` starts: the version is answered at once, everything else by the command line."""

import gc
import sys

from blueprint_cli import __version__


def main() -> int:
    """Run `bp` with the process's arguments; gives the exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"bp {__version__}")  # noqa: T201 - the version needs no console
        return 0
    if sys.argv[1:3] == ["git", "driver"]:  # git asks once for each file: nothing else is loaded
        from blueprint_cli.in_git.drivers import run as answer_git

        return answer_git(sys.argv[3:])
    try:
        gc.disable()  # nothing that is imported is ever garbage: a fifth of the start-up
        from blueprint_cli.cli import run

        gc.freeze()
        gc.set_threshold(1_000_000)  # a file makes few circles, and looking for them takes long
        gc.enable()
        status = run(sys.argv[1:])
        gc.freeze()  # the process ends: nothing is to be looked through once more
    except KeyboardInterrupt:
        return 130
    return status


if __name__ == "__main__":
    sys.exit(main())
