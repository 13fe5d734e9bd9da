"""In which language a routine is read."""

import pytest

from desktop.sound.tongue import language_of, language_of_timeline, system_language
from routines.catalogue import load_catalogue
from routines.lookup import Folders
from routines.timeline import timeline_of
from tests.routines.texts import read

TEXTS = {
    "de": "Schultern kreisen. Lass die Schultern nach hinten kreisen und atme dabei ruhig.",
    "fr": "Tournez la tête. Gardez les épaules basses et respirez avec le ventre.",
    "es": "Gira la cabeza. Deja caer los hombros y respira con el vientre.",
    "it": "Ruota la testa. Lascia cadere le spalle e respira con la pancia.",
    "pt": "Gire a cabeça. Deixe os ombros cair e respire com a barriga, não force o pescoço.",
    "nl": "Draai je hoofd. Laat de schouders zakken en adem met je buik, niet met de borst.",
    "sv": "Vrid huvudet. Låt axlarna sjunka och andas långsamt med magen, det är inte svårt.",
    "pl": "Obróć głowę. Opuść ramiona i oddychaj powoli, nie spiesz się.",
    "ru": "Поверните голову и дышите спокойно.",
    "uk": "Поверніть голову і дихайте спокійно.",
    "ja": "首をゆっくり回します。呼吸を続けてください。",
    "zh": "慢慢转动头部，保持呼吸。",
    "el": "Γυρίστε το κεφάλι και αναπνεύστε.",
    "ar": "أدر رأسك ببطء وتنفس بهدوء.",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("system", ["en-GB", "hu-HU"])
def test_a_text_is_known_by_its_letters_or_its_small_words(language: str, system: str) -> None:
    assert language_of([TEXTS[language]], system) == language


@pytest.mark.parametrize("text", ["", "Yoga", "Kapalabhati 30", "😀", "- - -"])
def test_what_tells_nothing_is_in_the_systems_language(text: str) -> None:
    assert language_of([text], "de-AT") == "de-AT"
    assert language_of([text], "") == "en"


def test_the_system_tells_which_kind_of_a_language_it_is() -> None:
    english = ["Turn the head and breathe out slowly."]
    assert language_of(english, "en-US") == "en-US"
    assert language_of(english, "de-DE") == "en"
    assert language_of([TEXTS["pt"]], "pt-BR") == "pt-BR"


def test_one_foreign_name_does_not_make_a_text_foreign() -> None:
    text = "Tai chi (太極) with the arms: breathe in and lift the hands. " * 3
    assert language_of([text], "fr") == "en"


def test_everything_of_ours_is_english_on_any_system() -> None:
    routines = [each.routine for each in load_catalogue(Folders()).entries]
    assert routines
    for system in ("de-DE", "nl-NL", "ja-JP", "en-GB"):
        wanted = system if system == "en-GB" else "en"
        for routine in routines:
            assert routine is not None
            assert language_of_timeline(timeline_of(routine), system) == wanted, routine.id


def test_a_routine_is_read_by_its_steps() -> None:
    found = read(f"name: x\nsteps:\n- hold: Schultern\n  for: 20s\n  text: {TEXTS['de']}").routine
    assert found is not None
    assert language_of_timeline(timeline_of(found), "en-GB") == "de"


@pytest.mark.parametrize(
    ("env", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "fr_FR"}, "fr-FR"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "pt_BR:en"}, "pt-BR"),
        ({"LANG": "ca_ES@valencia"}, "ca-ES"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "--version"}, "en"),
        ({}, "en"),
    ],
)
def test_the_systems_language_is_told_by_its_environment(
    env: dict[str, str], language: str
) -> None:
    assert system_language(env, "linux") == language
