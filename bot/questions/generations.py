"""Old and new devices of one postmark: "the old Russian Post cancel", "the new one".

Which is the old one stands in the knowledge: the new device `follows` it. The words of the field
that may stand between "old" and "postmark" add nothing, as all of them are said of either.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.records import Mark
from bot.questions.query import Query
from bot.questions.slots import Slot

_OLD, _NEW = "old", "new"
_AGES = {_OLD: _OLD, "older": _OLD, _NEW: _NEW, "newer": _NEW}
_QUALIFIERS = {
    *("iss", "the iss", "space", "station", "board", "onboard", "on board", "on-board"),
    *(
        "russian",
        "post",
        "russian post",
        "round",
        "type",
        "style",
        "or",
        "and",
        "the",
        "vs",
        "versus",
    ),
}
_OF_THE_STATION = {"iss", "the iss", "space", "station", "board", "onboard", "on board", "russian"}
_DEVICES = {
    *("postmark", "postmarks", "cancel", "cancels", "cancellation", "datestamp", "datestamps"),
    *("date stamp", "device", "devices", "onboard postmark", "board postmark"),
}
_ONES = {"one", "ones"}


def devices_of(knowledge: Knowledge) -> dict[str, str]:
    """The marks that "old" and "new" stand for: only where one device follows one other."""
    pairs = [(mark.follows, mark.id) for mark in knowledge.all(Mark) if mark.follows]
    return dict(zip((_OLD, _NEW), pairs[0], strict=True)) if len(pairs) == 1 else {}


def with_its_device(text: str, last: Query | None, devices: dict[str, str]) -> str:
    """The text of a follow-up to a question on such a device, with "the new one" named."""
    spoken = {thing for c in last.where for thing in c.things} if last is not None else set()
    return _ONE.sub(r"\1 ISS postmark", text) if spoken & set(devices.values()) else text


_ONE = re.compile(r"\b(old|new)(?:er)? one\b", re.IGNORECASE)


def with_devices(
    slots: tuple[Slot, ...], devices: dict[str, str], knowledge: Knowledge
) -> tuple[Slot, ...]:
    """The slots of a text, those that name the old or the new device made one each.

    "The new one", and "old" alone, count only in a text that names a device otherwise.

    Args:
        slots: of the text.
        devices: the marks that "old" and "new" stand for, from `devices_of`.
        knowledge: tells whether a device is said to be of another office.
    """
    if not devices or not any(slot.text in _AGES for slot in slots):
        return slots
    named = _joined(slots, devices, _DEVICES, knowledge)
    told = {thing for slot in named for thing in slot.things}
    postmark = any(slot.text in _DEVICES for slot in slots)
    both = postmark and {_OLD, _NEW} <= {_AGES.get(slot.text) for slot in slots}
    if both or told & set(devices.values()):
        return _joined(named, devices, {*_DEVICES, *_ONES}, knowledge, alone=True)
    return named


def _joined(
    slots: tuple[Slot, ...],
    devices: dict[str, str],
    nouns: set[str],
    knowledge: Knowledge,
    *,
    alone: bool = False,
) -> tuple[Slot, ...]:
    """The slots from "old" or "new" to such a noun as one; with `alone` the bare word, too."""
    joined: list[Slot] = []
    position = 0
    while position < len(slots):
        slot = slots[position]
        end = _reach(slots, position, nouns, knowledge, alone=alone)
        if end is not None:
            text = " ".join(one.text for one in slots[position : end + 1])
            things = (devices[_AGES[slot.text]],)
            end_of_name = slots[end].end
            slot = replace(slot, kind="thing", things=things, senses=(), text=text, end=end_of_name)
        joined.append(slot)
        position = (position if end is None else end) + 1
    return tuple(joined)


def _reach(
    slots: tuple[Slot, ...],
    position: int,
    nouns: set[str],
    knowledge: Knowledge,
    *,
    alone: bool,
) -> int | None:
    """Where the name of a device ends that begins at a slot; None where none begins there."""
    slot = slots[position]
    if slot.text not in _AGES or slot.things:
        return None
    compares = _AGES[slot.text] != slot.text  # "which is older, the new or the old device"
    end = _end(slots, position, nouns)
    if end is None or _is_elsewhere(slots, slots[position + 1 : end], knowledge):
        return position if alone and not compares else None
    if any(one.text in _AGES for one in slots[position + 1 : end]):
        return None if compares else position  # "old and new device": "old" is one by itself
    return end


def _end(slots: tuple[Slot, ...], position: int, nouns: set[str]) -> int | None:
    """Where the noun stands that "old" or "new" goes with, over words that only describe it."""
    for place in range(position + 1, len(slots)):
        text = slots[place].text
        if text in nouns:
            return place
        if text not in _QUALIFIERS and text not in _AGES:
            return None
    return None


def _is_elsewhere(slots: tuple[Slot, ...], between: tuple[Slot, ...], knowledge: Knowledge) -> bool:
    """Whether the device is one of another office: "the new cancel of Houston"."""
    of_station = {slot.text for slot in between} & _OF_THE_STATION
    places = [thing for slot in slots for thing in slot.things]
    return not of_station and any(
        knowledge.thing(thing).kind_of_thing in {"place", "party"} for thing in places
    )
