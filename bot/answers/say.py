"""Numbers, days, durations and names in words: everything that depends on the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.knowledge.base import Knowledge
from bot.knowledge.labels import cover_label
from bot.knowledge.records import Cover, Mission, Source
from bot.knowledge.values import Count, Day

LOCALE = "en_GB"
_EXACT = 10**15
_MOST_ECHOED = 40  # characters of somebody's words that are repeated
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: float) -> str:
    """A number with its thousands separated: 1,200."""
    if value > _EXACT:  # more digits than the formatting of the locale can hold
        return f"{value:,.0f}"
    return format_decimal(value, locale=LOCALE)


def count(value: Count) -> str:
    """A count with its bound: 600, about 300, 300 to 400, fewer than 10."""
    single = value.single
    match value.bound:
        case "exact":
            text = number(value.lowest)
        case "range":
            text = f"{number(value.min or 0)} to {number(value.max or 0)}"
            text = f"about {text}" if value.loose else text
        case "order":
            text = {20: "tens", 200: "hundreds", 2000: "thousands"}.get(int(value.min or 0), "many")
        case _:
            words = {
                "about": "about",
                "at_most": "at most",
                "at_least": "at least",
                "fewer_than": "fewer than",
                "more_than": "more than",
            }
            text = f"{words[value.bound]} {number(single or 0)}"
    return f"{text} per {value.per}" if value.per else text


def day(value: Day, *, with_time: bool = False) -> str:
    """A historical day in plain words: 30 November 2008, November 2008, 2008."""
    if value.precision == "year":
        return str(value.start.year)
    if value.precision == "month":
        return format_date(value.date, "MMMM y", locale=LOCALE)
    if with_time and value.has_time:
        return format_datetime(value.start, "d MMMM y, HH:mm", locale=LOCALE) + " UTC"
    return format_date(value.date, "d MMMM y", locale=LOCALE)


def day_of_any_year(text: str) -> str:
    """A day without a year in plain words: `--05-09` is 9 May."""
    month, number = map(int, text.removeprefix("--").split("-"))
    return format_date(date(2000, month, number), "d MMMM", locale=LOCALE)  # a leap year


def dated(value: Day, words: str | None = None) -> str:
    """A day with its preposition: "on 30 November 2008", "in 2008"."""
    preposition = "in" if value.precision in {"year", "month"} else "on"
    return f"{preposition} {words or day(value)}"


def at_place(knowledge: Knowledge, place: str) -> str:
    """A place with its preposition: "in the Pacific Ocean", "at Edwards Air Force Base"."""
    named = name(knowledge, place)
    return f"in the {named}" if "Ocean" in named or "Sea" in named else f"at {named}"


def duration(value: timedelta) -> str:
    """A length of time in days and hours, rounded down."""
    hours = int(value.total_seconds() // 3600)
    days, rest = divmod(hours, 24)
    parts = [plural(days, "day") if days else "", plural(rest, "hour") if rest else ""]
    return " and ".join(part for part in parts if part) or "less than an hour"


def plural(amount: float, word: str) -> str:
    """A number with its noun: 1 cover, 2 covers."""
    return f"{number(amount)} {word if amount == 1 else word_plural(word)}"


def word_plural(word: str) -> str:
    """The plural of a noun that the bot uses."""
    irregular = {
        "person": "people",
        "party": "clubs and makers",
        "spacecraft": "spacecraft",
        "company": "companies",
    }
    return irregular.get(word, f"{word}s")


def pieces(value: Count, form: str) -> str:
    """A count of covers, cards or folders: "600 folders", "fewer than 10 covers per mission"."""
    bare = value.model_copy(update={"per": None})
    noun = form if value.exact and value.lowest == 1 else word_plural(form)
    text = f"{count(bare)} {noun}"
    if value.bound == "order":
        text = f"{count(bare)} of {noun}"
    return f"{text} per {value.per}" if value.per else text


def listed(items: Iterable[str]) -> str:
    """Items joined as in a sentence: "a, b and c"."""
    return format_list(list(items), style="standard", locale=LOCALE)


def small(value: float) -> str:
    """A small whole number as a word: three."""
    return _SMALL[int(value)] if value == int(value) and value < len(_SMALL) else number(value)


def name(knowledge: Knowledge, thing_id: str) -> str:
    """The name of a thing as a sentence uses it: "ATV-2 Johannes Kepler"."""
    record = knowledge.get(thing_id)
    if record is None:
        return thing_id
    if isinstance(record, Mission):
        return mission_name(record)
    if isinstance(record, Cover):
        return cover_label(knowledge, record)
    return record.name


def value(knowledge: Knowledge, raw: object) -> str:
    """Any value of a fact in words."""
    if isinstance(raw, Day):
        return day(raw)
    if isinstance(raw, Count):
        return count(raw)
    if isinstance(raw, timedelta):
        return duration(raw)
    return name(knowledge, str(raw))


def mission_name(mission: Mission) -> str:
    """The designation of a flight with the ship's own name, if it has one."""
    own = mission.ship_name[0].value if mission.ship_name else ""
    return f"{mission.name} {own}" if own and own not in mission.name else mission.name


def source_name(source: Source) -> str:
    """A source by the name a collector knows, with its date: "fimych.com, about 2017"."""
    if source.date is None or str(source.date.start.year) in source.name:
        return source.name
    about = "about " if source.about else ""
    return f"{source.name}, {about}{day(source.date)}"


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def quoted(*words: str) -> str:
    """Somebody's words, shortened and stripped of everything but letters, digits and hyphens."""
    text = " ".join(words)
    kept = "".join(c for c in text if c.isalnum() or c in " -+'")[:_MOST_ECHOED].strip()
    return f'"{kept.upper() if any(c.isdigit() for c in kept) else kept}"' if kept else "that"


def each_quoted(runs: Iterable[str]) -> str:
    """Several stretches of somebody's words: "a", "b" and "c"."""
    return listed(quoted(run) for run in runs)
