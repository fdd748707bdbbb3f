# Opens the app without an ingress: a door to ./todo port-forward, which takes the same options.
$ErrorActionPreference = "Stop"
$launcher = Join-Path $PSScriptRoot "../todo"
& python $launcher port-forward @args
exit $LASTEXITCODE
