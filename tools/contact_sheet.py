"""Show what a change does to the pictures: every sample before and after, the most changed first.

    python tools/contact_sheet.py main                    # what the working tree changes
    python tools/contact_sheet.py v1.0 v1.1 -o sheet.html
    python tools/contact_sheet.py main --png sheet.png --render "--direction tb"

Both sides draw the same files, those of today, so that nothing but the code differs. The code of a
revision is taken out of git into a folder that is deleted afterwards.
"""

import argparse
import io
import os
import shlex
import subprocess
import sys
import tarfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from picture_changes import Box, Pair, compared, outlined
from PIL import Image, ImageDraw, ImageFont

PROCESSES = 2
WIDEST = 1600
"""Dots across a picture on the page."""
THUMBNAIL = 900
"""Dots across a picture on the sheet that is one PNG."""
MARGIN = 24
FONT = Path(__file__).parents[1] / "blueprint_cli" / "fonts" / "LiberationSans-Regular.ttf"


def main() -> None:
    """Draw, compare, and write the page or the sheet."""
    asked = arguments()
    root = Path(git("rev-parse", "--show-toplevel").decode().strip())
    samples = asked.samples or sorted((root / "samples").glob("*.yaml"))
    with TemporaryDirectory() as folder:
        places = [Path(folder, side) for side in ("before", "after")]
        codes = [
            code(asked.old, places[0]),
            code(asked.new, places[1]) if asked.new else root,
        ]
        options = shlex.split(asked.render)
        pairs = [*all_pairs(samples, codes, places, options)]
    pairs.sort(key=lambda pair: (-pair.share, pair.name))
    title = f"{asked.old} → {asked.new or 'working tree'}"
    if asked.png:
        sheet(title, pairs).save(asked.png)
    if asked.output or not asked.png:
        page(title, pairs, asked.output or Path("sheet.html"))
    for pair in pairs:
        print(f"{pair.name}: {pair.told}")


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="Show what a change does to the pictures.")
    parser.add_argument("old", help="the git revision before the change")
    parser.add_argument("new", nargs="?", help="the one after it; else the working tree")
    parser.add_argument(
        "--samples", nargs="+", type=Path, metavar="FILE", help="blueprints to draw"
    )
    parser.add_argument("-o", "--output", type=Path, help="the page, else `sheet.html`")
    parser.add_argument("--png", type=Path, help="make one picture of it, for a comment")
    parser.add_argument("--render", default="", metavar="OPTIONS", help="more for `bp render`")
    return parser.parse_args()


# Drawing


def git(*words: str) -> bytes:
    """What git answers; what it complains of ends the script."""
    ran = subprocess.run(["git", *words], capture_output=True, check=False)
    if ran.returncode:
        sys.exit(ran.stderr.decode().strip())
    return ran.stdout


def code(revision: str, folder: Path) -> Path:
    """The folder with the program as it was at a revision."""
    packed = git("archive", "--format=tar", revision, "--", ":(top)blueprint_cli")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def all_pairs(
    samples: Sequence[Path], codes: Sequence[Path], places: Sequence[Path], options: Sequence[str]
) -> Iterator[Pair]:
    """The pictures of every sample, drawn by two processes at a time."""
    for place in places:
        place.mkdir(exist_ok=True)
    jobs = [
        (sample, where, place / f"{number}.png")
        for number, sample in enumerate(samples)
        for where, place in zip(codes, places, strict=True)
    ]
    with ThreadPoolExecutor(PROCESSES) as pool:
        said = list(pool.map(lambda job: draw(*job, options), jobs))
    for number, sample in enumerate(samples):
        before, after = (place / f"{number}.png" for place in places)
        reasons = dict(zip(("before", "after"), said[2 * number : 2 * number + 2], strict=True))
        why = "; ".join(f"not drawn {side}: {text}" for side, text in reasons.items() if text)
        yield compared(sample.name, before, after, why)


