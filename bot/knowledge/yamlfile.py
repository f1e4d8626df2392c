"""Strict YAML: only numbers, true/false and text; no repeated keys; the line of every key is kept.

PyYAML by itself reads NO as false, 012 as ten and 12:30 as 750, and lets the last of two equal keys
win. Here such words stay text and a repeated key is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_BASE: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
_OWN_TAGS = "tag:yaml.org,2002:"
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
        return line_at(self.lines, path)

    def report(self, line: int, text: str) -> None:
        """Note that something is wrong in a line."""
        self.problems.append(Problem(self.name, line, text))


def line_at(lines: Mapping[EntryPath, int], path: EntryPath) -> int:
    """The line of the entry at `path`, or of the closest entry around it.

    A path may count the entries of a list where the file gives a single entry without a list.
    """
    found: EntryPath = ()
    for step in path:
        if (*found, step) in lines:
            found = (*found, step)
        elif isinstance(step, str):
            break
    return lines.get(found, 1)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read the file at `path`, called `name` in messages; problems are collected, never raised."""
    result = YamlFile(name)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_BASE)
    except yaml.MarkedYAMLError as error:
        result.report(_line(error.problem_mark), f"not valid YAML: {error.problem}")
    except yaml.YAMLError as error:
        result.report(1, f"not valid YAML: {error}")
    except UnicodeDecodeError as error:
        result.report(1, f"not UTF-8 text: {error.reason} at byte {error.start}")
    except OSError as error:
        result.report(1, f"cannot be read: {error.strerror}")
    else:
        if root is not None:
            result.data = _Reader(result).value(root, ())
    return result


def _line(mark: yaml.Mark | None) -> int:
    return mark.line + 1 if mark else 1


class _Reader:
    """Turns the nodes of one file into plain values and fills its table of lines."""

    def __init__(self, result: YamlFile) -> None:
        self.result = result
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, path: EntryPath) -> Any:
        """The plain value of a node; None where something is wrong with it."""
        line = _line(node.start_mark)
        self.result.lines.setdefault(path, line)
        if id(node) in self.seen:
            self.result.report(line, "this entry is used again as *name: write it out each time")
            return None
        self.seen.add(id(node))
        if len(path) > _DEEPEST:
            self.result.report(line, "nested too deeply: nothing here is")
            return None
        if not node.tag.startswith(_OWN_TAGS):
            self.result.report(line, f"the tag {node.tag} is not known here: leave it out")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node)

    def mapping(self, node: yaml.MappingNode, path: EntryPath) -> dict[str, Any]:
        """A mapping with text for keys; the first of two equal keys stays."""
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = _line(key_node.start_mark)
            key = str(key_node.value)
            if not isinstance(key_node, yaml.ScalarNode):
                self.result.report(line, "a key is a single word, not a list or a mapping")
            elif key in data:
                first = self.result.lines[(*path, key)]
                text = f"'{key}' is given twice here (first in line {first}): keep one"
                self.result.report(line, text)
            else:
                self.result.lines[(*path, key)] = line
                data[key] = self.value(value_node, (*path, key))
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
