"""`bp report FOLDER`: the site of all its blueprints, of which only what changed is made again."""

import os
from collections.abc import Sequence

from blueprint_cli import console, listings
from blueprint_cli.files import Input
from blueprint_cli.forms import told_by
from blueprint_cli.problems import Trouble
from blueprint_cli.reporters import ENDINGS
from blueprint_cli.reporting import Choice

SITE = "site"
"""What the site's folder is called, in the one it is about, where nothing else is said."""


def folder_meant(paths: Sequence[str]) -> str | None:
    """The folder of which a site is made; `Trouble` where other files are named beside it."""
    folders = [path for path in paths if os.path.isdir(path)]
    if folders and len(paths) > 1:
        raise Trouble("a site is about one folder", "name a folder that holds them all")
    return folders[0] if folders else None


def report_folder(inputs: Sequence[Input], folder: str, output: str | None, choice: Choice) -> bool:
    """Write or renew a site; False where a blueprint has errors and so no page."""
    from blueprint_cli.site import write_site

    if output == "-" or (output and told_by(output, ENDINGS)):
        raise Trouble("a folder's report is a site of many pages", "name a folder: `-o site/`")
    into = os.path.normpath(output or os.path.join(folder, SITE))
    done = write_site(inputs, folder, into, choice)
    listings.report(done.errors)
    counts = {"made": done.made, "kept": done.kept, "deleted": done.deleted}
    pages = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    console.say(f"wrote {os.path.join(into, 'index.html')} (pages: {pages or 'none'})")
    return not done.errors
