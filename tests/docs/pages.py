"""The pages of docs/ that are made: what can be asked, the knowledge files, the sources."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import yaml
from babel import Locale
from babel.lists import format_list
from pydantic import BaseModel

from bot.knowledge import fields
from bot.knowledge.load import load_knowledge, shipped_knowledge
from bot.knowledge.records import RECORD_TYPES, Claim, Record, Source, Sourced
from bot.knowledge.values import Count, Day

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
WORDS = ROOT / "bot" / "questions" / "words"
MOST_WORDS = 4
NEVER_WRITTEN = {"id", "at"}  # of a record: the key is its id, the loader knows where it stands

_MADE = "<!-- Made by `python -m tests.docs.refresh`: change what it is made from instead. -->\n"
_KINDS_OF_ANSWER = {
    "quantity": "how many",
    "day": "a day",
    "interval": "from when to when",
    "duration": "how long",
    "thing": "who, where or which",
    "text": "words",
    "yesno": "yes or no",
}
_PLURALS = {"party": "parties (clubs, makers, dealers)", "person": "people"}


def generated() -> dict[Path, str]:
    """Every generated page with the text that it should hold."""
    return {
        DOCS / "ask.md": ask_page(),
        DOCS / "knowledge.md": knowledge_page(),
        DOCS / "sources.md": sources_page(),
    }


@cache
def meanings() -> dict[str, Any]:
    """docs/meanings.yaml: one line on each kind of question, askable field and YAML field."""
    return yaml.safe_load((DOCS / "meanings.yaml").read_text(encoding="utf-8"))


# --- docs/ask.md ---------------------------------------------------------------------------------


def ask_page() -> str:
    parts = [
        "# What can I ask?\n",
        _MADE,
        _HOW_ASKED.format(languages=_languages()),
        "## Kinds of question\n",
        _table(("kind", "asks", "for example"), _wants()),
    ]
    for kind in dict.fromkeys(field.kind for field in fields.FIELDS.values()):
        parts += [f"## About {_plural(kind)}\n", _table(_ASKABLE, _askable(kind))]
    return "\n".join(parts)


_HOW_ASKED = """\
Ask in your own words: `how many ATV-2 covers flew?`, or in as few as `atv2 covers flown`.
Follow-ups such as `only the cards`, `and ATV-1?` or `who made them?` keep the rest of the last one.
Conditions can be combined: `which covers issued by La Marianne flew on ATV-2?`

Flown reads words in {languages}; the tables show English ones.

Where nothing is recorded, Flown says so. It keeps no prices, judges no item genuine or fake, and
knows nothing of crewed flights beyond who signed what.
"""
_ASKABLE = ("field", "tells", "answer", "ask with words such as")


def _wants() -> Iterator[tuple[str, ...]]:
    for want, entry in meanings()["wants"].items():
        yield f"`{want}`", entry["means"], entry["example"]


def _askable(kind: str) -> Iterator[tuple[str, ...]]:
    for field in fields.fields_of(kind):
        meaning = meanings()["fields"].get(kind, {}).get(field.name, "")
        yield f"`{field.name}`", meaning, _KINDS_OF_ANSWER[field.type], ", ".join(_words(field))


def _words(field: fields.Field) -> list[str]:
    """The first English phrases that name a field itself, then those of its topic."""
    words = _vocabulary("en")
    asks = words["asks"]
    own = [phrase for key in asks if field.name in key.split() for phrase in asks[key]]
    topical = [phrase for topic in field.topics[:1] for phrase in words["topics"].get(topic, [])]
    return list(dict.fromkeys(own + topical))[:MOST_WORDS]


@cache
def _vocabulary(language: str) -> dict[str, Any]:
    return yaml.load((WORDS / f"{language}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - makes only text


def _languages() -> str:
    """The languages whose words are read, as a list in words."""
    names = [Locale.parse(path.stem).get_display_name("en") for path in WORDS.glob("*.yaml")]
    return format_list(sorted(filter(None, names)), locale="en")


def _plural(kind: str) -> str:
    return _PLURALS.get(kind, f"{kind}s")


# --- docs/knowledge.md ---------------------------------------------------------------------------


def knowledge_page() -> str:
    written, parts = written_models()
    page = [
        "# The knowledge files\n",
        _MADE,
        _HOW_WRITTEN,
        "## Fields of every record\n",
        _fields_table(Record, set()),
        "## Fields of every entry inside a record\n",
        _fields_table(Sourced, set()),
        "## Claims\n",
        (
            "A field that takes a claim takes a bare value, one claim, or a list of claims where "
            "sources disagree.\n"
        ),
        _fields_table(Claim, set()),
    ]
    for kind, model in written.items():
        title = f"## {kind}\n\n{_says(model)} Schema: [{kind}.json](schema/{kind}.json).\n"
        page += [title, _fields_table(model, set(Record.model_fields))]
    for model in parts:
        page += [f"## {model.__name__}\n\n{_says(model)}\n"]
        page += [_fields_table(model, set(Sourced.model_fields))]
    return "\n".join(page)


_HOW_WRITTEN = """\
Each file of `knowledge/` maps ids to records of one kind; the name of the file or of its folder
says which. [CONTRIBUTING.md](../CONTRIBUTING.md) shows how to add one. Fields marked * must be
given. The fields that hold ids name another record; `flown check` says when there is none.

