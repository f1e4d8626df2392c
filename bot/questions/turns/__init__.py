"""Turns of phrase: words that stand apart and mean something only together.

"How long did it take ATV-3 to arrive" is about no stay, "what did it dock to" about no day. Each
turn looks at the whole sketch and settles what the words mean; the readings then see plain topics
and fields. A turn that can only be misread is left as a word that nothing explains.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.knowledge.base import Knowledge
from bot.questions.sketch import Sketch
from bot.questions.turns import aboard, countries, covers, flights, loads, mail, people, presence


def take_turns(sketch: Sketch, knowledge: Knowledge) -> None:
    """Settle every turn of phrase in a sketch."""
    for turn in _TURNS:
        turn(sketch, knowledge)


# In the order in which they are settled: a later turn sees what an earlier one made of the words.
_TURNS: tuple[Callable[[Sketch, Knowledge], None], ...] = (
    flights.flight_by_order,
    covers.counts_of_others,
    countries.belongs_to_country,
    countries.clubs_or_dealers,
    flights.ships_of_a_line,
    flights.line_in_a_year,
    people.who_is,
    flights.back_in_time,
    flights.two_days,
    flights.time_to_arrive,
    flights.docked_to_what,
    flights.first_docked_to,
    flights.came_down,
    mail.taken_out,
    mail.bag_of,
    mail.got_to,
    mail.in_the_folder,
    mail.for_whom,
    mail.landed_covers,
    mail.makes_cachets,
    mail.issuer_of,
    loads.apposed,
    loads.can_haul,
    loads.cargo_of,
    loads.flew_longer,
    loads.mail_on,
    loads.brought_home,
    loads.carries_more,
    flights.kind_of_ship,
    loads.brought_what,
    flights.described_by_name,
    flights.where_at_the_station,
    flights.started,
    flights.flight_by_name,
    flights.left_the_ground,
    flights.at_the_end,
    flights.were_there,
    flights.was_there,
    flights.aboard_when,
    flights.faster,
    flights.together_with,
    flights.size,
    aboard.came,
    presence.counted_events,
    presence.docked_when,
    presence.there_when,
    presence.edge_of_a_port,
    presence.edge_of_a_year,
    presence.brought_module,
    presence.any_of_a_line,
    presence.version_of_a_rocket,
    presence.still_docked,
    presence.ships_meant,
    presence.dates_of_ships,
    presence.ships_of_an_agency,
    presence.since_when,
    presence.flew_to_the_station,
    presence.crew_of_a_shuttle,
    aboard.during_their_stay,
    aboard.who_was_there,
    aboard.edge_then,
    aboard.which_expeditions,
    aboard.crew_of_the_station,
    people.who_leads,
    people.times_aboard,
    people.stay_of_people,
    people.people_of_agency,
    people.signed_by_members,
    covers.said_of_covers,
    covers.postmarked_for,
    covers.signed_on_board,
    covers.were_up_there,
    covers.three_in_the_folder,
    covers.in_orbit_or_on_earth,
    covers.whose_stamp,
    covers.requests_for_postmark,
    covers.handed_over_at,
    covers.tracking_stations,
    people.aboard_a_ship,
    covers.flown_of_a_line,
    covers.for_tracking,
    covers.cover_for_event,
    covers.iss_postmark,
    covers.bears_a_mark,
    covers.of_a_folder,
    covers.from_a_year,
    people.which_crew_signed,
    covers.in_which_folder,
    covers.instead,
    covers.covers_of_the_folder,
    covers.stamped_on_board,
    people.letters_to,
    covers.measured,
    covers.who_printed,
    people.named_after,
    flights.by_hand,
    flights.attaches_itself,
    covers.pieces_of_a_flight,
    people.made_up_a_crew,
    people.which_agency_issued,
    people.did_something_for,
)
