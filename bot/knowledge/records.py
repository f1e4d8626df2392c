"""The records of the knowledge base: frozen, typed, each with the file and line it stands at.

A YAML file of `knowledge/` maps ids to records of one kind; the folder or file name gives the kind
(see `RECORD_TYPES`). Every fact carries a source: its own, or the default of its record.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.knowledge.values import Count, Day

T = TypeVar("T")

Form = Literal["cover", "card", "folder", "letter", "sheet"]
CoverKind = Literal[
    "cover", "card", "folder", "letter", "sheet", "series", "consignment", "specimen"
]
QuantityKind = Literal[
    "issued",  # the print run: how many were made
    "flown",  # went up to the station
    "marked",  # got a souvenir mark on board (the octagonal seal)
    "postmarked",  # got a dated postmark on board
    "signed",
    "numbered",
    "returned",  # came back down
    "designs",  # different issues of a series
]


def _as_tuple(raw: Any) -> Any:
    """One value or a list of them, as a list."""
    if raw is None:
        return ()
    return raw if isinstance(raw, list | tuple) else (raw,)


def as_claims(raw: Any) -> Any:
    """A bare value, one `{value: ...}` or a list of those, as a list of claims."""
    return tuple(
        item
        if isinstance(item, Claim) or (isinstance(item, dict) and "value" in item)
        else {"value": item}
        for item in _as_tuple(raw)
    )


class Part(BaseModel):
    """Base of everything inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Many = Annotated[tuple[T, ...], BeforeValidator(_as_tuple)]
Ids = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class Claim(Part, Generic[T]):
    """A value as one source gives it. Several claims on one field are a disagreement."""

    value: T
    source: Ids = ()
    note: str | None = None
    preferred: bool = False
    inferred: bool = False


if TYPE_CHECKING:
    Claims = Annotated[tuple[Claim[T], ...], BeforeValidator(as_claims)]
else:

    class Claims:
        """`Claims[str]`: an alias of its own, as pydantic's `Claim[T]` forgets that T is open."""

        def __class_getitem__(cls, kind: Any) -> Any:
            return Annotated[tuple[Claim[kind], ...], BeforeValidator(as_claims)]


def preferred(claims: tuple[Claim[T], ...]) -> Claim[T]:
    """The claim marked as preferred, else the first one."""
    return next((claim for claim in claims if claim.preferred), claims[0])


class Sourced(Part):
    """An entry that may name its own source and a note to show with it."""

    source: Ids = ()
    note: str | None = None


class Statement(Sourced):
    """What a source said at a time; it never overwrites what Flown derives itself."""

    field: str
    value: Annotated[Count | Day | str, Field(union_mode="left_to_right")]
    as_of: Day | None = None


class Remark(Sourced):
    """An opinion or a background fact in our own words: it is quoted, and nothing concluded."""

    text: str


class Where(Part):
    """Where a record stands in the knowledge folder."""

    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Record(Part):
    """What every thing has: an id, a name, the other names it goes by, and a source."""

    kind_name: ClassVar[str] = "record"

    id: str
    at: Where = Where()
    name: str
    names: Ids = ()
    shared_names: Ids = ()  # names that other things bear too: Flown asks which one is meant
    source: Ids = ()
    statements: Many[Statement] = ()
    remarks: Many[Remark] = ()

    @property
    def kind_of_thing(self) -> str:
        """The kind that questions ask for: mission, cover, party ..."""
        return self.kind_name


class Source(Record):
    """Where facts come from, by the name a collector knows."""

    kind_name = "source"

    title: str
    url: str | None = None
    date: Day | None = None
    about: bool = False  # the date is approximate
    kind: Literal[
        "article",
        "issuer",
        "catalogue",
        "club",
        "forum",
        "dealer",
        "dataset",
        "press",
        "blog",
        "agency",
        "reference",
        "rules",
    ]
    read: Literal["whole", "opening", "item"] = "whole"
    credit: str | None = None
    accessed: Day | None = None


