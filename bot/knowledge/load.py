"""From a folder of YAML files to a `Knowledge`, or to a list of everything that is wrong with it."""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.knowledge.base import Knowledge
from bot.knowledge.records import RECORD_TYPES, Record, Where
from bot.knowledge.yamlfile import Problem, YamlFile, read_yaml

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class KnowledgeError(Exception):
    """The knowledge folder has problems; all of them are in `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep every problem, in the order of files and lines."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def shipped_knowledge() -> Path:
    """The knowledge that travels with Flown: in the wheel, or in the checkout of an editable install."""
    packaged = Path(str(resources.files("bot") / "_data"))
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "knowledge"


def load_knowledge(folder: Path) -> Knowledge:
    """Read and check every YAML file below `folder`.

    Raises:
        KnowledgeError: with every problem of every file at once.
    """
    from bot.knowledge.rules import broken_rules  # rules read records, records know no rules

    files = _read_files(folder)
    problems = [problem for file in files for problem in file.problems]
    records: dict[str, Record] = {}
    for file in files:
        _read_records(file, records, problems)
    knowledge = Knowledge(records.values(), _revision(folder))
    if not problems:
        problems = broken_rules(knowledge)
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
    return [read_yaml(path, path.relative_to(folder.parent).as_posix()) for path in paths]


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


def _read_records(file: YamlFile, records: dict[str, Record], problems: list[Problem]) -> None:
    """Add the records of one file to `records`, and what is wrong with them to `problems`."""
    record_type = _record_type(file)
    if record_type is None:
        kinds = ", ".join(RECORD_TYPES)
        text = f"the name of the file or its folder must be one of: {kinds}"
        problems.append(Problem(file.name, 1, text))
        return
    if file.data is None:
        return
    if not isinstance(file.data, dict):
        problems.append(Problem(file.name, 1, "expected a mapping from ids to records"))
        return
    for record_id, raw in file.data.items():
        line = file.line_of((record_id,))
        if not _ID.fullmatch(record_id):
            text = f"'{record_id}' is no id: use lower-case letters, digits and single hyphens"
            problems.append(Problem(file.name, line, text))
        elif record_id in records:
            text = f"the id '{record_id}' is taken by {records[record_id].at}: choose another"
            problems.append(Problem(file.name, line, text))
        else:
            record = _validate(record_type, record_id, raw, file, problems)
            if record is not None:
                records[record_id] = record


def _validate(
    record_type: type[Record], record_id: str, raw: Any, file: YamlFile, problems: list[Problem]
) -> Record | None:
    line = file.line_of((record_id,))
    if not isinstance(raw, dict):
        problems.append(Problem(file.name, line, f"'{record_id}' should be a mapping of fields"))
        return None
    reserved = sorted({"id", "at"} & raw.keys())
    if reserved:
        text = f"'{reserved[0]}' is not written in a record: the key above it is the id"
        problems.append(Problem(file.name, line, text))
        return None
    try:
        return record_type.model_validate(
            {**raw, "id": record_id, "at": Where(file=file.name, line=line)}
        )
    except ValidationError as error:
        for detail in error.errors():
            path = tuple(detail["loc"])
            where = file.line_of((record_id, *path))
            problems.append(Problem(file.name, where, _explain(record_type, path, dict(detail))))
        return None


def _explain(record_type: type[Record], path: tuple[str | int, ...], detail: dict[str, Any]) -> str:
    """One sentence for a contributor: which field, what is wrong, what was probably meant."""
    from bot.knowledge.hints import closest  # kept apart: spelling help needs rapidfuzz

    field = ".".join(str(step) for step in path if isinstance(step, str)) or "record"
    if detail["type"] == "extra_forbidden":
        known = [info.alias or name for name, info in record_type.model_fields.items()]
        hint = closest(str(path[-1]), known) if len(path) == 1 else None
        meant = f": did you mean '{hint}'?" if hint else ""
        return f"'{path[-1]}' is not a field of a {record_type.kind_name}{meant}"
    if detail["type"] == "missing":
        return f"'{field}' is missing"
    return f"{field}: {detail['msg'].removeprefix('Value error, ')}"
