"""From a folder of YAML files to a `Knowledge`, or to a list of all that is wrong with it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.knowledge.base import Knowledge
from bot.knowledge.explain import explain
from bot.knowledge.records import RECORD_TYPES, Record, Where
from bot.knowledge.rules import broken_rules
from bot.knowledge.yamlfile import EntryPath, Problem, YamlFile, read_yaml

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class KnowledgeError(Exception):
    """The knowledge folder has problems; all of them are in `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep every problem, in the order of files and lines."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def shipped_knowledge() -> Path:
    """The knowledge that travels with Flown: in the wheel, or beside `bot/` in a checkout."""
    packaged = Path(str(resources.files("bot") / "_data"))
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "knowledge"


def load_knowledge(folder: Path) -> Knowledge:
    """Read and check every YAML file below `folder`.

    Raises:
        KnowledgeError: with every problem of every file at once.
    """
    reading = _Reading()
    for file in _read_files(folder):
        reading.add(file)
    knowledge = Knowledge(
        reading.records.values(),
        _revision(folder),
        lines=reading.lines,
        unreadable=reading.unreadable,
    )
    problems = [*reading.problems, *broken_rules(knowledge, whole=not reading.problems)]
    if problems:
        raise KnowledgeError(sorted(problems, key=lambda p: (p.file, p.line)))
    return knowledge


def knowledge_files(folder: Path) -> list[Path]:
    """Every YAML file of a knowledge folder, in a stable order."""
    return sorted(path for path in folder.rglob("*.yaml") if path.is_file())


def _read_files(folder: Path) -> list[YamlFile]:
    paths = knowledge_files(folder) if folder.is_dir() else []
    if not paths:
        problem = Problem(str(folder), 1, "no knowledge here: expected a folder with YAML files")
        raise KnowledgeError([problem])
    files = [read_yaml(path, path.relative_to(folder.parent).as_posix()) for path in paths]
    return [*files, *_misnamed(folder)]


def _misnamed(folder: Path) -> list[YamlFile]:
    """Files that would silently stay out: their names end in .yml."""
    found = []
    for path in sorted(folder.rglob("*.yml")):
        file = YamlFile(path.relative_to(folder.parent).as_posix())
        file.report(1, "is not read: let its name end in .yaml")
        found.append(file)
    return found


def _revision(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in knowledge_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _record_type(file: YamlFile) -> type[Record] | None:
    """The kind that the file's own name or its folder stands for."""
    path = Path(file.name)
    return RECORD_TYPES.get(path.stem) or RECORD_TYPES.get(path.parent.name)


@dataclass
class _Reading:
    """What the files gave so far: records by id, lines by file, and what was wrong."""

    records: dict[str, Record] = field(default_factory=dict)
    lines: dict[str, dict[EntryPath, int]] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def add(self, file: YamlFile) -> None:
        """Add the records of one file, and what is wrong with them."""
        self.lines[file.name] = file.lines
        record_type = _record_type(file)
        if record_type is None:
            kinds = ", ".join(RECORD_TYPES)
            file.report(1, f"the name of the file or its folder must be one of: {kinds}")
        elif isinstance(file.data, dict):
            for record_id, raw in file.data.items():
                self._add_record(record_type, record_id, raw, file)
        elif file.data is not None:
            file.report(1, "expected a mapping from ids to records")
        self.problems += file.problems

    def _add_record(
        self, record_type: type[Record], record_id: str, raw: Any, file: YamlFile
    ) -> None:
        refused = self._refused(record_id, raw)
        if refused:
            entry, text = refused
            file.report(file.line_of((record_id, entry)), text)
            self.unreadable.add(record_id)
            return
        at = Where(file=file.name, line=file.line_of((record_id,)))
        try:
            record = record_type.model_validate({**raw, "id": record_id, "at": at})
        except ValidationError as error:
            self.unreadable.add(record_id)
            for detail in error.errors():
                line = file.line_of((record_id, *detail["loc"]))
                file.report(line, explain(record_type, detail))
        else:
            self.records[record_id] = record

    def _refused(self, record_id: str, raw: Any) -> tuple[str, str] | None:
        """Why an entry can't even be looked at as a record: where in it, and what is wrong."""
        if not ID_PATTERN.fullmatch(record_id):
            return "", f"'{record_id}' is no id: use lower-case letters, digits and single hyphens"
        if record_id in self.records:
            taken = self.records[record_id].at
            return "", f"the id '{record_id}' is taken by {taken}: choose another"
        if not isinstance(raw, dict):
            return "", f"'{record_id}' should be a mapping of fields"
        for word in ("id", "at"):
            if word in raw:
                return word, f"'{word}' is not written in a record: the key above it is the id"
        return None
