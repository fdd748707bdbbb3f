"""Entry point of `python -m todo_ops`."""

import sys

from todo_ops.cli import main

sys.exit(main())
