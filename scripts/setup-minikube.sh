#!/bin/sh
# Prepares a local cluster: a door to ./todo cluster, which takes the same options.
exec "$(dirname "$0")/../todo" cluster "$@"