class Numbering(Sourced):
    """A series of numbers that flights bear, and why some number of it is missing.

    `pattern` is the id of a flight (or its NASA number) with {} for the number.
    """

    pattern: str
    of: Literal["id", "nasa_number"] = "id"
    digits: int = 1  # 2 where the first is written 01
    begin: int = Field(default=1, alias="from")
    finish: int | None = Field(default=None, alias="to")  # None: the series goes on
    unlike: dict[int, str] = {}  # the ids of flights that depart from the pattern
    missing: dict[int, str] = {}  # why no flight to the station bears the number
    in_launch_order: bool = False

    def written(self, number: int) -> str:
        """The id or NASA number that a number of the series stands for."""
        return self.unlike.get(number) or self.pattern.replace("{}", f"{number:0{self.digits}}")

    def number_of(self, mission: Mission) -> int | None:
        """The number of the series that a mission bears, or None."""
        borne = str(getattr(mission, self.of))
        for number, thing_id in self.unlike.items():
            if borne == thing_id:
                return number
        before, _, after = map(re.escape, self.pattern.partition("{}"))
        match = re.fullmatch(f"{before}([0-9]{{{self.digits},}}){after}", borne)
        return int(match[1]) if match else None


class Unconfirmed(Sourced):
    """A flight that no good source confirms: `flown stats` lists it, and it is no fact."""

    name: str
    why: str


class Programme(Record):
    """A line of cargo ships (Progress, ATV ...), or the shuttle, which carried mail."""

    kind_name = "programme"

    full_name: str | None = None
    country: str | None = None  # a country id: whose line it is
    operator: Claims[str] = ()  # a party id
    manufacturer: Claims[str] = ()  # a party id
    capacity: Claims[Count] = ()  # kilograms of cargo
    first_flight: Claims[Day] = ()
    first_iss_flight: Claims[Day] = ()
    ended: Claims[Day] = ()
    attaches: Claims[Literal["docks", "berths", "either"]] = ()  # by itself, or by the arm
    returns_cargo: Claims[bool] = ()
    reusable: Claims[bool] = ()
    supplies_iss: bool = True  # one of the cargo programmes that Flown is about
    numbering: Many[Numbering] = ()
    unconfirmed: Many[Unconfirmed] = ()


class Variant(Record):
    """A version of a programme's ship, such as Progress M1."""

    kind_name = "variant"

    programme: str
    introduced: Claims[Day] = ()
    retired: Claims[Day] = ()
    capacity: Claims[Count] = ()  # kilograms of cargo
    changed: Claims[str] = ()  # what set it apart from the version before


class Launch(Sourced):
    """The start of a flight; `site` is a place id."""

    at: Claims[Day] = ()
    vehicle: Claims[str] = ()
    site: Claims[str] = ()
    pad: str | None = None


class Stay(Sourced):
    """One stay at a port of the station. A ship that was moved to another port has several."""

    captured: Claims[Day] = ()  # grappled by the arm
    at: Claims[Day] = ()  # docked or berthed
    how: Literal["docked", "berthed"]
    port: str | None = None  # a port id
    unberthed: Claims[Day] = ()  # lifted off the port by the arm, hours or a day before its release
    until: Claims[Day] = ()  # undocked, or released from the arm
    by_hand: Claims[str] = ()  # who docked it by remote control: a person id


class End(Sourced):
    """How a flight ended; `place` is a place id."""

    at: Claims[Day] = ()
    how: Literal["reentry", "splashdown", "landing", "lost"]
    place: Claims[str] = ()


class Cargo(Sourced):
    """Kilograms up or down as one source counts them."""

    up: Claims[Count] = ()
    down: Claims[Count] = ()


class Mission(Record):
    """One flight of a cargo ship (or of a shuttle that carried covers)."""

    kind_name = "mission"

    programme: str
    variant: str | None = None
    ship_name: Claims[str] = ()  # Jules Verne, S.S. Alan Poindexter
    nasa_number: str | None = None  # 59P
    serial: Claims[str] = ()
    operator: Claims[str] = ()  # a party id
    cospar: str | None = None
    launch: Launch | None = None
    stays: Many[Stay] = ()
    end: End | None = None
    outcome: Claims[Literal["success", "partial", "lost"]] = ()
    reason: Claims[str] = ()  # one line: why it was lost, or what went wrong
    cargo: Many[Cargo] = ()
    crew: Ids = ()  # for shuttles: person ids
    modules: Ids = ()  # module ids carried
    modules_down: Ids = ()  # module ids taken away from the station

    @property
    def was_lost(self) -> bool:
        """Whether it is recorded as lost: it never reached the station."""
        return bool(self.outcome) and preferred(self.outcome).value == "lost"


