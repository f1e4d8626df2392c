"""Every sentence pattern that answers are worded with, in one room: a translation starts here."""

from __future__ import annotations

# What a field is called when it is missing: "No print run is recorded for ...".
LABELS = {
    "issued": "print run",
    "flown": "number flown",
    "marked": "number marked on board",
    "postmarked": "number postmarked on board",
    "signed": "number signed",
    "numbered": "number of numbered pieces",
    "returned": "number returned",
    "designs": "number of designs",
    "quantity": "number of pieces",
    "covers_inside": "number of covers inside",
    "contains": "list of contents",
    "issuer": "issuer",
    "maker": "cachet maker",
    "servicer": "servicer",
    "by_party": "maker",
    "commemorates": "mission that it was made for",
    "up": "flight up",
    "down": "flight down",
    "return_day": "day of return",
    "return_place": "place of return",
    "recovered_day": "day of recovery",
    "carried_in": "container",
    "signed_by": "signer",
    "signed_day": "day of signing",
    "marks": "mark",
    "strike_place": "place of the postmark",
    "strike_day": "day of the postmark",
    "strike_event": "event of the postmark",
    "form": "form",
    "event": "event",
    "features": "special feature",
    "numbering": "numbering",
    "launched": "launch day",
    "vehicle": "launch vehicle",
    "launch_site": "launch site",
    "captured": "capture",
    "arrived": "arrival at the station",
    "how_attached": "way of attaching",
    "port": "port",
    "departed": "departure from the station",
    "ended": "end",
    "end_place": "place of the end",
    "end_how": "way it ended",
    "flew": "flight",
    "any_day": "event",
    "at_station": "stay at the station",
    "pad": "launch pad",
    "people_aboard": "people on board",
    "outcome": "outcome",
    "reason": "reason",
    "ship_name": "ship name",
    "other_names": "other name",
    "nasa_number": "NASA number",
    "serial": "serial number",
    "operator": "operator",
    "programme": "programme",
    "variant": "variant",
    "cargo_up": "cargo mass up",
    "cargo_down": "cargo mass down",
    "docked_for": "time at the station",
    "flight_time": "flight time",
    "expeditions_aboard": "expedition on board",
    "covers": "cover",
    "capacity": "cargo capacity",
    "flights": "number of flights",
    "first_flight": "first flight",
    "first_iss_flight": "first flight to the ISS",
    "first_mission": "first mission",
    "last_mission": "last mission",
    "manufacturer": "manufacturer",
    "attaches": "way of attaching",
    "reusable": "use again",
    "returns_cargo": "return of cargo",
    "variants": "variant",
    "cachet_makers": "usual cachet maker",
    "postmark_places": "usual postmark",
    "introduced": "year of introduction",
    "retired": "last use",
    "changed": "change",
    "roles": "role",
    "place": "place",
    "part_of": "mother company",
    "active": "work",
    "agency": "agency",
    "expeditions": "expedition",
    "aboard_from": "begin of a stay on board",
    "aboard_to": "end of a stay on board",
    "crew": "crew",
    "begun": "begin",
    "over": "end",
    "country": "country",
    "role": "role",
    "opened": "opening",
    "closed": "closure",
    "looks": "look",
    "definition": "definition",
}

_TYPE_NOUNS = {
    "when": "day",
    "who": "name",
    "where": "place",
    "quantity": "number",
    "duration": "length",
    "how": "way",
    "which_ship": "ship",
}
_TOPIC_NOUNS = {
    "issue": "issue",
    "by": "making",
    "make": "design",
    "mark": "marking",
    "sign": "signing",
    "postmark": "postmarking",
    "fly": "flight",
    "return": "return",
    "contain": "contents",
    "commemorate": "subject",
    "number": "numbering",
    "launch": "launch",
    "arrive": "arrival",
    "depart": "departure",
    "end": "end",
    "store": "storage",
    "service": "servicing",
}


def label(name: str) -> str:
    """What a field is called; `issue.when`, a question that no field answers, is "day of issue"."""
    if name in LABELS:
        return LABELS[name]
    topic, _, asked = name.partition(".")
    return f"{_TYPE_NOUNS.get(asked, 'fact')} of the {_TOPIC_NOUNS.get(topic, topic)}"


