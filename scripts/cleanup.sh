#!/bin/sh
# Uninstalls the system: a door to ./todo cleanup, which takes the same options.
exec "$(dirname "$0")/../todo" cleanup "$@"
