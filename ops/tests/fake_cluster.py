"""Stands in for kubectl, helm, minikube and kind: writes down how it was called and answers by rules.

Linked under each of their names. FAKE_CLUSTER names a folder: `calls` gets a line of JSON for each call, `rules` holds
`[[pattern, output, exit code], ...]`, of which the last that matches the command line counts; without one it is silent.
"""

import json
import os
import re
import sys
from pathlib import Path


def main() -> int:
    folder = Path(os.environ["FAKE_CLUSTER"])
    command = [Path(sys.argv[0]).name, *sys.argv[1:]]
    given = sys.stdin.read() if "--filename=-" in command or "--config=-" in command or "--stdin" in command else ""
    with (folder / "calls").open("a") as calls:
        calls.write(json.dumps([*command, *([given] if given else [])]) + "\n")
    for pattern, output, code in reversed(json.loads((folder / "rules").read_text())):
        if re.search(pattern, " ".join(command)):
            print(output, file=sys.stderr if code else sys.stdout)
            return int(code)
    return 0


if __name__ == "__main__":
    sys.exit(main())
