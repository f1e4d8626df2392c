"""Questions in German, French, Russian and Italian; and that English ones read as before."""

from importlib import resources

import pytest
import yaml

from bot.questions import names as names_module
from bot.questions import slots as slots_module
from bot.questions.names import NameIndex
from bot.questions.query import Memory, Query
from bot.questions.read import Reader
from bot.questions.vocabulary import Vocabulary, vocabulary
from tests.evaluation.tables import TABLES, load_table
from tests.evaluation.values import may_be_value

LANGUAGES = ("de", "fr", "it", "ru")
FOREIGN = {"german", "french", "italian", "russian"}
SIGNERS = ["padalka", "revin"]

# Each question with one fact that it asks for: subject, attribute, value.
GERMAN = [
    ("Wie hoch ist die Auflage der ATV-1-Mappe?", "atv-1-folder-la-marianne", "issued", 1200),
    ("ATV-2 Auflage Mappe", "atv-2-folder-la-marianne", "issued", 600),
    ("Auflage of the ATV-1 folder", "atv-1-folder-la-marianne", "issued", 1200),
    ("Wie viele Belege sind in der ATV-1-Mappe?", "atv-1-folder-la-marianne", "covers_inside", 4),
    (
        "Wie viele Belege enthält die ATV-2-Mappe?",
        "atv-2-folder-la-marianne",
        "covers_inside",
        3,
    ),
    ("Wieviele Belege sind mit ATV-3 geflogen?", "atv-3-flown-la-marianne", "flown", 400),
    ("Wie viele Karten flogen mit ATV-2?", "atv-2-card-erno", "flown", 550),
    ("Wer hat die C2+ Belege signiert?", "dragon-c2-energia", "signed_by", SIGNERS),
    ("Welche Belege hat Padalka signiert?", "dragon-c2-energia", "signed_by", "padalka"),
    ("Wer gab die ATV-2-Mappe heraus?", "atv-2-folder-la-marianne", "issuer", "la-marianne"),
    ("Wann startete Progress M-27M?", "progress-m-27m", "launched", "2015-04-28"),
    ("Wann hat ATV-2 angedockt?", "atv-2", "arrived", "2011-02-24"),
    ("Von wo startete HTV-4?", "htv-4", "launch_site", "tanegashima"),
    ("Welche Rakete startete ATV-1?", "atv-1", "vehicle", "Ariane 5 ES"),
    (
        "Wo wurden die ATV-3-Belege gestempelt?",
        "atv-3-flown-la-marianne",
        "strike_place",
        "houston",
    ),
    (
        "Wann und wo wurden die ATV-3-Belege gestempelt?",
        "atv-3-flown-la-marianne",
        "strike_day",
        "2012-11-02",
    ),
    ("Womit flogen die ATV-3-Belege zurück?", "atv-3-mail", "down", "crs-1"),
    ("Wann wurden die ATV-1-Belege geborgen?", "atv-1-mail", "recovered_day", "2009-02-04"),
    ("Wie viele ATV-2-Belege bekamen den achteckigen Stempel?", "atv-2-mail", "marked", 153),
    ("covers with Bordstempel, which gives it?", "dragon-c2-energia", "strike_place", "iss"),
    (
        "Stimmt es, dass die ATV-1-Mappe 1200 Auflage hat?",
        "atv-1-folder-la-marianne",
        "check",
        "yes",
    ),
    ("Wer ist Urusov?", "urusov", "place", "baikonur"),
]
FRENCH = [
    ("quel est le tirage de l'encart ATV-2 ?", "atv-2-folder-la-marianne", "issued", 600),
    ("atv-2 tirage?", "atv-2-folder-la-marianne", "issued", 600),
    (
        "Combien de plis contient l’encart ATV-1 ?",
        "atv-1-folder-la-marianne",
        "covers_inside",
        4,
    ),
    ("Combien d'enveloppes ATV-3 ont volé ?", "atv-3-flown-la-marianne", "flown", 400),
    ("Combien de cartes ont volé sur ATV-2 ?", "atv-2-card-erno", "flown", 550),
    ("qui a signé les plis C2+ ?", "dragon-c2-energia", "signed_by", SIGNERS),
    ("Quels plis ont été signés par Padalka ?", "dragon-c2-energia", "signed_by", "padalka"),
    ("Qui a émis l'encart ATV-2 ?", "atv-2-folder-la-marianne", "issuer", "la-marianne"),
    ("Quand a été lancé Progress M-27M ?", "progress-m-27m", "launched", "2015-04-28"),
    ("Quand ATV-4 a-t-il été lancé ?", "atv-4", "launched", "2013-06-05"),
    ("Date de lancement d'ATV-4 ?", "atv-4", "launched", "2013-06-05"),
    ("Quand ATV-2 s'est-il amarré à l'ISS ?", "atv-2", "arrived", "2011-02-24"),
    ("Quand ATV-3 a-t-il quitté l'ISS ?", "atv-3", "departed", "2012-09-28"),
    ("D'où a été lancé HTV-4 ?", "htv-4", "launch_site", "tanegashima"),
    ("Quelle fusée a lancé ATV-1 ?", "atv-1", "vehicle", "Ariane 5 ES"),
    (
        "Où et quand ont été oblitérés les plis ATV-3 ?",
        "atv-3-flown-la-marianne",
        "strike_place",
        "houston",
    ),
    ("Par quel vaisseau sont revenus les plis ATV-3 ?", "atv-3-mail", "down", "crs-1"),
    ("Combien de plis ATV-2 ont reçu le cachet octogonal ?", "atv-2-mail", "marked", 153),
    ("Est-ce que Padalka a signé les plis C2+ ?", "dragon-c2-energia", "check", "yes"),
    ("Qui est Urusov ?", "urusov", "place", "baikonur"),
]
RUSSIAN = [
    ("Какой тираж у папки ATV-1?", "atv-1-folder-la-marianne", "issued", 1200),
    ("тираж ATV-2 folder", "atv-2-folder-la-marianne", "issued", 600),
    ("Сколько конвертов в папке ATV-1?", "atv-1-folder-la-marianne", "covers_inside", 4),
    ("сколько конвертов ATV-3 слетало?", "atv-3-flown-la-marianne", "flown", 400),
    ("Сколько карточек летало на ATV-2?", "atv-2-card-erno", "flown", 550),
    ("Кто подписал конверты C2+?", "dragon-c2-energia", "signed_by", SIGNERS),
    ("Какие конверты подписал Падалка?", "dragon-c2-energia", "signed_by", "padalka"),
    ("Кто выпустил папку ATV-2?", "atv-2-folder-la-marianne", "issuer", "la-marianne"),
    ("Когда был запущен Прогресс М-27М?", "progress-m-27m", "launched", "2015-04-28"),
    ("Дата запуска ATV-4", "atv-4", "launched", "2013-06-05"),
    ("Когда ATV-2 пристыковался к МКС?", "atv-2", "arrived", "2011-02-24"),
    ("Когда отстыковался ATV-3?", "atv-3", "departed", "2012-09-28"),
    ("Откуда стартовал HTV-4?", "htv-4", "launch_site", "tanegashima"),
    ("Какой ракетой запущен ATV-1?", "atv-1", "vehicle", "Ariane 5 ES"),
    ("Где погашены конверты ATV-3?", "atv-3-flown-la-marianne", "strike_place", "houston"),
    ("На каком корабле вернулись конверты ATV-3?", "atv-3-mail", "down", "crs-1"),
    ("Сколько конвертов ATV-2 получили восьмиугольный штамп?", "atv-2-mail", "marked", 153),
    ("Конверты с бортовым гашением", "dragon-c2-energia", "strike_place", "iss"),
    ("Кто рисовал кашеты для Прогресса?", "progress", "cachet_makers", "urusov"),
    (
        "Правда ли, что папка ATV-1 вышла тиражом 1200?",
        "atv-1-folder-la-marianne",
        "check",
        "yes",
    ),
    ("Урусов кто это", "urusov", "place", "baikonur"),
]
ITALIAN = [
    ("Qual è la tiratura del folder ATV-1?", "atv-1-folder-la-marianne", "issued", 1200),
    ("tiratura folder ATV-2", "atv-2-folder-la-marianne", "issued", 600),
    ("Quante buste contiene il folder ATV-1?", "atv-1-folder-la-marianne", "covers_inside", 4),
    ("Quante buste ATV-3 hanno volato?", "atv-3-flown-la-marianne", "flown", 400),
    ("Quante cartoline hanno volato su ATV-2?", "atv-2-card-erno", "flown", 550),
    ("Chi ha firmato le buste C2+?", "dragon-c2-energia", "signed_by", SIGNERS),
    ("Quali buste sono state firmate da Padalka?", "dragon-c2-energia", "signed_by", "padalka"),
    ("Chi ha emesso il folder ATV-2?", "atv-2-folder-la-marianne", "issuer", "la-marianne"),
    ("Quando è stato lanciato Progress M-27M?", "progress-m-27m", "launched", "2015-04-28"),
    ("Data di lancio di ATV-4", "atv-4", "launched", "2013-06-05"),
    ("Quando è attraccato ATV-2?", "atv-2", "arrived", "2011-02-24"),
    ("Quando si è sganciato ATV-3?", "atv-3", "departed", "2012-09-28"),
    ("Da dove è stato lanciato HTV-4?", "htv-4", "launch_site", "tanegashima"),
    ("Con quale razzo è stato lanciato ATV-1?", "atv-1", "vehicle", "Ariane 5 ES"),
    (
        "Dove sono state annullate le buste ATV-3?",
        "atv-3-flown-la-marianne",
        "strike_place",
        "houston",
    ),
    ("Con quale nave sono tornate le buste ATV-3?", "atv-3-mail", "down", "crs-1"),
    ("Quante buste ATV-2 hanno ricevuto il timbro ottagonale?", "atv-2-mail", "marked", 153),
    ("È vero che Padalka ha firmato le buste C2+?", "dragon-c2-energia", "check", "yes"),
    ("Chi è Urusov?", "urusov", "place", "baikonur"),
]

