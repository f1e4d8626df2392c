"""Facts have sources, sources have facts."""


def test_a_record_without_a_source_is_a_problem(shelf):
    shelf.write("terms", "cachet:\n  name: cachet\n  definition: A printed design.\n")
    assert shelf.problems() == [
        "knowledge/terms.yaml:1: cachet: has no source: say where its facts are from"
    ]


def test_a_source_that_nothing_rests_on_is_a_problem(shelf):
    shelf.write("sources/more", "\nforum: {name: Forum, title: F, kind: forum, source: forum}\n")
    assert shelf.problems() == [
        "knowledge/sources/more.yaml:2: forum: no fact names this source: use it or remove it"
    ]


def test_a_source_named_by_one_entry_alone_is_no_orphan(shelf):
    shelf.write("sources/more", "forum: {name: Forum, title: A forum, kind: forum}\n")
    shelf.write(
        "terms",
        """\
        cachet:
          name: cachet
          definition: {value: A printed design., source: forum}
          source: club
        """,
    )
    assert shelf.problems() == []
