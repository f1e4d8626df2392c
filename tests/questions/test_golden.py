from pathlib import Path

import pytest
import yaml

GOLDEN = yaml.load(
    Path(__file__).with_name("golden.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader
)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["q"])
def test_an_answer_is_worded_as_it_was_read_and_approved(brain, golden):
    answer = brain.ask(golden["q"]).answer

    assert (answer.status, answer.text) == (golden["status"], golden["text"])


def test_golden_texts_stay_few():
    assert len(GOLDEN) <= 40
