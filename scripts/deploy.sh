#!/bin/sh
# Installs the system on the cluster: a door to ./todo deploy, which takes the same options.
exec "$(dirname "$0")/../todo" deploy "$@"
