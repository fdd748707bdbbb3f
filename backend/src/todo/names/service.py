"""What a person's words may mean: the names of their projects, sections and labels."""

from dataclasses import dataclass
from typing import Self
from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row
from todo.language import ProjectName, SectionName
from todo.names import repository


@dataclass(frozen=True, slots=True)
class Names:
    """As the language reader takes them; `labels` are ids by name."""

    projects: tuple[ProjectName, ...]
    sections: tuple[SectionName, ...]
    labels: dict[str, UUID]

    @classmethod
    def of(cls, rows: list[Row]) -> Self:
        kinds: dict[str, list[Row]] = {"project": [], "section": [], "label": []}
        for row in rows:
            kinds[row["kind"]].append(row)
        return cls(
            projects=tuple(ProjectName(str(row["id"]), row["name"]) for row in kinds["project"]),
            sections=tuple(SectionName(str(r["id"]), r["name"], str(r["project_id"])) for r in kinds["section"]),
            labels={row["name"]: row["id"] for row in kinds["label"]},
        )

    def sections_from(self, project_id: UUID | None) -> list[SectionName]:
        """All sections, those of a project in hand first: of two with one name that is the one meant."""
        return sorted(self.sections, key=lambda section: section.project_id != str(project_id))


async def known(database: Executor, actor: Actor) -> Names:
    """The names that the person may use where they write."""
    return Names.of(await repository.list_names(database, actor))
