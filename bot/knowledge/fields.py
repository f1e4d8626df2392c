"""The field table: everything that can be asked, and where its values stand in the records.

Parser, executor, wording, `flown stats` and the page "what can I ask?" all read this one table. A
field belongs to one kind of thing, is about one topic (fly, sign, postmark ...) and has one type;
its words stand in `bot/questions/words/`. Adding a field here makes it askable everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from bot.knowledge.base import Knowledge
from bot.knowledge.facts import Fact, Reader, claimed, gathered, happenings, plain
from bot.knowledge.reading import covers, lines, missions, others, stays
from bot.knowledge.records import Record

FieldType = Literal["quantity", "day", "interval", "duration", "thing", "text", "yesno"]


@dataclass(frozen=True)
class Field:
    """One thing that can be asked of a kind of thing.

    `read` gives its facts from a record. `accepts` names the kinds of thing that a `thing` field
    holds; `group` is the kind of entry (strike, signing, stay) whose facts belong together.
    """

    name: str
    kind: str
    topic: str  # one topic or several, separated by spaces; the first is its own
    type: FieldType
    read: Reader
    accepts: frozenset[str] = frozenset()
    group: str = ""

    @property
    def topics(self) -> list[str]:
        """Every topic that the field answers to."""
        return self.topic.split()


QUANTITIES = (
    "issued",
    "flown",
    "marked",
    "postmarked",
    "signed",
    "numbered",
    "returned",
    "designs",
)
_PARTIES = frozenset({"party", "person"})
_MISSION = frozenset({"mission", "programme", "variant"})  # a line stands for its flights
_COUNTRIES = frozenset({"country"})
_PLACES = frozenset({"place", "station"}) | _COUNTRIES
_CREWS = frozenset({"person", "expedition"})


def _thing(
    kind: str, name: str, topic: str, read: Reader, accepts: frozenset[str], group: str = ""
) -> Field:
    return Field(name, kind, topic, "thing", read, accepts, group)


_TABLE: tuple[Field, ...] = (
    # covers: how many
    Field("issued", "cover", "issue", "quantity", covers.quantity("issued")),
    Field("flown", "cover", "fly", "quantity", covers.quantity("flown")),
    Field("marked", "cover", "mark", "quantity", covers.quantity("marked")),
    Field("postmarked", "cover", "postmark", "quantity", covers.quantity("postmarked")),
    Field("signed", "cover", "sign", "quantity", covers.quantity("signed")),
    Field("numbered", "cover", "number", "quantity", covers.quantity("numbered")),
    Field("returned", "cover", "return", "quantity", covers.quantity("returned")),
    Field("designs", "cover", "make", "quantity", covers.quantity("designs")),
    Field(
        "quantity",
        "cover",
        "quantity",
        "quantity",
        gathered(*(covers.quantity(of) for of in QUANTITIES)),
    ),
    Field("covers_inside", "cover", "contain", "quantity", claimed("covers_inside")),
    # covers: by whom, for what
    _thing("cover", "issuer", "issue", claimed("issuer"), _PARTIES),
    _thing("cover", "maker", "make", claimed("maker"), _PARTIES),
    _thing("cover", "servicer", "service", claimed("servicer"), _PARTIES),
    _thing(
        "cover",
        "by_party",
        "by",
        gathered(claimed("issuer"), claimed("maker"), claimed("servicer")),
        _PARTIES,
    ),
    _thing("cover", "maker_country", "by", covers.maker_countries, _COUNTRIES),
    _thing(
        "cover",
        "commemorates",
        "commemorate",
        plain("commemorates"),
        frozenset({"mission", "programme", "variant", "expedition", "station", "module"}),
    ),
    _thing("cover", "addressee", "address", plain("addressee"), frozenset({"person"})),
    _thing("cover", "about", "about", covers.about, _MISSION),
    _thing("cover", "contains", "contain", plain("contains"), frozenset({"cover"})),
    _thing("cover", "held_in", "held", covers.held_in, frozenset({"cover"})),
    # covers: the way up and down
    _thing("cover", "up", "fly", covers.up, _MISSION),
    _thing("cover", "down", "return recover", covers.down, _MISSION),
    _thing("cover", "reached", "", covers.reached, frozenset({"station"})),
    Field("up_day", "cover", "fly launch", "day", covers.up_days),
    Field("return_day", "cover", "return end", "day", covers.return_days),
    _thing("cover", "return_place", "return end", covers.return_places, _PLACES),
    Field("packed_day", "cover", "store", "day", covers.packed_days),
    Field("loaded_day", "cover", "store", "day", covers.loaded_days),
    Field("stored_day", "cover", "store", "day", covers.stored_days),
    Field("bag_number", "cover", "", "text", covers.bag_number),
    _thing("cover", "carried_by", "", covers.carried_by, frozenset({"person"})),
    Field("recovered_day", "cover", "recover", "day", covers.recovered_days),
    Field("handed_day", "cover", "hand_over", "day", covers.handed_days),
    _thing("cover", "handed_place", "hand_over", covers.handed_places, _PLACES),
    Field("weight", "cover", "weight", "text", claimed("weight")),
    Field("distance", "cover", "distance", "text", claimed("distance")),
    _thing(
        "cover", "carried_in", "store", covers.carried_in, frozenset({"module", "term", "mission"})
    ),
    # covers: what is on them
    _thing("cover", "signed_by", "sign", covers.signed_by, _CREWS, "signing"),
    Field("signer_role", "cover", "", "text", covers.signer_roles, group="signing"),
    Field("signed_day", "cover", "sign", "day", covers.signed_days, group="signing"),
    _thing("cover", "marks", "mark", covers.marks, frozenset({"mark"})),
    _thing("cover", "strike_place", "postmark", covers.strike_places, _PLACES, "strike"),
    Field("strike_day", "cover", "postmark", "day", covers.strike_days, group="strike"),
    Field("strike_event", "cover", "postmark", "text", covers.strike_events, group="strike"),
    Field("flew", "cover", "flew", "text", covers.flew),
    Field("form", "cover", "form", "text", covers.form),
    Field(
        "any_day",
        "cover",
        "happen",
        "day",
        happenings(
            covers.strike_days, covers.return_days, covers.recovered_days, covers.signed_days
        ),
    ),
    Field("event", "cover", "event", "text", plain("event")),
    Field(
        "purpose",
        "cover",
        "",
        "text",
        gathered(plain("event"), covers.strike_events),
    ),
    Field("features", "cover", "feature", "text", claimed("features")),
    Field("numbering", "cover", "number", "text", claimed("numbering")),
    # missions
    Field("launched", "mission", "launch fly", "day", missions.launched),
    Field("vehicle", "mission", "vehicle", "text", missions.on("launch", "vehicle", "vehicle")),
    _thing(
        "mission",
        "launch_site",
        "launch fly",
        missions.on("launch", "launch_site", "site"),
        _PLACES,
    ),
    Field(
        "captured",
        "mission",
        "capture",
        "day",
        missions.captured,
        group="stay",
    ),
    Field("arrived", "mission", "arrive", "day", missions.arrived, group="stay"),
    _thing("mission", "port", "arrive move", stays.ports, frozenset({"port", "module"}), "stay"),
    Field("how_attached", "mission", "attach arrive", "text", stays.how_attached),
    _thing("mission", "by_hand", "by_hand", stays.by_hand, frozenset({"person"})),
    _thing("mission", "modules", "fly store", plain("modules"), frozenset({"module"})),
    _thing("mission", "modules_down", "return end", plain("modules_down"), frozenset({"module"})),
    Field("moved", "mission", "move", "interval", stays.moved),
    Field("departed", "mission", "depart", "day", missions.departed, group="stay"),
    Field("ended", "mission", "end return", "day", missions.ended),
    _thing("mission", "end_place", "end return", missions.on("end", "end_place", "place"), _PLACES),
    Field("end_how", "mission", "end return", "text", missions.end_how),
    Field(
        "at_station",
        "mission",
        "stay",
        "interval",
        stays.of_mission,
        _CREWS | {"mission"},
        "stay",
    ),
    Field(
        "any_day",
        "mission",
        "happen",
        "day",
        happenings(
            missions.launched,
            missions.captured,
            missions.arrived,
            missions.departed,
            missions.ended,
            missions.left_port,
            missions.back_at_port,
        ),
        group="happen",
    ),
    Field("pad", "mission", "pad", "text", missions.pad),
    _thing("mission", "people_aboard", "aboard", stays.people_aboard, frozenset({"person"})),
    _thing("mission", "crew", "crew", plain("crew"), frozenset({"person"})),
    Field("outcome", "mission", "outcome", "text", claimed("outcome")),
    Field("reason", "mission", "reason outcome", "text", claimed("reason")),
    Field("ship_name", "mission", "name", "text", claimed("ship_name")),
    Field("nasa_number", "mission", "number", "text", plain("nasa_number")),
    Field("cospar", "mission", "cospar", "text", plain("cospar")),
    Field("serial", "mission", "serial", "text", claimed("serial")),
    _thing("mission", "operator", "operate", claimed("operator"), _PARTIES),
    _thing("mission", "country", "", missions.country, _COUNTRIES),
    _thing("mission", "programme", "programme", plain("programme"), frozenset({"programme"})),
    _thing("mission", "variant", "variant", plain("variant"), frozenset({"variant"})),
    Field("cargo_up", "mission", "cargo", "quantity", missions.cargo("cargo_up", "up")),
    Field("cargo_down", "mission", "cargo_down", "quantity", missions.cargo("cargo_down", "down")),
    Field("docked_for", "mission", "arrive", "duration", stays.docked_for),
    Field("approach", "mission", "approach", "duration", missions.approach),
    Field("flight_time", "mission", "fly end", "duration", missions.flight_time),
    _thing(
        "mission",
        "expeditions_aboard",
        "aboard",
        stays.expeditions_aboard,
        frozenset({"expedition"}),
    ),
    _thing("mission", "covers_up", "", covers.sent_up_on, frozenset({"cover"})),
    _thing("mission", "covers", "covers", covers.of_mission, frozenset({"cover"})),
    # programmes
    Field("capacity", "programme", "capacity", "quantity", claimed("capacity")),
    Field("flights", "programme", "flights", "quantity", lines.flights),
    Field("first_flight", "programme", "first launch fly", "day", claimed("first_flight")),
    Field("first_iss_flight", "programme", "first", "day", lines.first_iss_flight),
    _thing("programme", "first_mission", "first", lines.edge_mission("first_mission", 0), _MISSION),
    _thing("programme", "last_mission", "last", lines.edge_mission("last_mission", -1), _MISSION),
    Field("ended", "programme", "end", "day", claimed("ended")),
    _thing("programme", "manufacturer", "build", claimed("manufacturer"), _PARTIES),
    _thing("programme", "operator", "operate fly", claimed("operator"), _PARTIES),
    _thing("programme", "country", "", plain("country"), _COUNTRIES),
    Field("other_names", "programme", "name", "text", plain("other_names", "names")),
    Field("attaches", "programme", "attach", "text", claimed("attaches")),
    Field("reusable", "programme", "", "yesno", claimed("reusable")),
    Field("returns_cargo", "programme", "return", "yesno", claimed("returns_cargo")),
    _thing("programme", "variants", "variant", lines.variants, frozenset({"variant"})),
    _thing(
        "programme",
        "cachet_makers",
        "make by",
        lines.usual("cachet_makers", "cachets", "party"),
        _PARTIES,
    ),
    _thing(
        "programme",
        "postmark_places",
        "postmark",
        lines.usual("postmark_places", "postmarks", "place"),
        _PLACES,
        "practice",
    ),
    Field("practice_event", "programme", "", "text", lines.practice_events, group="practice"),
    _thing(
        "programme",
        "servicers",
        "service",
        lines.usual("servicers", "servicing", "party"),
        _PARTIES,
        "practice",
    ),
    _thing(
        "programme",
        "serviced_at",
        "service",
        lines.usual("serviced_at", "servicing", "place"),
        _PLACES,
        "practice",
    ),
    _thing(
        "mission",
        "postmark_places",
        "",
        lines.usual("postmark_places", "postmarks", "place"),
        _PLACES,
        "practice",
    ),
    Field("practice_event", "mission", "", "text", lines.practice_events, group="practice"),
    # variants
    _thing("variant", "programme", "programme", plain("programme"), frozenset({"programme"})),
    Field("introduced", "variant", "first", "day", claimed("introduced")),
    Field("retired", "variant", "end", "day", claimed("retired")),
    Field("flights", "variant", "flights", "quantity", lines.flights),
    Field("capacity", "variant", "capacity", "quantity", claimed("capacity")),
    Field("changed", "variant", "change", "text", claimed("changed")),
    _thing("variant", "first_mission", "first", lines.edge_mission("first_mission", 0), _MISSION),
    _thing("variant", "last_mission", "last", lines.edge_mission("last_mission", -1), _MISSION),
    # parties, people, places, expeditions, marks, terms
    Field("roles", "party", "role", "text", plain("roles")),
    Field("place", "party", "place", "text", claimed("place")),
    _thing("party", "country", "", plain("country"), _COUNTRIES),
    Field("part_of", "party", "part_of", "text", claimed("part_of")),
    _thing("party", "people", "lead", claimed("people"), _PARTIES),
    Field("founded", "party", "first", "day", claimed("founded")),
    Field("active", "party", "work", "text", others.active),
    Field("agency", "person", "operate", "text", claimed("agency")),
    _thing("person", "expeditions", "expedition", others.expeditions, frozenset({"expedition"})),
    Field(
        "aboard_from",
        "person",
        "aboard arrive launch fly first",
        "day",
        stays.days("aboard_from", "begin"),
        group="stay",
    ),
    Field(
        "aboard_to",
        "person",
        "depart return end",
        "day",
        stays.days("aboard_to", "finish"),
        group="stay",
    ),
    Field("ship_up", "person", "", "text", stays.ships("ship_up", "up"), group="stay"),
    Field("ship_home", "person", "", "text", stays.ships("ship_home", "down"), group="stay"),
    Field("at_station", "person", "stay", "interval", stays.of_person, group="stay"),
    Field("at_station", "expedition", "stay", "interval", stays.of_expedition),
    _thing("expedition", "crew", "crew", others.crew, frozenset({"person"})),
    _thing("expedition", "commander", "", others.commanders, frozenset({"person"})),
    Field("begun", "expedition", "first", "day", claimed("begun", "begin")),
    Field("over", "expedition", "end", "day", claimed("over", "finish")),
    Field("role", "module", "role", "text", claimed("role")),
    _thing("place", "country", "place", plain("country"), _COUNTRIES),
    Field("role", "place", "role", "text", claimed("role")),
    _thing("place", "requests_to", "request", claimed("requests_to"), frozenset({"place"})),
    Field("opened", "place", "first", "day", claimed("opened")),
    Field("closed", "place", "end", "day", claimed("closed")),
    _thing("mark", "place", "place", plain("place"), frozenset({"place", "station"})),
    _thing("mark", "designer", "make by", claimed("designer"), _PARTIES),
    Field("mark_kind", "mark", "", "text", plain("mark_kind", "kind")),
    Field("looks", "mark", "look change", "text", claimed("looks")),
    Field("begun", "mark", "first launch", "day", claimed("begun", "begin")),
    Field("over", "mark", "end", "day", claimed("over", "finish")),
    Field("definition", "term", "define", "text", claimed("definition")),
)

FIELDS: dict[tuple[str, str], Field] = {(field.kind, field.name): field for field in _TABLE}


def fields_of(kind: str) -> list[Field]:
    """Every field that can be asked of a kind of thing."""
    return [field for field in _TABLE if field.kind == kind]


# Knowledge does not change once it is loaded, and a question looks at many things: every fact is
# worked out once, when it is first asked for.
_WORKED_OUT: WeakKeyDictionary[Knowledge, dict[tuple[str, str], tuple[Fact, ...]]]
_WORKED_OUT = WeakKeyDictionary()


def facts_of(knowledge: Knowledge, record: Record, name: str) -> tuple[Fact, ...]:
    """The facts of one field of a thing; empty where nothing is recorded."""
    facts = _WORKED_OUT.setdefault(knowledge, {})
    key = (record.id, name)
    if key not in facts:
        field = FIELDS.get((record.kind_of_thing, name))
        facts[key] = tuple(field.read(knowledge, record)) if field else ()
    return facts[key]
