# Puts the system under load: a door to ./todo load, which takes the same options.
$ErrorActionPreference = "Stop"
$launcher = Join-Path $PSScriptRoot "../todo"
& python $launcher load @args
exit $LASTEXITCODE
