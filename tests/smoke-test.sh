#!/bin/sh
# Tries everything once from outside: a door to ./todo smoke, which takes the same options.
exec "$(dirname "$0")/../todo" smoke "$@"
