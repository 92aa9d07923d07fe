"""What all tests share: `--accept`, which rewrites expected texts with what came out."""

import pytest
from hypothesis import settings

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
