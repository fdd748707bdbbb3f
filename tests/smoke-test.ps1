# Tries everything once from outside: a door to ./todo smoke, which takes the same options.
$ErrorActionPreference = "Stop"
$launcher = Join-Path $PSScriptRoot "../todo"
& python $launcher smoke @args
exit $LASTEXITCODE
