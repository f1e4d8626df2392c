"""What no reading takes up: better not understood than overlooked.

A question whose every word is known can still ask something that no reading answers: "was it
launched before the other one docked", "which covers are unsigned". Each guard looks for one such
construction and names the word that would go unheard. It comes after the turns of phrase, which
have taken up what can be answered.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.knowledge.base import Knowledge
from bot.questions.overlooked import covers, flights, numbers, people, postmarks, times, traces
from bot.questions.query import Query, Trouble
from bot.questions.sketch import Sketch


def overlooked(sketch: Sketch, knowledge: Knowledge) -> str:
    """The word of a sketch that nothing would hear, or "" where there is none."""
    return next((word for guard in _GUARDS if (word := guard(sketch, knowledge))), "")


def denied_of_itself(reading: Query | Trouble, sketch: Sketch) -> str:
    """As in "who else signed it besides Nespoli": his covers bear the others' names, too."""
    if isinstance(reading, Trouble) or reading.want != "value":
        return ""
    by_several = bool({"signed", "signed_by"} & set(reading.fields))
    denied = by_several and any(c.op == "is not" and c.field == "signed_by" for c in reading.where)
    word = sketch.first_text(lambda slot: slot.means("negation")) or sketch.slots[0].text
    return word if denied else ""


def said_of_all(reading: Query | Trouble, sketch: Sketch) -> str:
    """A word that restricts what is listed or counted, where no condition came of it."""
    if isinstance(reading, Trouble) or reading.want not in {"list", "count"} or reading.where:
        return ""
    if sketch.advice:
        return sketch.first_text(lambda slot: slot.means("advice"))
    restricting = ("on_board", "limit", "negation", "direction", "ordinal", "order")
    for slot in sketch.slots:
        if any(sense.kind in restricting for sense in slot.senses):
            return slot.text
    words = (use.text for use in sketch.topics if use.topic != "fly")
    named = (m.slot.text for m in sketch.mentions if m.things != ("iss",))
    return next(words, next(named, ""))


def says_nothing(reading: Query | Trouble, sketch: Sketch, knowledge: Knowledge) -> str:
    """A word for which a reading left no trace: "how many exist" that counts the thing itself."""
    if isinstance(reading, Trouble):
        return ""
    return next((word for look in traces.LOST if (word := look(reading, sketch, knowledge))), "")


