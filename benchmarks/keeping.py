"""What every benchmark can be asked, and where its figures go."""

import argparse
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def asking(about: str, file: str, runs: int) -> argparse.ArgumentParser:
    """The command line of a benchmark, whose figures are kept in `file` beside it."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--runs", type=int, default=runs, help=f"rounds (default {runs})")
    parser.add_argument("--output", default=str(HERE / file), help="a file, or -")
    return parser


def keep(figures: dict[str, Any], tables: str, output: str) -> None:
    """Print the tables and write the figures; with `-` print the figures and nothing else."""
    text = json.dumps(figures, indent=2) + "\n"
    if output == "-":
        print(text, end="")
    else:
        print(tables, end="")
        Path(output).write_text(text, encoding="utf-8")
