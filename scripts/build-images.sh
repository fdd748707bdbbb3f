#!/bin/sh
# Builds the container images: a door to ./todo images, which takes the same options.
exec "$(dirname "$0")/../todo" images "$@"
