"""The `flown` command: ask, chat, run, check, stats, explain, corrections."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bot.brain import Brain, Reply
from bot.config import SettingsError, read_settings
from bot.knowledge.base import Knowledge
from bot.knowledge.load import KnowledgeError, load_knowledge, shipped_knowledge
from bot.questions.query import Memory

# Exit codes: 1 for a broken knowledge folder or input, 78 (EX_CONFIG) for a wrong setting.
BROKEN, MISCONFIGURED = 1, 78


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one `flown` command; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KnowledgeError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(_counted(len(error.problems)), file=sys.stderr)
        return BROKEN
    except SettingsError as error:
        print(error, file=sys.stderr)
        return MISCONFIGURED


def _counted(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


# --- the commands and their options ---------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="flown", description="Answers on flown space covers.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    ask = _command(commands, "ask", _ask, "answer one question, or a file of them")
    ask.add_argument("question", nargs="*", help="the question")
    ask.add_argument("--json", action="store_true", help="print one JSON object")
    ask.add_argument("--jsonl", metavar="FILE", help="read questions as JSON lines (- for stdin)")
    explain = _command(commands, "explain", _explain, "show how a question is read")
    explain.add_argument("question", nargs="+", help="the question")
    _command(commands, "chat", _chat, "ask in the terminal, with follow-ups")
    _command(commands, "run", _run_bot, "run the Discord bot (token in DISCORD_TOKEN)")
    _command(commands, "check", _check, "check a knowledge folder")
    _command(commands, "stats", _stats, "what is known and what is missing, by programme and field")
    _add_corrections(commands)
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], help_text: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_text)
    parser.add_argument("--knowledge", metavar="DIR", type=Path, help="the knowledge folder")
    parser.set_defaults(run=run)
    return parser


def _add_corrections(commands: Any) -> None:
    corrections = commands.add_parser("corrections", help="what members reported as wrong")
    actions = corrections.add_subparsers(required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="the open reports, a line each")
    listing.add_argument("--closed", action="store_true", help="the closed ones instead")
    listing.set_defaults(run=_list_corrections)
    show = actions.add_parser("show", help="one report, whole")
    show.add_argument("number", type=int)
    show.set_defaults(run=_show_correction)
    close = actions.add_parser("close", help="close a report")
    close.add_argument("number", type=int)
    close.add_argument("note", nargs="?", default="", help="what was done about it")
    close.set_defaults(run=_close_correction)


def _knowledge(options: argparse.Namespace) -> Knowledge:
    """The knowledge of the folder named by --knowledge, FLOWN_KNOWLEDGE or none.

    Raises:
        KnowledgeError: with every problem of the folder.
        SettingsError: the environment holds a setting that cannot be read.
    """
    return load_knowledge(options.knowledge or read_settings().knowledge or shipped_knowledge())


# --- asking ---------------------------------------------------------------------------------------


def _ask(options: argparse.Namespace) -> int:
    brain = Brain(_knowledge(options))
    if options.jsonl:
        return _ask_lines(brain, options.jsonl)
    started = time.perf_counter()
    reply = brain.ask(" ".join(options.question))
    if options.json:
        print(json.dumps(as_json(reply, started, None), ensure_ascii=False))
    else:
        print(reply.answer.text)
    return 0


def _ask_lines(brain: Brain, name: str) -> int:
    """Answer every line of a file of JSON objects, in order, one object for each."""
    try:
        lines: Iterable[str] = (
            sys.stdin if name == "-" else Path(name).read_text("utf-8").split("\n")
        )
    except OSError as error:
        print(f"{name} cannot be read: {error.strerror}", file=sys.stderr)
        return BROKEN
    except UnicodeDecodeError:
        print(f"{name} is not UTF-8 text: save it as UTF-8", file=sys.stderr)
        return BROKEN
    memories: dict[str, Memory] = {}
    for number, line in enumerate(lines, start=1):
        problem = _answer_line(brain, line, memories) if line.strip() else ""
        if problem:
            print(f"{name}:{number}: {problem}", file=sys.stderr)
            return BROKEN
    return 0


def _answer_line(brain: Brain, line: str, memories: dict[str, Memory]) -> str:
    """Answer one JSON line on standard output; returns what was wrong with it, if anything."""
    try:
        asked = json.loads(line)
        question = asked["question"]
    except (json.JSONDecodeError, TypeError, KeyError):
        question = None
    if not isinstance(question, str):
        return 'expected an object like {"id": 1, "question": "..."}'
    started = time.perf_counter()
    conversation = asked.get("conversation")
    memory = memories.get(str(conversation)) if conversation is not None else None
    reply = brain.ask(question, memory, ambient=bool(asked.get("ambient")))
    if conversation is not None:
        memories[str(conversation)] = reply.memory
    print(json.dumps(as_json(reply, started, asked.get("id")), ensure_ascii=False), flush=True)
    return ""


def as_json(reply: Reply, started: float, question_id: Any) -> dict[str, Any]:
    """The stable output contract: see the README, "Machine-readable answers"."""
    answer = reply.answer
    result: dict[str, Any] = {} if question_id is None else {"id": question_id}
    result |= {
        "status": answer.status,
        "text": answer.text,
        "facts": [fact.model_dump(mode="json") for fact in answer.facts],
        "understood": answer.understood,
        "took_ms": round((time.perf_counter() - started) * 1000, 2),
    }
    if answer.status == "ambiguous":
        result["choices"] = [choice.model_dump() for choice in answer.choices]
    return result


def _explain(options: argparse.Namespace) -> int:
    from bot.doors.explaining import explain

    print(explain(Brain(_knowledge(options)), " ".join(options.question)))
    return 0


# --- doors ----------------------------------------------------------------------------------------


def _chat(options: argparse.Namespace) -> int:
    from bot.doors.terminal import chat

    return chat(Brain(_knowledge(options)))


def _run_bot(options: argparse.Namespace) -> int:
    from bot.doors.discord_bot import run_bot

    settings = read_settings()
    brain = Brain(_knowledge(options))
    brain.prepare()
    return run_bot(settings, brain)


# --- the knowledge and the store ------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    knowledge = _knowledge(options)
    print(f"{len(knowledge)} records, no problems (revision {knowledge.revision})")
    return 0


def _stats(options: argparse.Namespace) -> int:
    from rich.console import Console

    from bot.knowledge.stats import render

    Console().print(render(_knowledge(options)))
    return 0


def _list_corrections(options: argparse.Namespace) -> int:
    from bot.doors.curating import list_corrections

    return list_corrections(read_settings().store, closed=options.closed)


def _show_correction(options: argparse.Namespace) -> int:
    from bot.doors.curating import show_correction

    return show_correction(read_settings().store, options.number)


def _close_correction(options: argparse.Namespace) -> int:
    from bot.doors.curating import close

    return close(read_settings().store, options.number, options.note)


if __name__ == "__main__":
    sys.exit(main())
