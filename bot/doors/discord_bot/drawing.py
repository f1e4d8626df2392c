"""An Answer as Discord text: nothing in it pings, formats by accident, or grows past the limit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.answer import Answer, Citation

MESSAGE_LIMIT = 2000
SOURCES_LIMIT = 700

_URL = re.compile(r"https?://[^\s<>]+")
_INLINE_MARKS = re.compile(r"([\\*_~|`\[\]<])")
_LINE_MARKS = re.compile(r"(?m)^([^\S\n]*)(#{1,3}(?=\s)|>|-#|[+](?=\s)|-(?=\s)|\d+(?=[.)]\s))")
_NUMBERED = re.compile(r"\d+")
_PING = re.compile(r"@(?=everyone|here|[!&]?\d{15,20})")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")


def escape(text: str) -> str:
    """`text` so that Discord shows it as written: markdown, mentions and links are inert."""
    pieces: list[str] = []
    end = 0
    for url in _URL.finditer(text):
        pieces += [_escape_words(text[end : url.start()]), f"<{url.group()}>"]
        end = url.end()
    pieces.append(_escape_words(text[end:]))
    return _LINE_MARKS.sub(_escape_line_mark, "".join(pieces))


def _escape_words(text: str) -> str:
    visible = _UNSEEN.sub("", text)
    return _PING.sub("@\u200b", _INLINE_MARKS.sub(r"\\\1", visible))


def _escape_line_mark(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}\\" if _NUMBERED.fullmatch(mark) else f"{space}\\{mark}"


def escape_body(body: str) -> str:
    """An answer's body, escaped line by line; the "- " of its lists stays a list."""
    return "\n".join(
        f"- {escape(line[2:])}" if line.startswith("- ") else escape(line)
        for line in body.split("\n")
    )


def source_link(citation: Citation) -> str:
    """A source by the name a collector knows, as a link that unfolds no preview."""
    name = escape(citation.name)
    if citation.url is None or _URL.fullmatch(citation.url) is None:
        return name
    url = citation.url.replace("(", "%28").replace(")", "%29")
    return f"[{name}](<{url}>)"


def sources_line(citations: Sequence[Citation]) -> str:
    """The sources in small print, as many as fit; an empty text where there are none."""
    if not citations:
        return ""
    shown: list[str] = []
    for citation in citations:
        link = source_link(citation)
        if sum(map(len, shown)) + len(link) > SOURCES_LIMIT and shown:
            break
        shown.append(link)
    left = len(citations) - len(shown)
    rest = f"; and {left} more" if left else ""
    word = "Source" if len(citations) == 1 else "Sources"
    return f"-# {word}: {'; '.join(shown)}{rest}"


def split(text: str, limit: int) -> list[str]:
    """`text` in pieces of at most `limit` characters, cut between lines or else words."""
    pieces: list[str] = []
    while len(text) > limit:
        cut = text.rfind("\n", 1, limit + 1)
        if cut < limit // 3:
            cut = max(cut, text.rfind(" ", 1, limit + 1))
        if cut < 1:
            cut = limit - (text[limit - 1] == "\\")
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip("\n ")
    return [*pieces, text] if text or not pieces else pieces


def pages(answer: Answer, limit: int = MESSAGE_LIMIT) -> list[str]:
    """The answer as message texts; each page carries the sources, so that none stands unsourced."""
    sources = sources_line(answer.citations)
    room = limit - len(sources) - 1
    return [
        f"{piece}\n{sources}" if sources else piece
        for piece in split(escape_body(answer.body).strip(), room)
    ]
