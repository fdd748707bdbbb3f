"""Cuts symbols and debug information off ELF files, without binutils, which small base images lack.

The loader reads only what the program headers name. In a linked file everything else is there for debuggers: the
section table, `.symtab`, `.strtab`, `.debug_*` (System V ABI, chapter 5). In the backend's wheels that is 25 MB.
"""

import shutil
import struct
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

Range: TypeAlias = tuple[int, int]

ELF64_LITTLE_ENDIAN = b"\x7fELF\x02\x01"
FILE_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
PROGRAM_HEADER = struct.Struct("<IIQQQQQQ")
LINKED = {2, 3}  # ET_EXEC and ET_DYN; object files and static libraries need their sections


def main(folders: list[str]) -> None:
    """Strip every ELF file below the folders and say what it brought."""
    saved = sum(strip(file) for folder in folders for file in regular_files(Path(folder)))
    print(f"Cut {saved / 1e6:.1f} MB of symbols")


def regular_files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, or the file itself; links are left out."""
    candidates = folder.rglob("*") if folder.is_dir() else [folder]
    return (path for path in candidates if path.is_file() and not path.is_symlink())


def strip(file: Path) -> int:
    """Cut one file, its mode and times kept; returns by how many bytes it shrank: 0 when it is no ELF file."""
    with file.open("rb") as source:
        if source.read(len(ELF64_LITTLE_ENDIAN)) != ELF64_LITTLE_ENDIAN:
            return 0
    data = file.read_bytes()
    kept = stripped(data)
    if len(kept) < len(data):
        # Beside and in its place: the program that runs this script can't be opened for writing.
        new = file.with_name(f"{file.name}.stripped")
        new.write_bytes(kept)
        shutil.copystat(file, new)
        new.replace(file)
    return len(data) - len(kept)


def stripped(data: bytes) -> bytes:
    """Return a linked 64-bit ELF file with its segments only; other data unchanged."""
    header = list(FILE_HEADER.unpack_from(data))
    kind, table_offset, entry_size, entries = header[1], header[5], header[9], header[10]
    if kind not in LINKED or not entries or entry_size != PROGRAM_HEADER.size:
        return data
    table = slice(table_offset, table_offset + entry_size * entries)
    segments = [Segment(*fields) for fields in PROGRAM_HEADER.iter_unpack(data[table])]
    used = merged([(0, FILE_HEADER.size), (table.start, table.stop), *(segment.bytes_in_file for segment in segments)])
    cuts = list(gaps(used, segments))
    kept = bytearray(data[: used[-1][1]])
    header[5] = moved(table_offset, cuts)
    header[6] = header[12] = header[13] = 0  # e_shoff, e_shnum, e_shstrndx: there is no section table any more
    FILE_HEADER.pack_into(kept, 0, *header)
    kept[table] = b"".join(
        PROGRAM_HEADER.pack(*segment._replace(offset=moved(segment.offset, cuts))) for segment in segments
    )
    for start, end in reversed(cuts):
        del kept[start:end]
    return bytes(kept)


class Segment(NamedTuple):
    """A program header (Elf64_Phdr), its fields in the file's order."""

    type: int
    flags: int
    offset: int
    virtual_address: int
    physical_address: int
    file_size: int
    memory_size: int
    align: int

    @property
    def bytes_in_file(self) -> Range:
        """Where the segment lies in the file."""
        return self.offset, self.offset + self.file_size


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Return the same bytes as ranges in order that neither overlap nor touch; empty ones are left out."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > start:
            result.append((start, end))
    return result


def gaps(used: list[Range], segments: list[Segment]) -> Iterator[Range]:
    """Yield what can go between the used ranges: patchelf puts segments behind the symbols.

    A loader maps pages, so offset and address of a segment must stay equal modulo its alignment: each cut is a multiple
    of the largest alignment behind it.
    """
    for (_, end), (start, _) in pairwise(used):
        align = max([1, *(segment.align for segment in segments if segment.offset >= start)])
        cut = (start - end) // align * align
        if cut:
            yield start - cut, start


def moved(offset: int, cuts: list[Range]) -> int:
    """Return where the byte at an offset is after the cuts."""
    return offset - sum(end - start for start, end in cuts if end <= offset)


if __name__ == "__main__":
    main(sys.argv[1:])