def draw(sample: Path, where: Path, picture: Path, options: Sequence[str]) -> str:
    """Draw with the code in a folder; gives the first thing that went wrong, or nothing."""
    command = [sys.executable, "-P", "-m", "blueprint_cli", "render", str(sample)]
    ran = subprocess.run(
        [*command, "-f", "png", "-o", str(picture), *options],
        env=os.environ | {"PYTHONPATH": str(where), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if picture.exists():
        return ""
    return next(iter(ran.stderr.strip().splitlines()), f"exit status {ran.returncode}")


# The page

STYLE = """
body { margin: 1rem; font: 1rem/1.4 sans-serif; background: #f2f2f2; color: #1b2733; }
h1 { font-size: 1.25rem; } h2 { margin: 2rem 0 0.25rem; font-size: 1rem; }
figure { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; margin: 0; }
img { width: 100%; border: 1px solid #c3ccd5; background: #fff; }
"""


def page(title: str, pairs: Sequence[Pair], path: Path) -> None:
    """One HTML file that holds all pictures that differ."""
    head = f'<meta charset="utf-8">\n<title>{escape(title)}</title>\n<style>{STYLE}</style>'
    parts = [
        f'<!doctype html>\n<html lang="en">\n{head}\n<h1>{escape(title)}</h1>\n',
        *(section(pair) for pair in pairs if pair.changed),
        *unchanged(pairs),
    ]
    path.write_text("".join(parts), encoding="utf-8", newline="\n")


def section(pair: Pair) -> str:
    """A blueprint before and after, side by side."""
    sides = [("before", pair.before), ("after", pair.after)]
    shown = "".join(
        f'<img alt="{escape(pair.name)} {side}" src="{embedded(picture, pair.boxes)}">\n'
        if picture
        else f"<p>not drawn {side}</p>\n"
        for side, picture in sides
    )
    head = f"<h2>{escape(pair.name)}: {escape(pair.told)}</h2>"
    return f"{head}\n<figure>\n{shown}</figure>\n"


def embedded(picture: Image.Image, boxes: tuple[Box, ...]) -> str:
    """A picture as an address that needs no file."""
    file = io.BytesIO()
    fitted(outlined(picture, boxes), WIDEST).save(file, "png")
    return f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"


def unchanged(pairs: Sequence[Pair]) -> Iterator[str]:
    """The rest, in a sentence."""
    names = [pair.name for pair in pairs if not pair.changed]
    if names:
        yield f"<h2>Unchanged</h2>\n<p>{escape(', '.join(names))}</p>\n"


def fitted(picture: Image.Image, width: int) -> Image.Image:
    """Not wider than this."""
    if picture.width <= width:
        return picture
    height = round(picture.height * width / picture.width)
    return picture.resize((width, max(1, height)), Image.Resampling.LANCZOS)


# The sheet


def sheet(title: str, pairs: Sequence[Pair]) -> Image.Image:
    """All pictures that differ as one: before at the left, after at the right."""
    rows = [row(pair) for pair in pairs if pair.changed]
    names = [pair.name for pair in pairs if not pair.changed]
    below = [caption(f"unchanged: {', '.join(names)}")] if names else []
    parts = [caption(title), *rows, *below]
    height = sum(part.height for part in parts) + MARGIN * (len(parts) + 1)
    whole = Image.new("RGB", (2 * THUMBNAIL + 3 * MARGIN, height), "#f2f2f2")
    y = MARGIN
    for part in parts:
        whole.paste(part, (MARGIN, y))
        y += part.height + MARGIN
    return whole


def row(pair: Pair) -> Image.Image:
    """One blueprint under its name."""
    head = caption(f"{pair.name}: {pair.told}")
    sides = [
        fitted(outlined(picture, pair.boxes), THUMBNAIL) if picture else caption("not drawn")
        for picture in (pair.before, pair.after)
    ]
    height = head.height + max(side.height for side in sides)
    whole = Image.new("RGB", (2 * THUMBNAIL + MARGIN, height), "#f2f2f2")
    whole.paste(head, (0, 0))
    for number, side in enumerate(sides):
        whole.paste(side, (number * (THUMBNAIL + MARGIN), head.height))
    return whole


def caption(text: str) -> Image.Image:
    """A line of text, as wide as half a sheet or as it needs."""
    font = ImageFont.truetype(str(FONT), 20)
    whole = Image.new("RGB", (2 * THUMBNAIL + MARGIN, 32), "#f2f2f2")
    ImageDraw.Draw(whole).text((0, 4), text, font=font, fill="#1b2733")
    return whole


if __name__ == "__main__":
    main()
