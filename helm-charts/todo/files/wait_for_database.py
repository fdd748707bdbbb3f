# Waits until something accepts connections at the database's address: failing instead would make Kubernetes wait longer
# and longer between tries. Only the standard library, which starts in no time.
import os
import socket
import sys
import time
from urllib.parse import urlsplit

SECONDS = 300

url = urlsplit(os.environ.get("DATABASE_URL", ""))
host = url.hostname or os.environ.get("DATABASE_HOST", "")
port = url.port or int(os.environ.get("DATABASE_PORT", "5432"))
print(f"Waiting for the database at {host}:{port}", flush=True)
end = time.monotonic() + SECONDS
while True:
    try:
        socket.create_connection((host, port), timeout=3).close()
        break
    except OSError as error:
        if time.monotonic() > end:
            sys.exit(f"No database accepts connections at {host}:{port}: {error}")
        time.sleep(0.5)
