"""Black-box tests of a running system. `./todo test system` starts one and says where it is."""

import os

import pytest
from todo_ops.live_system import System


@pytest.fixture(scope="session")
def system() -> System:
    """The system under test; without one there is nothing to test."""
    if "BASE_URL" not in os.environ:
        pytest.skip("no running system: start these tests with ./todo test system")
    return System(os.environ["BASE_URL"], os.environ["API_URL"])


@pytest.fixture
def token(system: System) -> str:
    """The token of a new account."""
    return system.sign_up()
