"""What the logs of failing containers say about the database and its volume."""

import re
from collections.abc import Iterator

from todo_ops.ai.facts import Facts
from todo_ops.ai.findings import Finding, finding

_SAID = (
    (
        r"password authentication failed|InvalidPassword|InvalidAuthorizationSpecification|no pg_hba\.conf entry",
        "database-password",
        "The database refuses the password that the backend has.",
    ),
    (
        r"database \"[^\"]*\" does not exist|InvalidCatalogName",
        "database-name",
        "The database server has no database of that name.",
    ),
    (
        (
            r"could not translate host name|Name or service not known|Temporary failure in name resolution"
            r"|Name does not resolve|nodename nor servname"
        ),
        "database-host",
        "The name of the database's host is not known in the cluster.",
    ),
    (r"No space left on device", "disk-full", "A volume is full."),
)
_PATTERNS = [(re.compile(pattern, re.IGNORECASE), cause, title) for pattern, cause, title in _SAID]


def database_errors(facts: Facts) -> Iterator[Finding]:
    """The last line of each kind that a failing container's log holds."""
    for (pod, container), log in facts.logs.items():
        for pattern, cause, title in _PATTERNS:
            lines = [line for line in log.splitlines() if pattern.search(line)]
            if lines:
                yield finding(cause, "database", title, f"{pod}/{container}: {lines[-1]}")
                break
