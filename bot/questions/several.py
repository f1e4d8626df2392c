"""Messages that ask several things: "how many were made, and who signed them?".

Each question is asked by itself, the later ones as follow-ups of those before.
"""

from __future__ import annotations

import re

from bot.questions.normalise import plain

_ASKING = (
    r"(?:(?:by|at|in|on|from|to|for|with|of|since|until)\s+)?"
    r"(?:what|who|whom|whose|which|when|where|why|how)\b"
)
_OPENING = r"(?:is|are|was|were|did|does|do|has|have|had|can|could)\b"
# Where a second question begins: behind a question mark, at "and who", at a comma before "who", and
# at a comma before a verb that opens a question.
_BEGINS = re.compile(
    rf"""
    \?[\s?!]+ | ;\s+ | \n+
    | (?:\s*,)?\s+(?:and|&|\+|plus|also)\s+(?:also\s+|then\s+)?(?={_ASKING})
    | \s*,\s+(?:and\s+)?(?={_ASKING})
    | \s*,\s+(?={_OPENING}\s+(?:he|she|it|they)\s+\w) | \s*,\s+and\s+(?={_OPENING})
    | \s+and\s+(?={_OPENING}\s+(?:he|she|it|they|any|there|the)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_POLITE = r"(?:can|could|do|does)\s+(?:you|anyone|anybody)\b"  # "could you tell me: ..."
_ASKS = re.compile(rf"(?:^|[\s,:]){_ASKING}|^\W*(?:and\s+)?(?!{_POLITE}){_OPENING}", re.IGNORECASE)
_GOES_ON = re.compile(r"^and\s", re.IGNORECASE)  # "And for ATV-2?", behind a question
_BOTH = re.compile(r"\bboth\s+(?:when|before|after|in|on|at)\b", re.IGNORECASE)
_MOST = 3


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a message, in order; nothing where it does not ask two or three."""
    if _BOTH.search(text):
        return ()  # "who was there both when it docked and when it left" is one question
    parts = [part.strip() for part in _BEGINS.split(plain(text)) if part and part.strip()]
    asks = [bool(_ASKS.search(part)) for part in parts]
    goes_on = [bool(_GOES_ON.search(part)) for part in parts]
    if not 1 < len(parts) <= _MOST or not asks[0]:
        return ()
    if not all(asked or further for asked, further in zip(asks, goes_on, strict=True)):
        return ()
    return tuple(f"{part.rstrip('?.! ')}?" for part in parts)