class Quantity(Sourced):
    """How many pieces, and what is counted."""

    of: QuantityKind
    count: Count
    event: str | None = None


class DayOf(Part):
    """A day taken from an event of a mission: shown as inferred."""

    mission: str
    event: Literal["launched", "arrived", "departed", "ended"]


class Strike(Sourced):
    """One postmark: its place and its day, each of which may be unknown."""

    place: str | None = None  # a place id; `iss` for a postmark struck on board
    day: Claims[Day] = ()
    day_of: DayOf | None = None
    event: str | None = None  # what the postmark marks: launch, docking, undocking, return ...
    mark: str | None = None  # a mark id: which handstamp it was


class MarkStruck(Sourced):
    """A souvenir mark (a seal, not a postmark)."""

    mark: str
    day: Claims[Day] = ()


class Signing(Sourced):
    """Who signed: people, whole crews (expedition ids), and others who have no record.

    `others_flew` says that those others were a crew, or members of one.
    """

    people: Ids = ()
    crew: Ids = ()
    others: str | None = None
    others_flew: bool = False
    day: Claims[Day] = ()
    inscribed: bool = False


class Leg(Sourced):
    """One step of the way that a consignment travelled."""

    stage: Literal[
        "packed",
        "loaded",
        "launched",
        "carried_in",
        "stored",
        "undocked",
        "landed",
        "recovered",
        "postmarked",
        "arrived",
    ]
    day: Claims[Day] = ()
    place: str | None = None  # a place id
    by: str | None = None  # the mission that carried it
    craft: str | None = None  # the ship that carried it, where it is none on record here
    within: str | None = Field(default=None, alias="in")  # a module id, or a term id such as `ctb`
    bag_number: str | None = None  # as it is written on the bag
    person: str | None = None


class Lot(Sourced):
    """Some pieces of an item and all that happened to them.

    Exactly one of `within` (part of that item), `beside` (further pieces) or `origin: unknown`
    (the source does not say whose they are). Only `beside` lots add to a total.
    """

    id: str
    count: Count | None = None
    within: str | None = None
    beside: str | None = None
    origin: Literal["unknown"] | None = Field(default=None, alias="from")
    marked: Ids = ()  # mark ids
    strikes: Many[Strike] = ()
    signed: Many[Signing] = ()


class Cover(Record):
    """A cover, card, folder, letter or sheet; or a series, a consignment, or one known specimen."""

    kind_name = "cover"

    kind: CoverKind
    form: Form | None = None  # what a series, specimen or consignment consists of
    commemorates: Ids = ()  # missions, programmes or events that it was made for
    event: str | None = None  # launch, docking, tracking ...
    addressee: Ids = ()  # to whom letters were written: person ids
    issuer: Claims[str] = ()  # party id
    maker: Claims[str] = ()  # who made the cachet: party id
    servicer: Claims[str] = ()  # party id
    up: Claims[str] = ()  # the mission that took it up
    down: Claims[str] = ()  # the mission that brought it back
    quantities: Many[Quantity] = ()
    numbering: Claims[str] = ()
    covers_inside: Claims[Count] = ()  # how many covers a folder holds
    contains: Ids = ()  # cover ids that a folder holds
    members: Ids = ()  # cover ids of a consignment or series
    strikes: Many[Strike] = ()
    marks: Many[MarkStruck] = ()
    signed: Many[Signing] = ()
    lots: Many[Lot] = ()
    legs: Many[Leg] = ()
    weight: Claims[str] = ()  # of all pieces together, as a source gives it
    distance: Claims[str] = ()  # that they travelled, as a source gives it
    features: Claims[str] = ()  # personalised stamp, special cachet, plastic pouch ...

    @property
    def piece_form(self) -> str:
        """What one piece of it is: cover, card, folder, letter or sheet."""
        if self.form is not None:
            return self.form
        return self.kind if self.kind in {"card", "folder", "letter", "sheet"} else "cover"


class Active(Sourced):
    """What somebody did, and when a source shows them at it."""

    what: str
    begin: Claims[Day] = Field(default=(), alias="from")
    finish: Claims[Day] = Field(default=(), alias="to")
    programme: Ids = ()
    missions: Ids = ()
    place: str | None = None


