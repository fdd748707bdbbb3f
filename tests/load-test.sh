#!/bin/sh
# Puts the system under load: a door to ./todo load, which takes the same options.
exec "$(dirname "$0")/../todo" load "$@"