# One value of a field as the rest of a sentence whose subject is the thing.
PREDICATES = {
    ("mission", "launched"): "was launched on {value}",
    ("mission", "vehicle"): "was launched by {value}",
    ("mission", "launch_site"): "was launched from {value}",
    ("mission", "captured"): "was captured by the station's arm on {value}",
    ("mission", "arrived"): "{attached} on {value}",
    ("mission", "how_attached"): "was {value} at the station",
    ("mission", "port"): "was at {value}",
    ("mission", "departed"): "left the station on {value}",
    ("mission", "ended"): "{ended} on {value}",
    ("mission", "end_place"): "came down {value}",
    ("mission", "end_how"): "ended by {value}",
    ("mission", "pad"): "was launched from pad {value}",
    ("mission", "people_aboard"): "arrived while {value} were on board",
    ("mission", "crew"): "had the crew {value}",
    ("mission", "at_station"): "was at the station {value}",
    ("person", "at_station"): "was on board {value}",
    ("mission", "postmark_places"): "usually gets its postmarks at {value}",
    ("mission", "outcome"): "{value}",
    ("mission", "reason"): "({value})",
    ("mission", "ship_name"): "bears the name {value}",
    ("mission", "nasa_number"): "is {value} in NASA's count",
    ("mission", "serial"): "has the serial number {value}",
    ("mission", "operator"): "was operated by {value}",
    ("mission", "programme"): "belongs to {value}",
    ("mission", "variant"): "was a {value}",
    ("mission", "cargo_up"): "took up {value} kg of cargo",
    ("mission", "cargo_down"): "brought down {value} kg of cargo",
    ("mission", "docked_for"): "was at the station for {value}",
    ("mission", "flight_time"): "flew for {value}",
    ("mission", "expeditions_aboard"): "was there during {value}",
    ("programme", "capacity"): "can carry {value} kg of cargo",
    ("programme", "flights"): "has {value} flights on record here",
    ("programme", "first_flight"): "first flew in {value}",
    ("programme", "first_iss_flight"): "first flew to the ISS in {value}",
    ("programme", "first_mission"): "flew first, of the flights on record here, as {value}",
    ("programme", "last_mission"): "flew last, of the flights on record here, as {value}",
    ("programme", "other_names"): "is also known as {value}",
    ("programme", "ended"): "ended in {value}",
    ("programme", "manufacturer"): "is built by {value}",
    ("programme", "operator"): "is operated by {value}",
    ("programme", "attaches"): "{value} at the station",
    ("programme", "reusable"): "{value} be used again",
    ("programme", "returns_cargo"): "{value} bring cargo back to Earth",
    ("programme", "variants"): "has the variants {value}",
    ("programme", "cachet_makers"): "has its cachets from {value}",
    ("programme", "postmark_places"): "usually gets its postmarks at {value}",
    ("variant", "programme"): "is a version of {value}",
    ("variant", "introduced"): "was introduced in {value}",
    ("variant", "retired"): "was last used in {value}",
    ("variant", "flights"): "has {value} flights on record here",
    ("variant", "capacity"): "can carry {value} kg of cargo",
    ("variant", "changed"): "{value}",
    ("variant", "first_mission"): "flew first, of the flights on record here, as {value}",
    ("variant", "last_mission"): "flew last, of the flights on record here, as {value}",
    ("party", "roles"): "is {value}",
    ("party", "place"): "is at home in {value}",
    ("party", "part_of"): "belongs to {value}",
    ("party", "active"): "{value}",
    ("person", "agency"): "belongs to {value}",
    ("person", "expeditions"): "was in the crew of {value}",
    ("person", "aboard_from"): "came aboard on {value}",
    ("person", "aboard_to"): "left on {value}",
    ("expedition", "crew"): "had the crew {value}",
    ("expedition", "begun"): "began on {value}",
    ("expedition", "over"): "ended on {value}",
    ("place", "country"): "is in {value}",
    ("place", "role"): "{value}",
    ("place", "opened"): "opened on {value}",
    ("place", "closed"): "closed on {value}",
    ("mark", "looks"): "looks like this: {value}",
    ("module", "role"): "is {value}",
    ("mark", "begun"): "came into use on {value}",
    ("mark", "over"): "was used until {value}",
    ("term", "definition"): "{value}",
}

