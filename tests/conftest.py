"""What all tests share: `--accept`, which rewrites expected texts, and a real browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tools.chromium import CHROMIUM, QUIETLY

settings.register_profile("bp", deadline=None)  # a test says what holds, never how fast
settings.load_profile("bp")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite the expected texts of the chosen cases with what came out; read the diff",
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The installed Chromium; one for all tests, since two cannot be driven at once."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="the package playwright is not installed"
    )
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield launched
        launched.close()
