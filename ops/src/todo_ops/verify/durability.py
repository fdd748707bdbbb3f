"""Rows on data: every write that was acknowledged is there after pods were lost under load."""

from dataclasses import dataclass, field

from todo_ops.verify import app, load
from todo_ops.verify.app import Account
from todo_ops.verify.client import Connection
from todo_ops.verify.context import TIMEOUT_SECONDS, Context, Measurement, wait_until

WRITERS = 4
ENOUGH = 20  # acknowledged writes before pods go, and after they are back


@dataclass
class Writers:
    """Accounts that write without end; `acknowledged` holds the id of each task that the app said it has."""

    context: Context
    account: Account
    acknowledged: set[str] = field(default_factory=set)
    writing: load.Load = field(init=False)

    def __post_init__(self) -> None:
        self.writing = load.Load(self.context.address, self._write, WRITERS, pause=0.02)

    async def _write(self, connection: Connection, count: int) -> int:
        self.acknowledged.add(await app.create_task(connection, self.account.token, f"Task {count}"))
        return 201

    def wait_for_more(self) -> None:
        """Wait until further writes were acknowledged."""
        enough = len(self.acknowledged) + ENOUGH
        wait_until(lambda: len(self.acknowledged) >= enough, TIMEOUT_SECONDS, "writes are acknowledged again")


def database_pod(context: Context) -> Measurement:
    """The database's pod is deleted."""
    return _losing(context, context.release.component("postgres"))


def every_pod(context: Context) -> Measurement:
    """Every pod of the release is deleted at once."""
    return _losing(context, context.release.selector)


def _losing(context: Context, selector: str) -> Measurement:
    context.ensure_installed()
    writers = Writers(context, app.call(context.address, app.sign_up))
    with load.running(writers.writing):
        writers.wait_for_more()
        context.release.change("Deleting pods", "delete", "pods", "--selector", selector, "--wait=true")
        seconds = context.wait_for_pods()
        writers.wait_for_more()
    there = app.call(context.address, lambda connection: app.tasks(connection, writers.account.token))
    missing = writers.acknowledged - {task["id"] for task in there}
    value = f"{len(missing)} of {len(writers.acknowledged)} acknowledged writes are missing"
    refused = (
        f"{writers.writing.result.failed} were refused meanwhile, ready again {seconds:.0f} s after the last was gone"
    )
    return Measurement(f"{value}; {refused}", not missing)
