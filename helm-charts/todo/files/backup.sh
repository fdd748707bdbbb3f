#!/bin/sh
# Dumps the database into /backups and removes the oldest dumps but $1. Needs libpq's variables, or DATABASE_URL.
set -eu
keep=$1
set -- ${DATABASE_URL:+"--dbname=$DATABASE_URL"}

tries=60
until pg_isready --quiet "$@"; do
  tries=$((tries - 1))
  if [ "$tries" -eq 0 ]; then
    echo "The database does not answer." >&2
    exit 1
  fi
  sleep 2
done

file=/backups/todo-$(date -u +%Y%m%dT%H%M%SZ).dump
# Named .dump only when it is whole: whoever restores never meets half a dump.
trap 'rm -f "$file.partial"' EXIT
pg_dump "$@" --format=custom --no-owner --no-privileges --file="$file.partial"
mv "$file.partial" "$file"
echo "Wrote $file"

# Names sort by time; a glob gives them sorted.
set -- /backups/todo-*.dump
while [ "$#" -gt "$keep" ]; do
  rm "$1"
  echo "Removed $1"
  shift
done
