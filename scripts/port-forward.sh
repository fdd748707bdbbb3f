#!/bin/sh
# Opens the app without an ingress: a door to ./todo port-forward, which takes the same options.
exec "$(dirname "$0")/../todo" port-forward "$@"
