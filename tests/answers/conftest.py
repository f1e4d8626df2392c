"""A small made-up world with one of everything that is hard, to ask without reading any text."""

from textwrap import dedent

import pytest

from bot.answers.respond import Responder
from bot.answers.select import Selector
from bot.knowledge.load import load_knowledge

FILES = {
    "sources": """\
        club: {name: Club bulletin, title: Club bulletin, kind: club, date: 2017, about: true,
               url: 'https://club.example/'}
        forum: {name: Forum, title: Forum, kind: forum}
        """,
    "programmes": """\
        atv: {name: ATV, source: club, capacity: 7700, attaches: docks, returns_cargo: false,
              statements: {field: flights, value: 5, as_of: 2015}}
        htv: {name: HTV, source: club}
        shuttle: {name: Shuttle, source: club, supplies_iss: false}
        """,
    "missions": """\
        atv-1:
          {name: ATV-1, programme: atv, source: club, ship_name: Jules Verne, outcome: success,
           launch: {at: '2008-03-09T04:03Z', site: kourou},
           stays: {how: docked, at: 2008-04-03, until: 2008-09-05},
           end: {how: reentry, at: 2008-09-29}}
        atv-2:
          {name: ATV-2, programme: atv, source: club, outcome: success,
           launch: {at: [{value: 2011-02-16, source: club, preferred: true},
                         {value: 2011-02-17, source: forum}]},
           stays: {how: docked, at: 2011-02-24, until: 2011-06-20}}
        atv-3:
          {name: ATV-3, programme: atv, source: club, launch: {at: 2012-03-23}, outcome: lost,
           reason: {value: its rocket broke up, source: forum}}
        htv-1: {name: HTV-1, programme: htv, source: club, launch: {at: 2009-09-10}}
        sts-9: {name: STS-9, programme: shuttle, source: club, launch: {at: 2011-07-08},
                end: {how: landing, at: 2011-07-21, place: ksc}}
        """,
    "parties": """\
        moon: {name: Moon Club, roles: club, source: club}
        sun: {name: Sun Club, roles: club, source: club}
        """,
    "people": """\
        ann: {name: Ann Able, source: club}
        bob: {name: Bob Baker, source: club}
        cleo: {name: Cleo Cole, source: club}
        """,
    "expeditions": """\
        expedition-1: {name: Expedition 1, number: 1, source: club, from: 2011-01-01,
                       crew: [{person: ann}, {person: bob}]}
        """,
    "places": """\
        kourou: {name: Kourou, source: club}
        houston: {name: Houston, source: club}
        ksc: {name: Kennedy Space Center, source: club}
        """,
    "stations": "iss: {name: ISS, source: club}\n",
    "marks": "octagon: {name: octagonal seal, kind: seal, source: club}\n",
    "terms": "cachet: {name: cachet, source: club, definition: a drawing on a cover}\n",
    "practices": """\
        atv-cachets: {name: P, about: atv, what: cachets, party: moon, role: main, source: club}
        """,
    "covers": """\
        # ATV-1: exact figures, one range and one that lies within it
        one-folder: {name: One folder, kind: folder, source: club, commemorates: atv-1,
                     issuer: moon, quantities: {of: issued, count: 1200}, covers_inside: 4}
        one-range: {name: One range, kind: cover, source: club, commemorates: atv-1, issuer: sun,
                    quantities: {of: issued, count: {from: 300, to: 400, loose: true}}}
        one-middle: {name: One middle, kind: cover, source: forum, commemorates: atv-1,
                     quantities: {of: issued, count: 350}}
        one-bare: {name: One bare, kind: cover, source: club, commemorates: atv-1}
        # ATV-2: a folder, and the mail that went up and came back
        two-folder: {name: Two folder, kind: folder, source: club, commemorates: atv-2,
                     issuer: moon, quantities: {of: issued, count: 600}}
        two-flown:
          name: Two flown
          kind: cover
          source: club
          commemorates: atv-2
          issuer: moon
          quantities: {of: flown, count: 600}
          strikes: [{place: houston, day: 2012-11-02}, {place: ksc, day: 2012-11-05}]
        two-card: {name: Two card, kind: card, source: club, commemorates: atv-2, issuer: sun,
                   quantities: {of: flown, count: 550}}
        two-mail:
          name: Two mail
          kind: consignment
          source: club
          up: atv-2
          down: sts-9
          members: [two-flown, two-card]
          lots:
            - {id: unattributed, count: 153, from: unknown, marked: octagon, source: forum,
               signed: {crew: expedition-1}}
            - {id: further, count: 14, beside: two-flown, strikes: {place: iss},
               signed: {people: bob}}
            - {id: part, count: 25, within: two-card, signed: {people: ann}}
          legs: {stage: landed, by: sts-9, place: ksc, day: 2011-07-21}
        # ATV-3 was lost: a cover was made for it, and did not fly on it
        three-cover: {name: Three cover, kind: cover, source: club, commemorates: atv-3,
                      signed: {people: cleo}, quantities: {of: issued, count: {about: 40}}}
        # HTV: a series of the programme; a limit; sources that disagree
        htv-series: {name: HTV series, kind: series, form: cover, source: club, commemorates: htv,
                     quantities: {of: issued, count: {fewer_than: 10, per: mission}}}
        htv-limit: {name: HTV limit, kind: cover, source: club, commemorates: htv-1,
                    quantities: {of: issued, count: {at_most: 50}}}
        htv-torn: {name: HTV torn, kind: cover, commemorates: htv-1, source: club,
                   strikes: {place: houston,
                             day: [{value: 2009-09-10, source: club},
                                   {value: 2009-09-11, source: forum}]}}
        """,
}


class World:
    """A knowledge folder, loaded, and the room of answers over it."""

    def __init__(self, folder, **files):
        for name, text in {**FILES, **files}.items():
            path = folder / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        self.knowledge = load_knowledge(folder)
        self.selector = Selector(self.knowledge)
        self.responder = Responder(self.knowledge)

    def answer(self, reading):
        return self.responder.respond(reading)


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """The world as it stands above; immutable, so that all tests may share it."""
    return World(tmp_path_factory.mktemp("world") / "knowledge")


@pytest.fixture
def world_with(tmp_path):
    """world_with(covers="..."): another world, with some files of its own."""
    return lambda **files: World(tmp_path / "knowledge", **files)
