"""Runs of many files: interrupted, watched, and on one processor as on all."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

ROOT = Path(__file__).parents[2]
BP = [sys.executable, "-m", "blueprint_cli", "lint"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "CI": "true"}
SHOP = """\
blueprint: Shop {number}
lanes: [{{id: guest, name: Guest, role: customer}}, {{id: desk, name: Desk, role: frontstage}}]
steps:
  - name: Ask  # the first thing
    actions:
      guest: {{id: ask, name: Asks, triggers: [answer, answer]}}
      desk: {{id: answer, name: Answers, time: 5m..2m}}
"""
MENDED = SHOP.replace("answer, answer", "answer").replace("5m..2m", "2m..5m")


def shops(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"shop-{number:04}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(SHOP.format(number=number), encoding="utf-8")
    return paths


def wait_until(happened, seconds: float = 60) -> None:
    end = monotonic() + seconds
    while not happened():
        assert monotonic() < end, "nothing happened"
        sleep(0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_ctrl_c_while_mending_leaves_each_file_whole(tmp_path: Path):
    paths = shops(tmp_path, 1000)
    process = subprocess.Popen(
        [*BP, "--fix", "."],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    wait_until(lambda: MENDED.format(number=20) == paths[20].read_text(encoding="utf-8"))
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b""
    states = [path.read_text(encoding="utf-8") for path in paths]
    old = [text == SHOP.format(number=number) for number, text in enumerate(states)]
    new = [text == MENDED.format(number=number) for number, text in enumerate(states)]
    assert all(one or two for one, two in zip(old, new, strict=True))
    assert any(old)
    assert any(new)
    assert sorted(tmp_path.iterdir()) == paths


def test_one_processor_finds_what_all_find(tmp_path: Path):
    shops(tmp_path, 60)
    (tmp_path / "broken.yaml").write_text("blueprint: [", encoding="utf-8")
    (tmp_path / "bytes.yaml").write_bytes(b"blueprint: \xff")
    (tmp_path / "away.yaml").symlink_to(tmp_path / "nowhere.yaml")
    command = [*BP, "--output-format", "json", "."]
    all_of_them = subprocess.run(
        command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False
    )
    if not hasattr(os, "sched_setaffinity"):
        pytest.skip("the system does not let a process choose its processors")
    one = {next(iter(os.sched_getaffinity(0)))}
    alone = subprocess.run(
        ["taskset", "-c", str(*one), *command],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert alone.stdout == all_of_them.stdout
    assert alone.stderr == all_of_them.stderr
    assert alone.returncode == all_of_them.returncode == 1
    assert alone.stdout.count(b"BP404") == 2 * 60


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_watching_lints_again_when_a_file_or_a_setting_changes(tmp_path: Path):
    (path,) = shops(tmp_path, 1)
    told = tmp_path / "told"
    with told.open("wb") as out:
        process = subprocess.Popen(
            [*BP, "--watch", "--output-format", "concise", "shop-0000.yaml"],
            cwd=tmp_path,
            env=ENVIRONMENT,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until(lambda: told.read_text().count("Watching") == 1)
            assert "BP404" in told.read_text()
            path.write_text(MENDED.format(number=0), encoding="utf-8")
            wait_until(lambda: told.read_text().count("Watching") == 2)
            assert told.read_text().count("BP404") == 1
            (tmp_path / "bp.toml").write_text("[lint]\nselect = [3]\n", encoding="utf-8")
            wait_until(lambda: told.read_text().count("Watching") == 3)
            assert "error: bp.toml:2: lint.select" in told.read_text()
            (tmp_path / "bp.toml").write_text('[lint]\nselect = ["BP602"]\n', encoding="utf-8")
            wait_until(lambda: told.read_text().count("Watching") == 4)
            assert "BP602" in told.read_text()
            path.unlink()
            wait_until(lambda: told.read_text().count("Watching") == 5)
            assert "no such file" in told.read_text()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)
    assert process.returncode == 130