# The same in a description, where the values follow the name as a list of notes.
NOTES = {
    ("mission", "launched"): "launched {value}",
    ("mission", "vehicle"): "by {value}",
    ("mission", "launch_site"): "from {value}",
    ("mission", "arrived"): "{attached} {value}",
    ("mission", "port"): "at {value}",
    ("mission", "departed"): "left the station {value}",
    ("mission", "ended"): "{ended} {value}",
    ("mission", "end_place"): "{value}",
    ("mission", "reason"): "{value}",
    ("programme", "manufacturer"): "built by {value}",
    ("programme", "operator"): "operated by {value}",
    ("programme", "capacity"): "carries {value} kg of cargo",
    ("programme", "flights"): "{value} flights on record here",
    ("programme", "last_mission"): "the latest of them {value}",
    ("programme", "first_flight"): "first flight {value}",
    ("programme", "first_iss_flight"): "first flight to the ISS {value}",
    ("programme", "variants"): "variants {value}",
    ("programme", "cachet_makers"): "cachets by {value}",
    ("programme", "postmark_places"): "usual postmarks {value}",
    ("variant", "programme"): "a version of {value}",
    ("variant", "introduced"): "introduced {value}",
    ("variant", "capacity"): "carries {value} kg of cargo",
    ("variant", "flights"): "{value} flights on record here",
    ("variant", "last_mission"): "the latest of them {value}",
    ("party", "roles"): "{value}",
    ("party", "place"): "{value}",
    ("party", "part_of"): "part of {value}",
    ("person", "agency"): "{value}",
    ("person", "expeditions"): "crew of {value}",
    ("person", "at_station"): "on board {value}",
    ("expedition", "begun"): "began {value}",
    ("expedition", "over"): "ended {value}",
    ("expedition", "crew"): "crew: {value}",
    ("place", "role"): "{value}",
    ("place", "country"): "{value}",
    ("place", "opened"): "opened {value}",
    ("place", "closed"): "closed {value}",
    ("mark", "looks"): "{value}",
    ("mark", "begun"): "in use from {value}",
    ("mark", "over"): "in use until {value}",
    ("module", "role"): "{value}",
}

OUTCOMES = {
    "success": "was a success",
    "partial": "was a partial success",
    "lost": "was lost",
}
ENDED = {
    "reentry": "burned up on re-entry",
    "splashdown": "splashed down",
    "landing": "landed",
    "lost": "was lost",
}
ATTACHED = {"docked": "docked", "berthed": "was berthed"}
ATTACHES = {
    "docks": "docks by itself",
    "berths": "cannot dock by itself and is berthed by the station's arm",
    "either": "docks or is berthed",
}

HELP = (
    "Ask me about the cargo ships of the ISS (Progress, ATV, HTV, Dragon, Cygnus) and the covers "
    "made for them or flown on them: print runs, numbers flown, marked, postmarked or signed, "
    "signers, postmarks, the way up and down, makers, flights and their dates, words of the field. "
    'For example: "how many ATV-2 covers got the octagonal stamp?", "who signed them?", "which '
    'covers did Padalka sign?", "ATV folders by print run", "what is a cachet?". '
    "I answer from recorded facts with their source, and say so when there is none."
)
NOT_UNDERSTOOD = (
    "I could not read that as a question on space covers. "
    'Try "print run of the ATV-2 folder" or "help".'
)
UNKNOWN = (
    "I have nothing recorded under {words}. I know the ISS cargo flights "
    "(Progress, ATV, HTV, Dragon, Cygnus), their covers, makers, signers and postmarks."
)
MEANING = 'I have no meaning recorded for that word. Try "what is a cachet?".'
PRONOUN = "I do not know what you refer to: please name the flight, cover, maker or signer."
TALK = "Nice! Ask me a question on it, for example its print run or who signed it."
OUTSIDE = {
    "price": "I keep no prices or values of covers, only what was made, flown, marked and signed.",
    "order_one": (
        "I cannot tell where covers are sold; I keep what was made, flown, marked and signed."
    ),
    "future": "I record what has happened, not what is planned.",
    "genuine": (
        "I cannot judge whether an item is genuine; ask me for its recorded facts and compare."
    ),
    "crewed": (
        "I don't have {words}: I cover the cargo ships of the ISS (Progress, ATV, HTV, Dragon, "
        "Cygnus) and the covers made for them."
    ),
}
TOO_LONG = "That is too long for me: please ask one question in a sentence or two."