- **Day**: `2008`, `2008-11`, `2008-11-30` or `2008-11-30T21:25Z` (UTC), as precise as the source.
- **Count**: `1200`, `{about: 300}`, `{from: 300, to: 400, loose: true}`, `{at_most: 50}`,
  `{at_least: 5}`, `{more_than: 5}`, `{fewer_than: 10, per: mission}`, `{order: hundreds}`.
- **Text** that has a comma, a colon or nothing but digits is put in quotes.
"""


def written_models() -> tuple[dict[str, type[Record]], list[type[BaseModel]]]:
    """The record types by the name of their files, and the entries that they are made of."""
    parts: list[type[BaseModel]] = []
    for model in [Record, *RECORD_TYPES.values()]:
        _collect(model, parts)
    return RECORD_TYPES, parts


def _collect(model: type[BaseModel], found: list[type[BaseModel]]) -> None:
    for name, info in model.model_fields.items():
        if issubclass(model, Record) and name in NEVER_WRITTEN:
            continue
        for part in _models(info.annotation):
            if part not in found:
                found.append(part)
                _collect(part, found)


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The entries named in an annotation; claims, days and counts are explained apart."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if issubclass(annotation, Claim):
            return _models(annotation.model_fields["value"].annotation)
        return [] if annotation in {Day, Count} else [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def fields_written(model: type[BaseModel], but: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """The fields of a record or entry by the names that they have in a file."""
    hidden = {*but, *(NEVER_WRITTEN if issubclass(model, Record) else ())}
    for name, info in model.model_fields.items():
        if name not in hidden or (name == "note" and issubclass(model, Record)):
            yield info.alias or name, info


def meaning_of(model: type[BaseModel], field: str) -> str:
    return meanings()["records"].get(model.__name__.split("[")[0], {}).get(field, "")


def _fields_table(model: type[BaseModel], but: set[str]) -> str:
    rows = [
        (
            f"`{name}`{'*' if info.is_required() else ''}",
            _takes(info.annotation),
            meaning_of(model, name),
        )
        for name, info in fields_written(model, but)
    ]
    return _table(("field", "takes", "meaning"), rows) if rows else "No fields of its own.\n"


def _says(model: type[BaseModel]) -> str:
    """The first paragraph of a record's docstring."""
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _takes(annotation: Any) -> str:
    """How the value of a field is written."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin in {Union, types.UnionType}:
        return " or ".join(_takes(part) for part in inner if part is not type(None))
    if origin is dict:
        return f"a mapping from {_takes(inner[0])} to {_takes(inner[1])}"
    if origin is tuple:
        return _takes_many(inner[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        plain = {Day: "day", Count: "count"}.get(annotation)
        return plain or f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return {str: "text", int: "number", bool: "`true`, `false`"}.get(annotation, "a value")


def _takes_many(item: Any) -> str:
    if isinstance(item, type) and issubclass(item, Claim):
        return f"{_takes(item.model_fields['value'].annotation)} ([claim](#claims))"
    return f"{_takes(item)}; one or a list"


# --- docs/sources.md -----------------------------------------------------------------------------


def sources_page() -> str:
    sources = load_knowledge(shipped_knowledge()).all(Source)
    credits_ = sorted({source.credit for source in sources if source.credit})
    parts = [
        "# Sources\n",
        _MADE,
        _HOW_CREDITED,
        "\n".join(f"- {line}" for line in credits_) + "\n",
    ]
    for kind in dict.fromkeys(sorted(source.kind for source in sources)):
        rows = sorted(_source_row(source) for source in sources if source.kind == kind)
        title = f"## {kind.capitalize()}\n"
        parts += [title, _table(("source", "date", "read", "id"), rows)]
    return "\n".join(parts)


_HOW_CREDITED = """\
Every fact of Flown names its source. Facts are taken from these pages, sentences are not. "Read"
says whether a page was read whole, or only its opening or one item of it.

## Credits

Launches, dockings and landings are for the most part from GCAT, Jonathan McDowell's General Catalog
of Artificial Space Objects (planet4589.org), used under CC-BY.
"""


def _source_row(source: Source) -> tuple[str, ...]:
    name = f"[{source.name}](<{source.url}>)" if source.url else f"{source.name}: {source.title}"
    about = "about " if source.about else ""
    date = f"{about}{source.date}" if source.date else ""
    return name, date, source.read, f"`{source.id}`"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(c.replace("|", "\\|") for c in row) + " |\n" for row in lines)
