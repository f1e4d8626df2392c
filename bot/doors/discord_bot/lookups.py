"""Where a message looks something up in passing: `[[ATV-2]]`."""

from __future__ import annotations

import re

MOST_LOOKUPS = 3

_LOOKUP = re.compile(r"\[\[([^\[\]\n]{1,100})\]\]")
# Where a pair of brackets is no lookup: code, quotes, spoilers, links.
_ELSEWHERE = re.compile(
    r"```.*?(?:```|$)|``.*?``|`[^`\n]*`|\|\|.*?\|\||(?m:^>>> [\s\S]*|^> [^\n]*$)|https?://\S+",
    re.DOTALL,
)


def lookups(text: str) -> list[str]:
    """The things looked up in a message, in order, each once, and at most three."""
    plain = _ELSEWHERE.sub(" ", text)
    found = (match.strip() for match in _LOOKUP.findall(plain))
    return list(dict.fromkeys(filter(None, found)))[:MOST_LOOKUPS]
