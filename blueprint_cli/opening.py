"""Opening a file in the program that the system opens such files with."""

import shutil
import subprocess
import sys
from pathlib import Path


def opened(path: str) -> None:
    """Hand a file over; nothing is said where the system has no program for it."""
    if sys.platform == "win32":
        import os

        os.startfile(path)  # noqa: S606 - this is how Windows opens a file
    elif sys.platform == "darwin":
        subprocess.run(["/usr/bin/open", path], check=False)  # noqa: S603 - our own file
    elif opener := shutil.which("xdg-open"):
        subprocess.run([opener, path], check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own file
    else:
        import webbrowser

        webbrowser.open(Path(path).resolve().as_uri())
