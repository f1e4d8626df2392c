"""Afterthoughts: what somebody adds to a question that changes nothing in it.

"Which rocket lofted OA-7? Antares, I take it" asks for the rocket, whatever the guess; "how many
Progress flew in 2011, counting the one that was lost" asks for all of them.
"""

from __future__ import annotations

import re

# "including the flown one", "counting the one that blew up": all are meant, and not only those.
_INCLUDED = re.compile(
    r"""
    [\s,(]*\b(?:including|incl\.?|counting)\s+the\s+(?:\w+\s+){0,2}ones?\b(?:\s+that\s+[^,?.()]+)?\)?
    | [\s,(]*\bwith\s+the\s+(?:lost|failed)\s+ones?\b\)?
    | \s*[,(]\s*(?:the\s+)?\w+\s+ones?\s+included\b\)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What is taken for the answer, or already known of it, behind a question mark.
_GUESSED = re.compile(
    r"""
    (?<=\?)\s*(?:
      [^?]{0,40}\bI\s+(?:take\s+it|guess|suppose|think|assume|presume|reckon|believe|know)\W*
      | I\s+(?:heard|read|was\s+told)\s+[^?]{1,30}
    | I\s+(?:can\s+)?(?:only\s+)?(?:read|recogni[sz]e|make\s+out)\b[^?]*
      | surely\s+not\s+[^?]{1,20}
    )$
    """,
    re.IGNORECASE | re.VERBOSE,
)


def without_afterthoughts(text: str) -> str:
    """The text without guesses at its answer and without what is included in it anyway."""
    return _GUESSED.sub("", _INCLUDED.sub("", text)).strip()
