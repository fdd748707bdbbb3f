"""Tests on the current cluster. They install copies of the system, so TODO_TEST_CLUSTER=1 must allow it.

The images must be on the cluster's nodes already, as for `./todo deploy`.
"""

import os

import pytest
from todo_ops.suites import CLUSTER_VARIABLE, UNTIL_VARIABLE, seconds_left


@pytest.fixture(scope="session", autouse=True)
def allowed() -> None:
    """Skip unless the tests may use the cluster."""
    if os.environ.get(CLUSTER_VARIABLE) != "1":
        pytest.skip(f"{CLUSTER_VARIABLE}=1 lets these tests install copies on the current cluster")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Leave out what would begin too late, before it installs anything."""
    if not seconds_left():
        pytest.skip(f"{UNTIL_VARIABLE}: no test begins any more")