class Party(Record):
    """A club, company, agency, dealer, cachet maker or servicer; one person may be one, too."""

    kind_name = "party"

    roles: Many[
        Literal[
            "club",
            "company",
            "agency",
            "dealer",
            "issuer",
            "cachet maker",
            "servicer",
            "organiser",
            "collector",
            "writer",
            "designer",
            "post",
            "expert",
            "brand",
        ]
    ]
    individual: bool = False
    place: Claims[str] = ()  # where it sits: free text, or a place id
    country: str | None = None  # the country id of that place, or of its name
    part_of: Claims[str] = ()  # the company that a club belongs to
    people: Claims[str] = ()  # who leads it or stands behind it: ids
    founded: Claims[Day] = ()
    active: Many[Active] = ()


class PersonStay(Sourced):
    """One stay of a person on board the station."""

    begin: Claims[Day] = Field(alias="from")
    finish: Claims[Day] = Field(default=(), alias="to")
    up: str | None = None
    down: str | None = None


class Person(Record):
    """A cosmonaut or astronaut (or somebody named after whom a ship was called)."""

    kind_name = "person"

    agency: Claims[str] = ()
    stays: Many[PersonStay] = ()


class Place(Record):
    """A launch site, post office, landing place, control centre or tracking station."""

    kind_name = "place"

    country: str | None = None  # a country id
    within: str | None = None  # a larger place id
    role: Claims[str] = ()
    requests_to: Claims[str] = ()  # the place that takes requests for its postmark
    opened: Claims[Day] = ()
    closed: Claims[Day] = ()


class Country(Record):
    """A country that places, parties and lines belong to; Europe counts as one, for its ATV."""

    kind_name = "country"

    within: str | None = None  # the country that it is a part of


class Station(Record):
    """A space station."""

    kind_name = "station"


class Module(Record):
    """A module of a station, or one that travelled in a shuttle."""

    kind_name = "module"

    station: str | None = None
    role: Claims[str] = ()


class Port(Record):
    """A docking or berthing port; `begin` and `finish` say when it could be used."""

    kind_name = "port"

    module: str | None = None
    begin: Claims[Day] = Field(default=(), alias="from")
    finish: Claims[Day] = Field(default=(), alias="to")


class CrewMember(Sourced):
    """Somebody in an expedition's crew."""

    person: str
    role: str | None = None
    part: str | None = None  # for which part of it


class Expedition(Record):
    """A crew of the station; its dates are not those of each member's stay."""

    kind_name = "expedition"

    number: int
    begin: Claims[Day] = Field(default=(), alias="from")
    finish: Claims[Day] = Field(default=(), alias="to")
    crew: Many[CrewMember] = ()


class Mark(Record):
    """A handstamp, seal or postmark device."""

    kind_name = "mark"

    kind: Literal["seal", "postmark", "pictorial postmark", "handstamp"]
    place: str | None = None
    designer: Claims[str] = ()  # a party id
    looks: Claims[str] = ()
    begin: Claims[Day] = Field(default=(), alias="from")
    finish: Claims[Day] = Field(default=(), alias="to")
    seen: Many[Claim[Day]] = ()
    follows: str | None = None  # the device that it replaced


class Practice(Record):
    """Who usually makes cachets for a programme, or which postmark suits which event."""

    kind_name = "practice"

    about: Ids  # programme or mission ids
    what: Literal["cachets", "postmarks", "servicing"]
    event: str | None = None  # launch, docking, berthing, landing, tracking, on board
    party: str | None = None
    place: str | None = None
    mark: str | None = None
    role: Literal["main", "also", "secondary"] = "also"
    status: Literal["observed", "by rule"] = "observed"
    begin: Claims[Day] = Field(default=(), alias="from")
    finish: Claims[Day] = Field(default=(), alias="to")
    note: str | None = None


class Term(Record):
    """A word of the field and what it means, in our own words."""

    kind_name = "term"

    definition: Claims[str]
    in_languages: dict[str, Ids] = {}  # fr, de, ru, it, ja: the words used there


RECORD_TYPES: dict[str, type[Record]] = {
    "sources": Source,
    "programmes": Programme,
    "variants": Variant,
    "missions": Mission,
    "covers": Cover,
    "parties": Party,
    "people": Person,
    "places": Place,
    "countries": Country,
    "stations": Station,
    "modules": Module,
    "ports": Port,
    "expeditions": Expedition,
    "marks": Mark,
    "practices": Practice,
    "terms": Term,
}
