# The API is ready, and turns away whoever isn't signed in with a problem document. Tries again while the network
# policies of this new pod are still being set up.
import json
import os
import time
import urllib.error
import urllib.request

TRIES = 20


def get(path: str) -> tuple[int, str, dict[str, str]]:
    for tries_left in reversed(range(TRIES)):
        try:
            with urllib.request.urlopen(os.environ["BACKEND"] + path, timeout=10) as answer:
                return answer.status, answer.headers["Content-Type"], json.load(answer)
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers["Content-Type"], json.load(answer)
        except OSError:
            if not tries_left:
                raise
            time.sleep(1)
    raise AssertionError("unreachable")


status, _, report = get("/health/ready")
assert (status, report["database"]) == (200, "ok"), (status, report)
print("ok: the API is ready")

status, content_type, problem = get("/api/tasks")
assert (status, content_type) == (401, "application/problem+json"), (status, content_type, problem)
assert problem["type"].startswith("urn:todo:problem:"), problem
print("ok: without a session the API answers 401")
