#!/bin/sh
# Dumps the database into the folder $1 and keeps the newest $2 dumps there. Needs libpq's variables, or DATABASE_URL.
set -eu
folder=$1 keep=$2
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

file=$folder/todo-$(date -u +%Y%m%dT%H%M%SZ).dump
# Named .dump only when it is whole: whoever restores never meets half a dump.
trap 'rm -f "$file.partial"' EXIT
pg_dump "$@" --format=custom --no-owner --no-privileges --file="$file.partial"
mv "$file.partial" "$file"
echo "Wrote $file"

# The names sort by time, and a pattern gives them sorted.
set -- "$folder"/todo-*.dump
while [ "$#" -gt "$keep" ]; do
  rm "$1"
  echo "Removed $1"
  shift
done
