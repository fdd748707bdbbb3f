"""Checks of what is around the code: Dockerfiles, shell scripts, PowerShell scripts, and their settings."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from todo_ops import commands, paths

SHELL_LINES = ("#!/bin/sh", "#!/bin/bash", "#!/usr/bin/env bash", "#!/usr/bin/env sh")
LEFT_OUT = {".git", ".todo", "node_modules", ".next"}


def dockerfiles() -> Iterator[str]:
    """Yield what hadolint finds in the Dockerfiles."""
    files = [file for file in _files() if file.name == "Dockerfile"]
    yield from _tool("hadolint", "--no-color", *map(str, files))


def shell_scripts() -> Iterator[str]:
    """Yield what shellcheck finds in the shell scripts."""
    scripts = [file for file in _files() if is_shell_script(file)]
    yield from _tool("shellcheck", "--color=never", *map(str, scripts))


def is_shell_script(file: Path) -> bool:
    """Tell whether a file is one: by its name, or by its first line when it has no ending."""
    if file.suffix:
        return file.suffix == ".sh"
    with file.open("rb") as source:
        first = source.readline(80).decode("utf-8", "replace").strip()
    return first in SHELL_LINES


def powershell_scripts() -> Iterator[str]:
    """Yield the places at which a PowerShell script can't be parsed."""
    for file in _files():
        if file.suffix == ".ps1":
            yield from (f"{file}:{line}: syntax error" for line in powershell_errors(file.read_bytes()))


def powershell_errors(source: bytes) -> list[int]:
    """Return the lines at which a PowerShell script can't be parsed."""
    # Imported here: only development environments have the grammar.
    import tree_sitter
    import tree_sitter_powershell

    language = tree_sitter.Language(tree_sitter_powershell.language())
    waiting, lines = [tree_sitter.Parser(language).parse(source).root_node], set()
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            lines.add(node.start_point.row + 1)
        waiting.extend(child for child in node.children if child.has_error)
    return sorted(lines)


def settings() -> Iterator[str]:
    """Yield what Trivy finds in Dockerfiles and manifests; nothing where it isn't installed."""
    if trivy := shutil.which("trivy"):
        options = ["--quiet", "--exit-code", "1", "--skip-dirs", "**/node_modules", "--skip-dirs", ".todo"]
        yield from commands.output_of_failure(
            lambda: commands.run("trivy", [trivy, "config", *options, str(paths.ROOT)], log="lint-trivy")
        )


def _tool(name: str, *arguments: str) -> Iterator[str]:
    command = [str(paths.venv_program(name)), *arguments]
    yield from commands.output_of_failure(lambda: commands.run(name, command, log=f"lint-{name}"))


def _files() -> Iterator[Path]:
    """Yield the files of the checkout that people write."""
    waiting = [paths.ROOT]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if path.is_dir() and not path.is_symlink() and path.name not in LEFT_OUT:
                waiting.append(path)
            elif path.is_file():
                yield path
