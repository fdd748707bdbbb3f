# Uninstalls the system: a door to ./todo cleanup, which takes the same options.
$ErrorActionPreference = "Stop"
$launcher = Join-Path $PSScriptRoot "../todo"
& python $launcher cleanup @args
exit $LASTEXITCODE
