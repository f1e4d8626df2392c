"""The `flown` command: ask, chat, run, check."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bot.brain import Brain, Reply
from bot.knowledge.base import Knowledge
from bot.knowledge.load import KnowledgeError, load_knowledge, shipped_knowledge
from bot.questions.query import Memory


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one `flown` command; returns the exit code."""
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="flown", description="Answers on flown space covers.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    ask = _command(commands, "ask", _ask, "answer one question, or a file of them")
    ask.add_argument("question", nargs="*", help="the question")
    ask.add_argument("--json", action="store_true", help="print one JSON object")
    ask.add_argument("--jsonl", metavar="FILE", help="read questions as JSON lines (- for stdin)")
    _command(commands, "chat", _chat, "ask in the terminal, with follow-ups")
    _command(commands, "run", _run_bot, "run the Discord bot (token in DISCORD_TOKEN)")
    _command(commands, "check", _check, "check a knowledge folder")
    return parser


def _command(commands: Any, name: str, run: Any, help_text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_text)
    parser.add_argument("--knowledge", metavar="DIR", type=Path, help="the knowledge folder")
    parser.set_defaults(run=run)
    return parser


def _knowledge(options: argparse.Namespace) -> Knowledge:
    """The knowledge of the folder named by --knowledge, FLOWN_KNOWLEDGE or none."""
    import os

    named = options.knowledge or os.environ.get("FLOWN_KNOWLEDGE")
    return load_knowledge(Path(named) if named else shipped_knowledge())


def _brain(options: argparse.Namespace) -> Brain | None:
    """The brain, or None after every problem of the knowledge was printed."""
    try:
        return Brain(_knowledge(options))
    except KnowledgeError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return None


def _ask(options: argparse.Namespace) -> int:
    brain = _brain(options)
    if brain is None:
        return 1
    if options.jsonl:
        return _ask_lines(brain, options.jsonl)
    question = " ".join(options.question)
    started = time.perf_counter()
    reply = brain.ask(question)
    if options.json:
        print(json.dumps(as_json(reply, started, None), ensure_ascii=False))
    else:
        print(reply.answer.text)
    return 0


def _ask_lines(brain: Brain, name: str) -> int:
    try:
        lines: Iterable[str] = (
            sys.stdin if name == "-" else Path(name).read_text("utf-8").splitlines()
        )
    except OSError as error:
        print(f"{name} cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    memories: dict[str, Memory] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        problem = _answer_line(brain, line, memories)
        if problem:
            print(f"{name}:{number}: {problem}", file=sys.stderr)
            return 1
    return 0


def _answer_line(brain: Brain, line: str, memories: dict[str, Memory]) -> str:
    """Answer one JSON line on standard output; returns what was wrong with it, if anything."""
    try:
        asked = json.loads(line)
        question = asked["question"]
    except (json.JSONDecodeError, TypeError, KeyError):
        return 'expected an object like {"id": 1, "question": "..."}'
    started = time.perf_counter()
    conversation = asked.get("conversation")
    memory = memories.get(str(conversation)) if conversation is not None else None
    reply = brain.ask(str(question), memory, ambient=bool(asked.get("ambient")))
    if conversation is not None:
        memories[str(conversation)] = reply.memory
    print(json.dumps(as_json(reply, started, asked.get("id")), ensure_ascii=False), flush=True)
    return ""


def as_json(reply: Reply, started: float, question_id: Any) -> dict[str, Any]:
    """The stable output contract: see README, "Machine-readable answers"."""
    answer = reply.answer
    result: dict[str, Any] = {} if question_id is None else {"id": question_id}
    result |= {
        "status": answer.status,
        "text": answer.text,
        "facts": [fact.model_dump(mode="json") for fact in answer.facts],
        "understood": answer.understood,
        "took_ms": round((time.perf_counter() - started) * 1000, 2),
    }
    if answer.choices:
        result["choices"] = [choice.model_dump() for choice in answer.choices]
    return result


def _chat(options: argparse.Namespace) -> int:
    from bot.doors.terminal import chat

    brain = _brain(options)
    return 1 if brain is None else chat(brain)


def _run_bot(options: argparse.Namespace) -> int:
    from bot.config import Settings
    from bot.doors.discord_bot import run_bot

    brain = _brain(options)
    return 1 if brain is None else run_bot(Settings(), brain)


def _check(options: argparse.Namespace) -> int:
    try:
        knowledge = _knowledge(options)
    except KnowledgeError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problems", file=sys.stderr)
        return 1
    print(f"{len(knowledge)} records, no problems (revision {knowledge.revision})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
