"""Cutting symbols off ELF files: what goes, what stays, and that the result still runs."""

import importlib.util
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from todo_ops import node, paths


def load(name: str) -> ModuleType:
    """Load a script that only image builds use."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, paths.ROOT / "docker" / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


strip_symbols = load("strip_symbols.py")
compile_imported = load("backend/compile_imported.py")

ALIGN = 0x1000
HEADER_SIZE, ENTRY_SIZE = 64, 56


def elf(segments: list[tuple[int, bytes]], size: int, kind: int = 3) -> bytes:
    """Make a file with loadable segments at offsets; what lies between and behind is filled with `s` for symbols."""
    data = bytearray(b"s" * size)
    ident = b"\x7fELF\x02\x01\x01".ljust(16, b"\0")
    header = struct.pack(
        "<16sHHIQQQIHHHHHH", ident, kind, 62, 1, 0, HEADER_SIZE, 7777, 0, 64, ENTRY_SIZE, len(segments), 64, 9, 8
    )
    data[: len(header)] = header
    for index, (offset, content) in enumerate(segments):
        entry = struct.pack("<IIQQQQQQ", 1, 5, offset, offset, offset, len(content), len(content), ALIGN)
        at = HEADER_SIZE + index * ENTRY_SIZE
        data[at : at + ENTRY_SIZE] = entry
        data[offset : offset + len(content)] = content
    return bytes(data[:size])


def segment(data: bytes, index: int) -> tuple[int, bytes]:
    """Return a segment's offset and its bytes."""
    fields = struct.unpack_from("<IIQQQQQQ", data, HEADER_SIZE + index * ENTRY_SIZE)
    return fields[2], data[fields[2] : fields[2] + fields[5]]


class TestStripped:
    def test_what_lies_behind_the_last_segment_goes(self) -> None:
        kept = strip_symbols.stripped(elf([(ALIGN, b"code")], 5 * ALIGN))
        assert len(kept) == ALIGN + 4
        assert segment(kept, 0) == (ALIGN, b"code")

    def test_what_lies_between_segments_goes_in_whole_pages(self) -> None:
        kept = strip_symbols.stripped(elf([(ALIGN, b"code"), (5 * ALIGN, b"data")], 9 * ALIGN))
        assert segment(kept, 0) == (ALIGN, b"code")
        offset, content = segment(kept, 1)
        assert content == b"data"
        assert offset == 2 * ALIGN
        assert offset % ALIGN == 5 * ALIGN % ALIGN, "a loader wants offset and address equal modulo the alignment"

    def test_the_section_table_is_forgotten(self) -> None:
        header = struct.unpack_from("<16sHHIQQQIHHHHHH", strip_symbols.stripped(elf([(ALIGN, b"x")], 3 * ALIGN)))
        assert (header[6], header[12], header[13]) == (0, 0, 0)
        assert header[5] == HEADER_SIZE

    def test_twice_is_the_same_as_once(self) -> None:
        once = strip_symbols.stripped(elf([(ALIGN, b"code"), (5 * ALIGN, b"data")], 9 * ALIGN))
        assert strip_symbols.stripped(once) == once

    def test_object_files_stay_as_they_are(self) -> None:
        relocatable = elf([(ALIGN, b"code")], 3 * ALIGN, kind=1)
        assert strip_symbols.stripped(relocatable) == relocatable

    def test_ranges_are_merged(self) -> None:
        assert strip_symbols.merged([(5, 9), (0, 3), (2, 4), (9, 9), (4, 5)]) == [(0, 9)]
        assert strip_symbols.merged([(0, 1), (3, 4), (3, 3)]) == [(0, 1), (3, 4)]


class TestFiles:
    def test_other_files_are_left_alone(self, tmp_path: Path) -> None:
        for content in (b"", b"\x7fEL", b"#!/bin/sh\n", b"\x7fELF\x01\x01 32 bit"):
            (tmp_path / "file").write_bytes(content)
            assert strip_symbols.strip(tmp_path / "file") == 0
            assert (tmp_path / "file").read_bytes() == content

    def test_mode_and_times_are_kept(self, tmp_path: Path) -> None:
        file = tmp_path / "program"
        file.write_bytes(elf([(ALIGN, b"code")], 5 * ALIGN))
        file.chmod(0o755)
        os.utime(file, (1000, 2000))
        assert strip_symbols.strip(file) == 5 * ALIGN - ALIGN - 4
        assert (file.stat().st_mode & 0o777, file.stat().st_mtime) == (0o755, 2000)
        assert list(tmp_path.iterdir()) == [file]

    def test_links_are_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"x")
        (tmp_path / "link").symlink_to("file")
        assert list(strip_symbols.regular_files(tmp_path)) == [tmp_path / "file"]

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no ELF files")
    def test_a_real_program_still_runs(self, tmp_path: Path) -> None:
        program = tmp_path / "node"
        shutil.copy2(node.program(), program)
        assert strip_symbols.strip(program) > 10_000_000
        done = subprocess.run(
            [program, "-p", "new Intl.NumberFormat('de').format(1234.5)"], capture_output=True, text=True
        )
        assert done.stdout == "1.234,5\n"


class TestCompiling:
    def test_loaded_modules_are_compiled_for_good(self, tmp_path: Path) -> None:
        source = tmp_path / "some_module.py"
        source.write_text("VALUE = 1\n")
        compile_imported.compile_all([source])
        [compiled] = (tmp_path / "__pycache__").iterdir()
        flags = struct.unpack_from("<I", compiled.read_bytes(), 4)[0]
        assert flags == 1, "PEP 552: by hash, not checked"

    def test_every_entry_point_exists(self) -> None:
        missing = [name for name in compile_imported.ENTRY_POINTS if importlib.util.find_spec(name) is None]
        assert missing == []

    def test_only_sources_count_as_loaded(self) -> None:
        found = list(compile_imported.loaded_sources())
        assert Path(paths.__file__) in found
        assert all(file.suffix == ".py" for file in found)
