#!/bin/sh
# The database is reachable with the release's own login, and the schema is there. Tries again while a new pod's network
# policies are still being set up.
set -eu
set -- ${DATABASE_URL:+"--dbname=$DATABASE_URL"}
tries=20
until pg_isready "$@"; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ]
  sleep 1
done
psql "$@" --no-psqlrc --tuples-only --no-align --set=ON_ERROR_STOP=1 \
  --command="select 'ok: the schema is at ' || version_num from alembic_version"
