"""A repository for each test, in a home of its own."""

import shutil

import pytest

from tests.git.clones import HOTEL, Clone


@pytest.fixture
def clone(tmp_path):
    """A repository without a commit."""
    return Clone(tmp_path / "work", tmp_path / "home")


@pytest.fixture
def hotel(clone):
    """A repository with one commit, in which the hotel is."""
    clone.commit(hotel=HOTEL)
    return clone


@pytest.fixture(autouse=True)
def _needs_git():
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