_GUARDS: tuple[Callable[[Sketch, Knowledge], str], ...] = (
    numbers.denied_word,
    numbers.sources_of_something,
    numbers.other_than,
    numbers.compared_in_check,
    numbers.part_of_a_number,
    numbers.two_events,
    people.people_did,
    flights.module_itself,
    flights.line_with_its_version,
    flights.orbiter_of_mail,
    flights.lines_with_covers,
    numbers.kind_not_ranked,
    numbers.edge_of_something,
    numbers.edge_of_covers,
    numbers.two_in_one,
    numbers.denied_pieces,
    numbers.counted_there,
    numbers.so_many_signers,
    numbers.counted_postmarks,
    numbers.both_forms,
    numbers.number_of_a_piece,
    numbers.half_of_a_day,
    numbers.in_both_years,
    people.crews_of_two,
    covers.lost_mail,
    flights.value_and_field,
    people.by_people,
    people.crew_that_came,
    people.members_of_a_crew,
    people.on_both,
    people.module_on_a_shuttle,
    flights.flown_to_mir,
    covers.taken_out,
    covers.makers_but_not,
    covers.there_and_on_board,
    covers.mail_before_a_ship,
    covers.flown_on_itself,
    covers.undocking_covers,
    covers.neither_nor,
    covers.claimed_of_all,
    covers.after_it_did,
    covers.stored_up_there,
    covers.ship_brought_in,
    covers.with_others,
    covers.covers_in_folder,
    covers.events_of_covers,
    covers.wrongly_governed,
    covers.covers_during,
    numbers.counted_others,
    covers.who_received,
    numbers.which_party,
    flights.after_leaving,
    numbers.between_flights,
    numbers.how_often,
    people.aboard_alone,
    flights.together,
    numbers.counted_when,
    numbers.how_many_ports,
    numbers.how_long_after,
    flights.now,
    flights.came_home,
    people.people_carried,
    numbers.every_flight,
    people.whole_crew,
    people.did_it_oneself,
    covers.on_earth,
    covers.can_be,
    numbers.two_figures,
    people.who_wrote_to,
    covers.covers_were_there,
    postmarks.day_of_the_event,
    numbers.marks_on_one,
    numbers.total_in_folders,
    numbers.total_of_flights,
    numbers.none_such,
    numbers.two_values,
    numbers.two_orders,
    flights.flight_of_a_module,
    people.cosmonauts_aboard,
    postmarks.needs,
    covers.end_of_covers,
    numbers.largest_number,
    numbers.number_in_check,
    numbers.signatures_of_one,
    flights.carried_covers,
    flights.on_the_pad,
    flights.named_after_whom,
    people.makers_of_a_country,
    people.parties_in_check,
    people.more_than_people,
    covers.mail_arrived,
    postmarks.lost_and_struck,
    numbers.number_of_ships,
    numbers.several_in_check,
    numbers.kinds_on_two_sides,
    numbers.all_of_a_line,
    numbers.other_counted,
    numbers.most_carried,
    people.besides_in_check,
    people.longest_of_people,
    people.who_was_there,
    people.counted_cosmonauts,
    postmarks.designed_postmark,
    covers.flown_in_claim,
    covers.covers_on_board,
    times.hour_of_a_day,
    times.by_the_clock_of_a_place,
    times.at_that_moment,
    times.while_another,
    times.next_to_arrive,
    times.after_a_loss,
    times.two_dated_events,
    times.lost_meanwhile,
    times.many_years,
    times.not_that_event,
    times.since_which,
    times.over_a_year,
    times.between_two_launches,
    times.docked_again,
    people.who_came_home,
    people.who_picked_up,
    covers.taken_somewhere,
    covers.numbered_bag,
    covers.part_of_folder,
    postmarks.number_of_strikes,
    covers.left_the_station,
    postmarks.struck_on_the_day_of,
    covers.ship_recovered,
    covers.never_flown,
    covers.how_much_mail_they_take,
    covers.made_for_whom,
    covers.same_number,
    postmarks.what_a_postmark_shows,
    people.company_behind,
    people.flights_of_people,
    people.who_was_with,
    flights.able_to_dock,
    flights.how_long_before,
    covers.per_design,
    postmarks.where_on_it,
    postmarks.marks_of_a_place,
    covers.which_flew_on_board,
    covers.who_flew_with,
    covers.set_side_by_side,
    flights.named_for_people,
    flights.for_each_line,
    flights.aboard_now,
    covers.numbered_cover,
    covers.where_now,
    postmarks.pictorial_marks,
    postmarks.written_on_a_mark,
    people.crew_arrived,
    people.letters_to_somebody,
    people.people_and_ships,
    people.aboard_with_mail,
    people.crew_members_with,
    flights.off_the_station,
    flights.longest_to_arrive,
    flights.expedition_at,
    flights.struck_by_expedition,
    flights.ships_at_once,
    flights.there_during,
    flights.near_somewhere,
    flights.started_again,
    postmarks.country_aboard,
    covers.returned_to,
    postmarks.how_many_requests,
    postmarks.which_kind_of_mark,
    postmarks.undocking_postmark,
    postmarks.which_should_have,
    covers.how_to_join,
    covers.told_as_a_story,
    postmarks.struck_by_whom,
    covers.how_much_for,
    covers.made_for_another,
    postmarks.written_in_a_postmark,
    people.how_somebody_came_home,
    people.commander_of_a_shuttle,
    people.days_of_stays_together,
    postmarks.of_the_office_itself,
    people.what_somebody_wrote,
    people.crew_home_on_a_shuttle,
    people.number_of_people,
    people.who_owns,
    flights.ships_that_brought,
)
