"""Mail under way, what folders hold, who issued and makes."""

import pytest


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "when did they take the ATV-1 mail out of Leonardo",
            "value cover; recovered_day; where about = atv-1 and carried_in = leonardo",
        ),
        (
            "was the bag of ATV-1 in Leonardo?",
            "check cover; where about = atv-1; claim carried_in = leonardo",
        ),
        (
            "which module brought ATV-1 mail back",
            "value cover; carried_in; where about = atv-1 and down recorded",
        ),
        (
            "what was the Jules Verne mail packed in?",
            "value cover; carried_in; where about = atv-1",
        ),
        (
            "is the ATV-2 folder no. 601 on record?",
            "fits cover; where about = atv-2 and quantity = 601 and form = folder",
        ),
        (
            "who signed ATV-2 folder no. 412?",
            "value cover; signed_by; where about = atv-2 and form = folder",
        ),
        (
            "what number does the ATV-2 folder bear?",
            "value cover; numbering; where about = atv-2 and form = folder",
        ),
        ("where did the ATV-1 mail end up?", "value cover; handed_place; where about = atv-1"),
        (
            "did La Marianne number its covers?",
            "check cover; where by_party = la-marianne; claim numbering recorded",
        ),
        (
            "did the covers on ATV-2 come home?",
            "check cover; where about = atv-2; claim down recorded",
        ),
        ("bag number of the ATV-1 mail?", "value cover; bag_number; where about = atv-1"),
        ("what was the CTB number on ATV-2?", "value cover; bag_number; where about = atv-2"),
        ("where was atv-1 mail packed", "value cover; packed_day; where about = atv-1"),
        ("when was the mail of ATV-1 loaded", "value cover; loaded_day; where about = atv-1"),
        ("who unloaded the ATV-1 mail", "value cover; carried_by; where about = atv-1"),
        ("who took the ATV-1 covers on board", "value cover; carried_by; where about = atv-1"),
        ("to whom was the ATV-1 mail handed", "value cover; handed_place; where about = atv-1"),
        ("where did the ATV-1 bag land?", "value cover; return_place; where self = atv-1-mail"),
        (
            "when did the ATV-1 mail get to Bremen",
            "value cover; handed_day; where about = atv-1 and handed_place = bremen",
        ),
        (
            "when came the ATV-1 mail back to bremen",
            "value cover; handed_day; where about = atv-1 and handed_place = bremen",
        ),
        (
            "which covers are in the ATV-2 folder?",
            "value cover; contains; where about = atv-2 and form = folder",
        ),
        (
            "which covers come with the ATV-2 folder",
            "value cover; contains; where about = atv-2 and form = folder",
        ),
        (
            "what contains proxima diptych",
            "value cover; contains, covers_inside; where self = proxima-folder",
        ),
        (
            "who were the letters on progress m1-10 for",
            "value cover; addressee; where about = progress-m1-10 and form = letter",
        ),
        (
            "to whom was the mail on Progress M-48",
            "value cover; addressee; where about = progress-m-48",
        ),
        (
            "how many letters to onufriyenko",
            "value cover; quantity; where addressee = onufrienko and form = letter",
        ),
        ("how many pieces did ATV-1 mail have", "value cover; flown; where about = atv-1"),
        ("which covers landed at KSC", "list cover; where return_place = ksc"),
        (
            "does Chizhov make Progress cachets",
            "check programme; where self = progress; claim cachet_makers = chizhov",
        ),
        ("list all makers of ATV cachets", "value programme; cachet_makers; where self = atv"),
        (
            "issuer of the flown card of ATV-2",
            "value cover; issuer; where about = atv-2 and form = card and flew recorded",
        ),
        ("how do I get a KSC cancel", "value place; requests_to; where self = ksc"),
        ("which covers are for Kibo", "list cover; where commemorates = kibo"),
        ("who serviced the Zarya cover", "value cover; servicer; where self = zarya-cover-urusov"),
        (
            "when was the Treshchev letter postmarked",
            "value cover; strike_day; where self = treshchev-letter",
        ),
        (
            "rarest signed ATV cover",
            (
                "rank cover; issued; where about = atv and signed_by recorded; order ascending;"
                " limit 1"
            ),
        ),
        ("which covers came back on ATV-1?", "list cover; where down = atv-1"),
        ("which covers came back from ATV-4?", "list cover; where down = atv-4"),
        ("how many pieces came back from ATV-1?", "value cover; returned; where up = atv-1"),
        (
            "how many ATV-2 covers were signed by the crew?",
            "value cover; signed; where about = atv-2 and signer_role = crew",
        ),
        ("crew-signed covers", "list cover; where signer_role = crew"),
        (
            "was the ATV-3 cover signed by the crew?",
            "check cover; where about = atv-3; claim signer_role = crew",
        ),
        (
            "who makes Progress covers",
            "value programme; cachet_makers; where self = progress",
        ),
        (
            "did Urusov make Progress covers",
            "check programme; where self = progress; claim cachet_makers = urusov",
        ),
        ("who made ATV-2 covers", "value cover; by_party; where about = atv-2"),
        (
            "which cachet makers made Dragon covers",
            "value cover; by_party; where about = dragon",
        ),
        (
            "what is in the proxima folder",
            "value cover; contains, covers_inside; where self = proxima-folder",
        ),
        ("what was in the ATV-1 bag?", "describe cover; where self = atv-1-mail"),
        ("CRS-1 return?", "value mission; ended, end_how; where self = crs-1"),
        (
            "who carried the mail of ATV-1 into the station?",
            "value cover; carried_by; where about = atv-1",
        ),
        (
            "who brought the mail of ATV-1 in?",
            "value cover; carried_by; where about = atv-1",
        ),
        (
            "which cover was flown most",
            "rank cover; flown; where flew recorded; order descending; limit 1",
        ),
    ],
)
def test_the_mail_is_meant(read, text, understood):
    assert str(read(text)) == understood