# What there is not, or what Flown does not keep, is not answered in any language.
UNANSWERED = [
    ("Wie viele Belege von ATV-9 flogen?", "unknown_subject"),
    ("Wer hat die ATV-8 Belege signiert?", "unknown_subject"),
    ("Was kostet die ATV-1-Mappe?", "not_understood"),
    ("Welche Belege sind nicht geflogen?", "not_understood"),
    ("Combien de plis ATV-9 ont volé ?", "unknown_subject"),
    ("Quel est le prix de l'encart ATV-1 ?", "not_understood"),
    ("Quels plis n'ont pas volé ?", "not_understood"),
    ("Сколько конвертов ATV-9 слетало?", "unknown_subject"),
    ("Прогресс М-99М когда запущен", "unknown_subject"),
    ("Сколько стоит папка ATV-1?", "not_understood"),
    ("Какие конверты не летали?", "not_understood"),
    ("Quante buste ATV-9 hanno volato?", "unknown_subject"),
    ("Quanto costa il folder ATV-1?", "not_understood"),
    ("Quali buste non hanno volato?", "not_understood"),
    # English words that are foreign ones too, or nearly
    ("When did the last ATV die?", "not_understood"),
    ("Did the covers fly on Delta?", "not_understood"),
    ("print run of the Dutch covers for ATV-1", "not_recorded"),
]


