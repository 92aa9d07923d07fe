"""Each tool's own program at work: from a source to an SVG, and how long the whole of it took.

The programs come from npm (`PACKAGES`) into a folder, Graphviz from our own dependencies, Chromium
from the system. Mermaid and PlantUML are drawn in Chromium, where they live; what is not there is
said and left out.
"""

import functools
import http.server
import json
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromium import CHROMIUM, QUIETLY

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"mermaid": "mermaid", "plantuml": "@plantuml/core", "d2": "@terrastruct/d2"}
"""The newest of each is installed."""
GRAPHVIZ = """
import sys, pygraphviz
pygraphviz.AGraph(filename=sys.argv[1]).draw(sys.argv[2], format="svg", prog="dot")
"""
"""The Graphviz in our own dependency, which is newer than most systems have."""
PATIENCE = 300
"""Seconds after which a tool is stopped."""
MERMAID = """async (source) => {
  const {default: mermaid} = await import('/node_modules/mermaid/dist/mermaid.esm.min.mjs');
  mermaid.initialize({startOnLoad: false, maxTextSize: 1e6, maxEdges: 5000});
  return (await mermaid.render('drawn', source)).svg;
}"""
PLANTUML = """async (source) => {
  const script = document.createElement('script');
  script.src = '/node_modules/@plantuml/core/viz-global.js';
  await new Promise((done) => { script.onload = done; document.head.append(script); });
  const {renderToString} = await import('/node_modules/@plantuml/core/plantuml.js');
  return await new Promise((done, fail) => renderToString(source.split('\\n'), done, fail));
}"""
D2 = """
import { D2 } from '@terrastruct/d2';
import { readFileSync, writeFileSync } from 'node:fs';
from chromium import CHROMIUM, QUIETLY
const [source, target] = process.argv.slice(-2);
const d2 = new D2();
const drawn = await d2.compile(readFileSync(source, 'utf8'), { layout: 'elk', pad: 20 });
const options = { ...drawn.renderOptions, noXMLTag: true };
writeFileSync(target, await d2.render(drawn.diagram, options));
process.exit(0);
"""


class Missing(Exception):  # noqa: N818 - named as `Trouble` is, for what it tells
    """A tool that is not there, or that gave no picture; the text says which and why."""


@contextmanager
def browser() -> Iterator[object]:
    """A Chromium of its own."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise Missing("the package playwright is not installed") from None
    if CHROMIUM is None:
        raise Missing("no Chromium is installed")
    with sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        try:
            yield running
        finally:
            running.close()


def installed(folder: Path) -> dict[str, str]:
    """The version of each package that is there, after npm has put what it can into the folder."""
    if shutil.which("npm") is None:
        print("npm is not installed, so only Graphviz is drawn again")
    else:
        names = [
            name for name in PACKAGES.values() if not (folder / "node_modules" / name).exists()
        ]
        if names:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "package.json").write_text('{"private": true, "type": "module"}\n')
            command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *names]
            subprocess.run(command, cwd=folder, check=False)
    versions = {}
    for tool, name in PACKAGES.items():
        manifest = folder / "node_modules" / name / "package.json"
        if manifest.exists():
            versions[tool] = json.loads(manifest.read_text(encoding="utf-8"))["version"]
    return versions


def graphviz_version() -> str:
    """The version that Graphviz writes into its pictures."""
    import pygraphviz

    drawn = pygraphviz.AGraph("digraph {a}").draw(format="svg", prog="dot").decode()
    found = re.search(r"graphviz version (\S+)", drawn)
    return found[1] if found else "of an unknown version"


def draw(tool: str, source: Path, target: Path, packages: Path) -> float:
    """Write the picture of a source to `target`, an SVG; the seconds that it took."""
    began = time.perf_counter()
    command = _command(tool, source, target, packages)
    folder = packages if tool == "d2" else ROOT
    try:
        ran = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except FileNotFoundError:
        raise Missing(f"{command[0]} is not installed") from None
    except subprocess.TimeoutExpired:
        raise Missing(f"no picture after {PATIENCE} s") from None
    if ran.returncode:
        raise Missing(f"no picture: {(ran.stderr or ran.stdout).strip()[-300:]}")
    return time.perf_counter() - began


def _command(tool: str, source: Path, target: Path, packages: Path) -> list[str]:
    files = [str(source), str(target)]
    if tool == "bp":
        return [sys.executable, "-m", "blueprint_cli", "render", files[0], "-o", files[1]]
    if tool == "graphviz":
        return [sys.executable, "-c", GRAPHVIZ, *files]
    if tool in {"mermaid", "plantuml"}:
        return [sys.executable, __file__, tool, *files, str(packages)]
    script = packages / "draw_d2.mjs"
    script.write_text(D2, encoding="utf-8")
    return ["node", str(script), *files]


def _in_browser(tool: str, source: Path, target: Path, packages: Path) -> None:
    """Draw with a package that lives in a browser, in a page that asks nobody else.

    This is a process of its own, so that it can be stopped: a page that is busy hears nothing.
    """
    script = MERMAID if tool == "mermaid" else PLANTUML
    with _served(packages) as address, browser() as running:
        page = running.new_page()
        page.goto(f"{address}/draw.html")
        drawn = page.evaluate(script, source.read_text(encoding="utf-8"))
    target.write_text(drawn, encoding="utf-8")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The folder's files at an address that modules may be imported from."""
    (folder / "draw.html").write_text("<!doctype html><meta charset=utf-8>\n", encoding="utf-8")
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": _silent})
    files = functools.partial(quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), files) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _silent(*_: object) -> None:
    """Nothing is said of requests."""


if __name__ == "__main__":
    _in_browser(sys.argv[1], *map(Path, sys.argv[2:]))
