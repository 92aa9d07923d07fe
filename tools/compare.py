"""Draw the same blueprints with `bp` and with the tools that people know, and measure each picture.

    python tools/compare.py              # everything; npm fetches what it needs into --packages
    python tools/compare.py --only bp    # ours anew; needs nothing but Chromium

Sources, pictures, `results.json` and the page go to docs/compare. A tool that is missing is told in
one sentence, and what was drawn of it before stays. No figure is kept from a picture that is not
drawn: if a tool gives up, the reason stands where its picture would.
"""

import argparse
import json
import sys
import tempfile
from array import array
from collections import Counter
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout is what is compared, installed or not

from compare_drawing import Missing, browser, draw, graphviz_version, installed  # noqa: E402 - found by the path above
from compare_facts import facts  # noqa: E402 - found by the path above
from compare_page import SAMPLES, TOOLS, Figures, page_of  # noqa: E402 - found by the path above
from compare_reading import Found, read  # noqa: E402 - found by the path above
from compare_sources import SOURCES  # noqa: E402 - found by the path above
from compare_told import Told, told, wanted  # noqa: E402 - found by the path above

from blueprint_cli import __version__  # noqa: E402 - found by the path above
from blueprint_cli.model import Blueprint  # noqa: E402 - found by the path above
from blueprint_cli.parse import parse  # noqa: E402 - found by the path above
from blueprint_cli.reading.references import Index  # noqa: E402 - found by the path above
from blueprint_cli.source import Source  # noqa: E402 - found by the path above
from blueprint_cli.workspace import Workspace  # noqa: E402 - found by the path above

FOLDER = ROOT / "docs" / "compare"
RESULTS = FOLDER / "results.json"
HEAVIEST = 300_000
"""Bytes that a picture may have."""
WIDEST = 3200
QUICK = 5


def main() -> None:
    """Draw and measure what is asked for, and write the page."""
    parser = argparse.ArgumentParser(description="Compare the pictures of bp and other tools.")
    parser.add_argument("--only", default=",".join(TOOLS), help="tools to draw with: bp,d2")
    parser.add_argument("--samples", default=",".join(SAMPLES), help="samples to draw")
    parser.add_argument("--packages", type=Path, help="where npm puts the tools and finds them")
    chosen = parser.parse_args()
    tools = chosen.only.split(",")
    with tempfile.TemporaryDirectory() as folder:
        packages = (chosen.packages or Path(folder)).resolve()
        results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"samples": {}}
        results["versions"] = results.get("versions", {}) | _versions(tools, packages)
        known = [tool for tool in tools if tool in results["versions"]]
        for sample in chosen.samples.split(","):
            results["samples"].setdefault(sample, {}).update(_drawn(sample, known, packages))
            _write(results)


def _write(results: Figures) -> None:
    results["samples"] = {name: results["samples"].get(name, {}) for name in SAMPLES}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8", newline="\n")
    (FOLDER / "README.md").write_text(page_of(results), encoding="utf-8", newline="\n")


def blueprint_of(sample: str) -> tuple[Blueprint, Index]:
    """A sample as `bp` reads it."""
    path = ROOT / "samples" / f"{sample}.yaml"
    found = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(ROOT))
    if found.blueprint is None or found.index is None:
        sys.exit(f"{path.relative_to(ROOT)} has errors: bp lint tells them")
    return found.blueprint, found.index


def sources(what: Told) -> dict[str, tuple[str, str]]:
    """The source for each other tool: the name of its file, and its text."""
    return {tool: (f"{tool}.{end}", write(what)) for tool, (end, write) in SOURCES.items()}


def _versions(tools: list[str], packages: Path) -> dict[str, str]:
    """Which tools are there, in which version."""
    known = {"bp": __version__, "graphviz": graphviz_version()}
    if set(tools) - set(known):
        known |= installed(packages)
    for tool in tools:
        if tool not in known:
            print(f"{tool} is not installed, so its pictures stay as they were")
    return known


def _drawn(sample: str, tools: list[str], packages: Path) -> dict[str, dict[str, object]]:
    """Draw a sample with each tool, measure it, and write the pictures."""
    blueprint, index = blueprint_of(sample)
    what = told(blueprint, index)
    folder = FOLDER / sample
    folder.mkdir(parents=True, exist_ok=True)
    files = {"bp": ROOT / "samples" / f"{sample}.yaml"}
    for tool, (name, text) in sources(what).items():
        files[tool] = folder / name
        files[tool].write_text(text, encoding="utf-8", newline="\n")
    results: dict[str, dict[str, object]] = {}
    for tool in tools:
        target = packages / f"{sample}-{tool}.svg"
        try:
            seconds = _seconds(tool, files[tool], target, packages)
            found = _measured(tool, target, folder, what, wanted(blueprint, index))
            results[tool] = {"seconds": round(seconds, 1), **found}
        except Missing as missing:
            results[tool] = {"missing": str(missing)}
        print(sample, tool, results[tool].get("seconds") or results[tool]["missing"], flush=True)
    return results


def _seconds(tool: str, source: Path, target: Path, packages: Path) -> float:
    """How long a picture takes; a tool that is quick is asked three times, for its best time."""
    first = draw(tool, source, target, packages)
    again = 2 if first < QUICK else 0
    return min(first, *(draw(tool, source, target, packages) for _ in range(again)), first)


def _measured(
    tool: str, svg: Path, folder: Path, what: Told, texts: dict[str, list[str]]
) -> dict[str, object]:
    """The figures of a picture, whose PNG is written beside the sources."""
    with browser() as running:
        page = running.new_page()
        found = read(page, tool, svg.read_text(encoding="utf-8"), what)
        figures = facts(found, what, texts)
        scale = min(2.0, WIDEST / found.width)
        while len(picture := _screenshot(running, page, found, scale)) > HEAVIEST:
            scale *= 0.85
        (folder / f"{tool}.png").write_bytes(picture)
    return figures


def _screenshot(running: object, page: object, found: Found, scale: float) -> bytes:
    """The page's picture at a scale."""
    view = {"width": round(found.width * scale), "height": round(found.height * scale)}
    fresh = running.new_page(viewport=view)
    fresh.set_content(page.content())
    fresh.evaluate(f"() => document.body.style.zoom = {scale}")
    fresh.wait_for_timeout(200)
    drawn = Image.open(BytesIO(fresh.screenshot())).convert("RGB")
    fresh.close()
    return _small(drawn)


def _small(drawn: Image.Image) -> bytes:
    """A PNG in the 256 colours that are there most often; others become the nearest of them."""
    pixels = array("I", drawn.convert("RGBA").tobytes())
    counts = Counter(pixels)
    kept = [colour.to_bytes(4, sys.byteorder)[:3] for colour, _ in counts.most_common(256)]
    nearest = {colour: _nearest(colour.to_bytes(4, sys.byteorder), kept) for colour in counts}
    small = Image.frombytes("P", drawn.size, bytes(map(nearest.__getitem__, pixels)))
    small.putpalette(b"".join(kept))
    written = BytesIO()
    small.save(written, "PNG", optimize=True)
    return written.getvalue()


def _nearest(colour: bytes, kept: list[bytes]) -> int:
    red, green, blue, _ = colour
    away = [(red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2 for r, g, b in kept]
    return away.index(min(away))


if __name__ == "__main__":
    main()
