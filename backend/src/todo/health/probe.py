"""`python -m todo.health.probe`: whether the server in this container is ready, for container engines.

Base images without curl have no other way to ask. It loads nothing but the standard library's client: 50 ms.
"""

import http.client
import os
import sys

SECONDS = 2.5


def main() -> int:
    """Ask the server on this machine; 0 when it is ready, 1 when it is not or does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT") or 8000), timeout=SECONDS)
    try:
        connection.request("GET", "/health/ready")
        return 0 if connection.getresponse().status == 200 else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
