"""`./todo images`: builds the two images, with a list of what is in them (SBOM) beside, and hands them on."""

import shutil
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from todo_ops import commands, docker, paths, sbom
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console, Step
from todo_ops.errors import OpsError

MEGABYTE = 1_000_000  # as `docker images` counts
LOADERS = ("minikube", "kind")
BUILDX_MISSING = "buildx component is missing"
NO_BUILDKIT = (
    "This Docker client can't build with BuildKit. Install its buildx plugin, or name another client in DOCKER "
    "(Debian's own is /usr/bin/docker)."
)
FOREIGN = "exec format error"
NO_EMULATION = (
    "This engine can't run programs of {platform}. Let it emulate them (docker run --privileged --rm tonistiigi/binfmt "
    "--install all), or build on such a machine."
)


@dataclass(frozen=True)
class Image:
    """One of the product's images. `limit` is the size in bytes that it must stay below."""

    name: str
    part: str
    components: Callable[[], list[sbom.Component]]
    limit: int

    @property
    def dockerfile(self) -> Path:
        """The file that it is built from."""
        return paths.ROOT / "docker" / self.part / "Dockerfile"

    def reference(self, tag: str, registry: str = "") -> str:
        """Return its full name."""
        return f"{registry.rstrip('/')}/{self.name}:{tag}" if registry else f"{self.name}:{tag}"


IMAGES = [
    Image("todo-backend", "backend", sbom.python_components, 150 * MEGABYTE),
    Image("todo-frontend", "frontend", sbom.node_components, 200 * MEGABYTE),
]


@dataclass(frozen=True)
class Options:
    """What a person chose on the command line."""

    tag: str = ""
    platform: str = ""
    push: str = ""
    load: str = ""


@dataclass(frozen=True)
class Built:
    """A finished image."""

    reference: str
    size: int
    seconds: float


def run(options: Options, console: Console) -> int:
    """Build both images, write their SBOMs, push or load them, and show sizes and durations."""
    tag = checked_tag(options.tag or f"v{version()}")
    docker.require_engine()
    if options.load:
        _require_loader(options.load)  # before minutes of building
    built = build_all(console, tag, options.platform)
    for image in IMAGES:
        _write_sbom(image, tag, console)
    for image in IMAGES:
        _hand_on(image, tag, options, console)
    show(built, console)
    return 0


def version() -> str:
    """Return the product's version."""
    project = tomllib.loads((paths.BACKEND / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def checked_tag(tag: str) -> str:
    """Return the tag; `latest` is refused, because nobody can tell what it is or go back to what it was."""
    if tag == "latest":
        raise OpsError("Give the images a tag that says what they are: `latest` can't be rolled back to.")
    return tag


def build_all(console: Console, tag: str, platform: str = "") -> list[Built]:
    """Build both images; what did not change comes from the engine's cache."""
    return [build(image, tag, console, platform) for image in IMAGES]


def build(image: Image, tag: str, console: Console, platform: str = "") -> Built:
    """Build one image."""
    reference, started = image.reference(tag), time.monotonic()
    try:
        with console.step(f"Building {reference}") as step:
            arguments = build_arguments(image, reference, platform)
            docker.run(step.title, *arguments, log=f"image-{image.part}", on_line=_progress(step))
    except CommandFailedError as error:
        if BUILDX_MISSING in error.output:
            raise OpsError(NO_BUILDKIT) from error
        if FOREIGN in error.output:
            raise OpsError(NO_EMULATION.format(platform=platform or "the base image")) from error
        raise
    return Built(reference, docker.inspect(reference)["Size"], time.monotonic() - started)


def build_arguments(image: Image, reference: str, platform: str = "") -> list[str]:
    """Return the arguments of `docker build`. Version and commit become labels, the date the files' times."""
    settings = {"VERSION": version(), "REVISION": _git("rev-parse", "HEAD"), "SOURCE_DATE_EPOCH": _changed(image)}
    chosen = [word for name, value in settings.items() if value for word in ("--build-arg", f"{name}={value}")]
    where = ["--platform", platform] if platform else []
    dockerfile = image.dockerfile.relative_to(paths.ROOT).as_posix()
    return ["build", "--file", dockerfile, "--tag", reference, *where, *chosen, "."]


def _changed(image: Image) -> str:
    """Return when the sources changed last: the same for commits elsewhere, which then build from the cache."""
    return _git("log", "-1", "--format=%ct", "--", image.part, "docker")


def _git(*arguments: str) -> str:
    """Return what git says; nothing where there is no repository, such as in an unpacked archive."""
    try:
        return commands.run("git", ["git", *arguments], log="git").strip()
    except (CommandFailedError, FileNotFoundError):
        return ""


def _progress(step: Step) -> commands.OnLine:
    return lambda line: setattr(step, "detail", line)


def sbom_file(image: Image, tag: str) -> Path:
    """Return where an image's SBOM is kept."""
    return paths.home() / "sbom" / f"{image.name}-{tag}.cdx.json"


def _write_sbom(image: Image, tag: str, console: Console) -> None:
    file = sbom_file(image, tag)
    found = image.components()
    sbom.write(file, sbom.document(image.name, tag, found))
    console.print(f"  {file}: {len(found)} packages")


def _hand_on(image: Image, tag: str, options: Options, console: Console) -> None:
    if options.push:
        remote = image.reference(tag, options.push)
        with console.step(f"Pushing {remote}") as step:
            docker.run("docker tag", "tag", image.reference(tag), remote, log="image-tag")
            docker.run(step.title, "push", remote, log=f"push-{image.part}", on_line=_progress(step))
    if options.load:
        with console.step(f"Loading {image.reference(tag)} into {options.load}") as step:
            commands.run(step.title, load_command(options.load, image.reference(tag)), log=f"load-{image.part}")


def _require_loader(cluster: str) -> None:
    if shutil.which(cluster) is None:
        raise OpsError(f"There is no {cluster} here. Install it, or push the images to a registry with --push.")


def load_command(cluster: str, reference: str) -> Sequence[str]:
    """Return the command that hands an image to a local cluster."""
    return (
        ["minikube", "image", "load", reference]
        if cluster == "minikube"
        else ["kind", "load", "docker-image", reference]
    )


def show(built: Sequence[Built], console: Console) -> None:
    """Print a table of what was built."""
    for image in built:
        console.print(f"  {image.reference:28} {image.size / MEGABYTE:7.1f} MB {image.seconds:7.1f} s")
