"""YAML without its surprises: what is written is what is read, and every entry has its line."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.yamlfile import line_at, read_yaml


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        path = tmp_path / "file.yaml"
        path.write_text(dedent(text), encoding="utf-8")
        return read_yaml(path, "file.yaml")

    return read_text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("On", "On"),
        ("True", "True"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("+5", "+5"),
        (".5", ".5"),
        (".nan", ".nan"),
        ("2011-02-16", "2011-02-16"),
        ("2008-11-30T21:25Z", "2008-11-30T21:25Z"),
        ("59P", "59P"),
        ("'600'", "600"),
        ('"true"', "true"),
        ("''", ""),
        ("600", 600),
        ("0", 0),
        ("-3", -3),
        ("1.10", 1.1),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("こうのとり4号機", "こうのとり4号機"),
        ("!!str 12", 12),  # a tag of YAML's own changes nothing
    ],
)
def test_a_plain_word_is_typed_narrowly(read, written, value):
    file = read(f"key: {written}\n")
    assert file.problems == []
    assert file.data == {"key": value}
    assert type(file.data["key"]) is type(value)


def test_keys_are_text(read):
    assert read("{8: cygnus, NO: norway, true: yes}").data == {
        "8": "cygnus",
        "NO": "norway",
        "true": "yes",
    }


def test_every_entry_has_its_line(read):
    file = read(
        """\
        # a comment
        atv-1:
          name: ATV-1

          quantities:
            - {of: issued, count: 1200}
            - of: flown
              count: 600
        """
    )
    lines = {
        ("atv-1",): 2,
        ("atv-1", "name"): 3,
        ("atv-1", "quantities"): 5,
        ("atv-1", "quantities", 0): 6,
        ("atv-1", "quantities", 1, "count"): 8,
    }
    assert {path: file.line_of(path) for path in lines} == lines


def test_the_line_of_what_is_missing_is_that_of_what_surrounds_it(read):
    file = read("a:\n  b:\n    c: 1\n")
    assert file.line_of(("a", "b", "x", "y")) == 2
    assert file.line_of(("z",)) == 1


def test_a_single_entry_is_found_as_the_first_of_a_list(read):
    file = read("a:\n  quantities:\n    of: flown\n    count: 3\n")
    assert file.line_of(("a", "quantities", 0, "count")) == 4
    assert line_at({("a",): 7}, ("a", 0, "value")) == 7


def test_a_key_given_twice_is_a_problem_and_the_first_stays(read):
    file = read("a:\n  up: atv-1\n  up: atv-2\n")
    assert [str(p) for p in file.problems] == [
        "file.yaml:3: 'up' is given twice here (first in line 2): keep one"
    ]
    assert file.data == {"a": {"up": "atv-1"}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1, 2\nb: 3\n", "file.yaml:2: not valid YAML: "),
        ("a:\n\t- b\n", "file.yaml:2: not valid YAML: found character"),
        ("a: 1\n---\nb: 2\n", "file.yaml:2: not valid YAML: but found another document"),
        ("a: *b\n", "file.yaml:1: not valid YAML: found undefined alias"),
        ("a: &x {n: 1}\nb: *x\n", "file.yaml:1: this entry is used again as *name"),
        ("a: &x [*x]\n", "file.yaml:1: this entry is used again as *name"),
        ("a: 1\n? [b, c]\n: 2\n", "file.yaml:2: a key is a single word"),
        ("a: !python/name:os.system 1\n", "file.yaml:1: the tag !python/name:os.system is not"),
        ("a: \x07\n", "file.yaml:1: not valid YAML: "),
    ],
)
def test_what_is_not_ours_is_a_problem_with_its_line(read, text, message):
    assert str(read(text).problems[0]).startswith(message)


def test_all_repeated_keys_are_told_at_once(read):
    assert len(read("a: 1\na: 2\nb: {c: 1, c: 2}\n").problems) == 2


def test_a_file_that_is_no_text_is_a_problem(tmp_path):
    path = tmp_path / "photo.yaml"
    path.write_bytes(b"name: \xff\xfe")
    assert "photo.yaml:1: not UTF-8 text" in str(read_yaml(path, "photo.yaml").problems[0])
    gone = read_yaml(tmp_path / "gone.yaml", "gone.yaml")
    assert str(gone.problems[0]) == "gone.yaml:1: cannot be read: No such file or directory"


def test_an_empty_file_holds_nothing_and_is_no_problem(read):
    file = read("# nothing yet\n")
    assert (file.data, file.problems) == (None, [])


def test_deep_nesting_is_refused_without_a_traceback(read):
    assert read("[" * 5000 + "]" * 5000).problems


@given(st.text() | st.text(alphabet="{}[]:,-&*!? \n'\"|>#%@ab1"))
def test_no_text_raises(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    file = read_yaml(path, "any.yaml")
    assert all(problem.line >= 1 for problem in file.problems)
