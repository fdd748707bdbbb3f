# Prepares a local cluster: a door to ./todo cluster, which takes the same options.
$ErrorActionPreference = "Stop"
$launcher = Join-Path $PSScriptRoot "../todo"
& python $launcher cluster @args
exit $LASTEXITCODE