def read_words(*languages):
    """The vocabulary of some of the languages alone."""
    folder = resources.files("bot.questions") / "words"
    texts = [(folder / f"{language}.yaml").read_text("utf-8") for language in languages]
    return Vocabulary(yaml.load(text, yaml.BaseLoader) for text in texts)  # noqa: S506 - only text


def is_stated(answer, subject, attribute, value):
    return any(
        fact.subject == subject
        and fact.attribute == attribute
        and fact.role == "asked"
        and may_be_value(value, fact.value)
        for fact in answer.facts
    )


@pytest.mark.parametrize(
    ("question", "subject", "attribute", "value"), [*GERMAN, *FRENCH, *RUSSIAN, *ITALIAN]
)
def test_a_question_in_another_language_gives_the_fact(brain, question, subject, attribute, value):
    answer = brain.ask(question).answer

    assert answer.status == "answered", answer.text
    assert is_stated(answer, subject, attribute, value), answer.facts


@pytest.mark.parametrize(("question", "status"), UNANSWERED)
def test_what_is_not_kept_is_not_answered_in_any_language(brain, question, status):
    assert brain.ask(question).answer.status == status


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_another_language_gives_an_english_phrase_a_new_sense(language):
    english = read_words("en").phrases
    foreign = read_words(language).phrases

    changed = {
        " ".join(phrase): (english[phrase], senses)
        for phrase, senses in foreign.items()
        if phrase in english and not set(senses) <= set(english[phrase])
        if senses[0].kind != "ordinary"  # read after en.yaml: only keeps the word from mending
    }

    assert not changed


def test_words_that_english_texts_use_stand_in_longer_phrases_only():
    alike = ["die hat war was brief an also man comment premier", "son on me vol come ont wo wen"]

    phrases = read_words(*LANGUAGES).phrases

    given = [word for line in alike for word in line.split() if (word,) in phrases]

    assert not given


def test_no_word_of_another_language_hides_a_name(knowledge, names, monkeypatch):
    english = read_words("en")
    monkeypatch.setattr(names_module, "vocabulary", lambda: english)

    assert NameIndex(knowledge).phrases == names.phrases


def test_no_english_question_is_read_otherwise_for_words_of_other_languages(
    knowledge, reader, monkeypatch
):
    asked = [
        asking.question
        for table in TABLES
        for conversation in load_table(table)
        for asking in conversation
        if asking.typed not in FOREIGN
    ]
    with_all = [reader.read(question, Memory()) for question in asked]
    english = read_words("en")
    for module in (names_module, slots_module):
        monkeypatch.setattr(module, "vocabulary", lambda: english)
    alone = Reader(knowledge, NameIndex(knowledge))

    changed = [
        (question, reading)
        for question, reading in zip(asked, with_all, strict=True)
        if isinstance(reading, Query) and alone.read(question, Memory()) != reading
    ]

    assert not changed


def test_the_files_are_read_as_one_vocabulary():
    assert vocabulary().phrases == read_words("de", "en", "fr", "it", "ru").phrases
