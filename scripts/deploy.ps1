# Installs the system on the cluster: a door to ./todo deploy, which takes the same options.
$ErrorActionPreference = "Stop"
$launcher = Join-Path $PSScriptRoot "../todo"
& python $launcher deploy @args
exit $LASTEXITCODE
