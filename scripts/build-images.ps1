# Builds the container images: a door to ./todo images, which takes the same options.
$ErrorActionPreference = "Stop"
$launcher = Join-Path $PSScriptRoot "../todo"
& python $launcher images @args
exit $LASTEXITCODE
