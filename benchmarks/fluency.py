"""How fluid the HTML picture is: frames a second while a large one is panned and zoomed.

    python benchmarks/fluency.py            # measure and rewrite benchmarks/fluency.json

Draws the blueprint of 200 steps, 20 lanes, 2,400 cards and 5,000 links, opens it in an installed
Chromium without a graphics card, and moves it with the wheel and the mouse as a hand would. Frames
are counted by the page's own `requestAnimationFrame`.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from chromium import CHROMIUM, QUIETLY  # noqa: E402 - found by the path above

RESULTS = Path(__file__).with_suffix(".json")
SIZE = ["--steps", "200", "--lanes", "20", "--cards", "2400", "--links", "5000"]
MOVES = 60
"""Events a gesture: a second of a hand, at least."""
COUNT = """() => {
  window.frames_ = [];
  let last = 0;
  const tick = (now) => {
    if (last) window.frames_.push(now - last);
    last = now;
    window.ticking = requestAnimationFrame(tick);
  };
  window.ticking = requestAnimationFrame(tick);
}"""
STOP = "() => { cancelAnimationFrame(window.ticking); return window.frames_; }"


def main():
    with tempfile.TemporaryDirectory() as folder:
        picture = drawn(Path(folder))
        with sync_playwright() as started:
            browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(picture.as_uri(), timeout=120_000)
            page.wait_for_timeout(5000)
            gestures = dict(measured(page))
            version = browser.version
            browser.close()
    results = {
        "chromium": version,
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),  # what else the machine did meanwhile
        "python": platform.python_version(),
        "picture": "200 steps, 20 lanes, 2,400 cards, 5,000 links",
        "gestures": gestures,
    }
    RESULTS.write_text(json.dumps(results, indent=2) + "\n")
    print(f"{'gesture':32} {'median fps':>10} {'95 % of frames within':>22}")
    for name, found in gestures.items():
        print(f"{name:32} {found['median_fps']:>10} {found['p95_frame_ms']:>19} ms")


def drawn(folder):
    """The picture's file, made as a user makes it."""
    blueprint, picture = folder / "large.yaml", folder / "large.html"
    generate = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), *SIZE]
    blueprint.write_bytes(subprocess.run(generate, check=True, capture_output=True).stdout)
    render = [sys.executable, "-m", "blueprint_cli", "render", str(blueprint), "-o", str(picture)]
    subprocess.run(render, check=True, cwd=ROOT, capture_output=True)
    return picture


def measured(page: Page):
    """Each gesture's name and figures; the picture is brought to where it begins, and rests."""
    page.mouse.move(640, 400)
    page.keyboard.press("0")
    page.wait_for_timeout(3000)
    yield "whole picture: zoom in", figures(page, zoom(page, -14))
    yield "readable: pan by wheel", figures(page, pan(page, 40, 12))
    yield "readable: pan fast by wheel", figures(page, pan(page, 250, 30))
    yield "readable: drag", figures(page, drag(page))
    yield "readable: zoom out", figures(page, zoom(page, 5))
    yield "half out: pan by wheel", figures(page, pan(page, -30, 10))
    yield "half out: zoom out", figures(page, zoom(page, 12))
    yield "whole picture: pan by wheel", figures(page, pan(page, 5, 3))


def figures(page, gesture):
    page.wait_for_timeout(1500)
    page.evaluate(COUNT)
    for move in gesture:
        move()
        page.wait_for_timeout(8)
    frames = sorted(page.evaluate(STOP))
    return {
        "frames": len(frames),
        "median_fps": round(1000 / statistics.median(frames), 1),
        "p95_frame_ms": round(frames[int(len(frames) * 0.95)], 1),
        "longest_frame_ms": round(frames[-1], 1),
    }


def pan(page, dx, dy):
    for _ in range(MOVES):
        yield lambda: page.mouse.wheel(dx, dy)


def zoom(page, dy):
    page.keyboard.down("Control")
    for _ in range(MOVES):
        yield lambda: page.mouse.wheel(0, dy)
    page.keyboard.up("Control")


def drag(page):
    page.mouse.move(1000, 600)
    page.mouse.down()
    for at in range(MOVES):
        yield lambda at=at: page.mouse.move(1000 - at * 9, 600 - at * 3)
    page.mouse.up()
    page.mouse.move(640, 400)


if __name__ == "__main__":
    main()
