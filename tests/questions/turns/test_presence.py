"""Which ships were at the station, and lists of a line's ships."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("how many reentries in 2012", "count mission; where ended = 2012 and end_how = reentry"),
        (
            "how many splashdowns in 2014",
            "count mission; where ended = 2014 and end_how = splashdown",
        ),
        (
            "what other flights did the capsule of CRS-33 make?",
            "list mission; where serial contains C211",
        ),
        (
            "how often did the capsule of CRS-21 fly?",
            "count mission; where serial contains C208",
        ),
        ("when did Poisk arrive?", "value mission; arrived; where modules = poisk"),
        ("how did Prichal get to the station?", "list mission; where modules = prichal"),
        ("how many launches in 2012", "count mission; where launched = 2012"),
        (
            "which ships returned to Earth in 2013",
            "list mission; where ended = 2013 and end_how = splashdown",
        ),
        ("what is ATV short for", "value programme; other_names; where self = atv"),
        ("list all HTV with dates", "list mission; where programme = htv"),
        (
            "which port was HTV-2 at on 1 March 2011",
            "value mission; port; where self = htv-2 and at_station = 2011-03-01",
        ),
        (
            "where was HTV-2 on 1 March 2011",
            "value mission; port; where self = htv-2 and at_station = 2011-03-01",
        ),
        (
            "was HTV-2 at Harmony nadir on 1 March 2011",
            (
                "check mission; where self = htv-2 and at_station = 2011-03-01; "
                "claim port = harmony-nadir"
            ),
        ),
        (
            "crew at the docking of ATV-5",
            "value mission; people_aboard; where self = atv-5 and arrived recorded",
        ),
        ("which ships brought mail down", "value cover; down, return_day; where down recorded"),
        ("who publishes Cosmos Express", "describe party; where self = bfv-cosmos"),
        (
            "arrivals from 1 may to 30 june 2011",
            "list mission; where arrived between 2011-05-01 and 2011-06-30",
        ),
        (
            "launches from march to june 2011",
            "list mission; where launched between 2011-03 and 2011-06",
        ),
        (
            "which progress was docked when STS-108 came",
            (
                "list mission; where programme = progress and at_station = (value mission; "
                "arrived; where self = sts-108) and self is not sts-108"
            ),
        ),
        (
            "which ATV was there when CRS-1 came",
            (
                "list mission; where programme = atv and at_station = (value mission; arrived; "
                "where self = crs-1) and self is not crs-1"
            ),
        ),
        (
            "ships at the station together with ATV-5",
            "list mission; where at_station = atv-5 and self is not atv-5",
        ),
        (
            "was HTV-5 docked at the same time as OA-4",
            "check mission; where self = htv-5; claim at_station = cygnus-oa-4",
        ),
        (
            "was ATV-1 there when STS-126 came",
            (
                "check mission; where self = atv-1; claim at_station = (value mission; arrived;"
                " where self = sts-126)"
            ),
        ),
        (
            "did both ATV-1 and ATV-2 fly on ariane 5",
            "check mission; where self = atv-1 or atv-2; claim vehicle contains Ariane 5",
        ),
        (
            "did any progress fly on soyuz-fg",
            "list mission; where programme = progress and vehicle contains Soyuz-FG",
        ),
        ("which version of falcon launched CRS-8", "value mission; vehicle; where self = crs-8"),
        ("is NG-24 still docked", "value mission; departed; where self = cygnus-ng-24"),
        ("which ships belong to ESA", "list mission; where operator = esa"),
        ("HTV at harmony zenith", "list mission; where programme = htv and port = harmony-zenith"),
        (
            "HTV after HTV-4",
            (
                "list mission; where programme = htv and launched > (value mission; launched; "
                "where self = htv-4)"
            ),
        ),
        ("2013 progress list", "list mission; where launched = 2013 and programme = progress"),
        (
            "list all cygnus from wallops",
            "list mission; where programme = cygnus and launch_site = wallops",
        ),
        (
            "progress from baikonur 2010",
            (
                "list mission; where programme = progress and launch_site = baikonur and "
                "launched = 2010"
            ),
        ),
        (
            "which dragon 2 came down in the atlantic",
            "list mission; where variant = dragon-2 and end_place = atlantic",
        ),
        ("reentry dates of the ATVs", "value mission; ended; where programme = atv"),
        ("all ATV with dates", "list mission; where programme = atv"),
        ("since when flies progress MS", "value variant; introduced; where self = progress-ms"),
        ("how long did HTV-1 fly to the station", "value mission; approach; where self = htv-1"),
        ("what flew in october 2014", "list mission; where launched = 2014-10"),
        (
            "what burned up in september 2008?",
            "list mission; where ended = 2008-09 and end_how = reentry",
        ),
        (
            "which launches happened in october 2014",
            "list mission; where launched = 2014-10 and launched recorded",
        ),
        (
            "last ship to arrive in 2010",
            "rank mission; arrived; where arrived = 2010; order descending; limit 1",
        ),
        (
            "first ship to leave in 2013",
            "rank mission; departed; where departed = 2013; order ascending; limit 1",
        ),
        (
            "first launch in 2016",
            "rank mission; launched; where launched = 2016; order ascending; limit 1",
        ),
        (
            "last ship at pirs",
            "rank mission; arrived; where port = pirs; order descending; limit 1",
        ),
        (
            "which ship was the last to fly on Soyuz-U",
            "rank mission; launched; where vehicle contains Soyuz-U; order descending; limit 1",
        ),
        (
            "which progress took pirs away",
            "list mission; where programme = progress and modules_down = pirs",
        ),
        (
            "which ship left after ATV-4 left",
            (
                "rank mission; departed; where departed > (value mission; departed; where self ="
                " atv-4); order ascending; limit 1"
            ),
        ),
        (
            "what undocked before CRS-5 arrived",
            (
                "rank mission; departed; where departed < (value mission; arrived; where self ="
                " crs-5); order descending; limit 1"
            ),
        ),
        (
            "which Cygnus left after CRS-5 arrived",
            (
                "rank mission; departed; where programme = cygnus and departed > (value mission;"
                " arrived; where self = crs-5); order ascending; limit 1"
            ),
        ),
        (
            "how many ships docked after CRS-33",
            "count mission; where arrived > (value mission; arrived; where self = crs-33)",
        ),
        (
            "which Progress left before ATV-1 docked",
            (
                "rank mission; departed; where programme = progress and departed < (value"
                " mission; arrived; where self = atv-1); order descending; limit 1"
            ),
        ),
        (
            "which Dragons arrived after ATV-5 left",
            (
                "list mission; where programme = dragon and arrived > (value mission; departed;"
                " where self = atv-5)"
            ),
        ),
        (
            "who was aboard the ISS when ATV-3 left",
            "list person; where at_station = (value mission; departed; where self = atv-3)",
        ),
        ("what was at the ISS on 1 july 2012", "list mission; where at_station = 2012-07-01"),
        (
            "which ships were docked with ATV-1",
            "list mission; where at_station = atv-1 and self is not atv-1",
        ),
        (
            "which ships were at the ISS with CRS-1",
            "list mission; where at_station = crs-1 and self is not crs-1",
        ),
        (
            "were ATV-1 and ATV-5 docked together?",
            "check mission; where self = atv-1; claim at_station = atv-5",
        ),
        ("who brought prichal", "list mission; where modules = prichal"),
        ("who flew on STS-135", "value mission; crew; where self = sts-135"),
        ("who was on STS-126?", "value mission; crew; where self = sts-126"),
        (
            "where was the first cygnus launched",
            "value mission; launch_site; where self = cygnus-orb-d1",
        ),
        ("when was the last dragon 1 splashdown", "value mission; ended; where self = crs-20"),
        (
            "first manual docking of a progress",
            (
                "rank mission; launched; where programme = progress and by_hand recorded; order"
                " ascending; limit 1"
            ),
        ),
    ],
)
def test_ships_are_meant(read, text, understood):
    assert str(read(text)) == understood
