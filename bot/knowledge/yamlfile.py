"""Strict YAML: only numbers, true/false and text; no repeated keys; the line of every key is kept.

PyYAML by itself reads NO as false, 012 as ten and 12:30 as 750, and lets the last of two equal keys
win. Here such words stay text and a repeated key is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_BASE: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")

EntryPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


@dataclass
class YamlFile:
    """The plain data of one file, the line of every entry, and what was wrong with it."""

    name: str
    data: Any = None
    lines: dict[EntryPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, path: EntryPath) -> int:
        """The line of the entry at `path`, or of the closest entry around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read the file at `path`, called `name` in messages; problems are collected, never raised."""
    result = YamlFile(name)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_BASE)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        result.problems.append(Problem(name, line, f"not valid YAML: {error.problem}"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        result.problems.append(Problem(name, 1, f"cannot be read: {error}"))
    else:
        if root is not None:
            result.data = _plain(root, (), result)
    return result


def _plain(node: yaml.Node, path: EntryPath, result: YamlFile) -> Any:
    """The plain value of a node; fills the line table on the way."""
    result.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _plain_mapping(node, path, result)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, index), result) for index, item in enumerate(node.value)]
    return _scalar(node)


def _plain_mapping(node: yaml.MappingNode, path: EntryPath, result: YamlFile) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = str(key_node.value)
        if key in data:
            first = result.lines[(*path, key)]
            text = f"'{key}' is given twice here (first in line {first}): keep one"
            result.problems.append(Problem(result.name, line, text))
            continue
        result.lines[(*path, key)] = line
        data[key] = _plain(value_node, (*path, key), result)
    return data


def _scalar(node: yaml.Node) -> str | int | float | bool | None:
    """The value of a scalar: quoted text stays text; plain words are typed by the narrow rules."""
    text = str(node.value)
    if getattr(node, "style", None) in {"'", '"', "|", ">"}:
        return text
    if text in {"", "null", "~"}:
        return None
    if text in {"true", "false"}:
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
