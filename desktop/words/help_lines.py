"""Whom to call, country by country.

Only numbers that are official and short, or national services of long standing. A country is left
out rather than guessed: the person can add their own number.
"""

from dataclasses import dataclass

from desktop.language import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class HelpLines:
    """Numbers as they are dialled, each with its service's own name where it has one.

    ``emergency`` is for life and limb, ``advice`` for what is urgent but no emergency, ``crisis``
    for talking to somebody. Empty where none is known well enough.
    """

    emergency: str = ""
    advice: str = ""
    crisis: str = ""


EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - a line
)
"""Where 112 is the emergency number by law of the European Union."""

_LINES = {
    "AT": HelpLines("112", "1450", "142 (Telefonseelsorge)"),
    "AU": HelpLines("000", "1800 022 222 (healthdirect)", "13 11 14 (Lifeline)"),
    "BE": HelpLines("112", "", "1813 (Zelfmoordlijn)"),
    "CA": HelpLines("911", "811 (in most provinces)", "988"),
    "CH": HelpLines("112", "", "143 (Die Dargebotene Hand, La Main Tendue)"),
    "DE": HelpLines("112", "116 117", "0800 111 0 111 (TelefonSeelsorge)"),
    "ES": HelpLines("112", "", "024"),
    "FI": HelpLines("112", "116 117", ""),
    "FR": HelpLines("112", "", "3114"),
    "GB": HelpLines("999", "111", "116 123 (Samaritans)"),
    "IE": HelpLines("112", "", "116 123 (Samaritans)"),
    "IS": HelpLines("112", "", ""),
    "LI": HelpLines("112", "", "143"),
    "NL": HelpLines("112", "", "113"),
    "NO": HelpLines("113", "116 117", "116 123 (Mental Helse)"),
    "NZ": HelpLines("111", "0800 611 116 (Healthline)", "1737"),
    "PT": HelpLines("112", "808 24 24 24 (SNS 24)", ""),
    "SE": HelpLines("112", "1177", ""),
    "US": HelpLines("911", "", "988"),
}
_COUNTRIES = {
    "AT": QT_TRANSLATE_NOOP("countries", "Austria"),
    "AU": QT_TRANSLATE_NOOP("countries", "Australia"),
    "BE": QT_TRANSLATE_NOOP("countries", "Belgium"),
    "BG": QT_TRANSLATE_NOOP("countries", "Bulgaria"),
    "CA": QT_TRANSLATE_NOOP("countries", "Canada"),
    "CH": QT_TRANSLATE_NOOP("countries", "Switzerland"),
    "CY": QT_TRANSLATE_NOOP("countries", "Cyprus"),
    "CZ": QT_TRANSLATE_NOOP("countries", "Czechia"),
    "DE": QT_TRANSLATE_NOOP("countries", "Germany"),
    "DK": QT_TRANSLATE_NOOP("countries", "Denmark"),
    "EE": QT_TRANSLATE_NOOP("countries", "Estonia"),
    "ES": QT_TRANSLATE_NOOP("countries", "Spain"),
    "FI": QT_TRANSLATE_NOOP("countries", "Finland"),
    "FR": QT_TRANSLATE_NOOP("countries", "France"),
    "GB": QT_TRANSLATE_NOOP("countries", "United Kingdom"),
    "GR": QT_TRANSLATE_NOOP("countries", "Greece"),
    "HR": QT_TRANSLATE_NOOP("countries", "Croatia"),
    "HU": QT_TRANSLATE_NOOP("countries", "Hungary"),
    "IE": QT_TRANSLATE_NOOP("countries", "Ireland"),
    "IS": QT_TRANSLATE_NOOP("countries", "Iceland"),
    "IT": QT_TRANSLATE_NOOP("countries", "Italy"),
    "LI": QT_TRANSLATE_NOOP("countries", "Liechtenstein"),
    "LT": QT_TRANSLATE_NOOP("countries", "Lithuania"),
    "LU": QT_TRANSLATE_NOOP("countries", "Luxembourg"),
    "LV": QT_TRANSLATE_NOOP("countries", "Latvia"),
    "MT": QT_TRANSLATE_NOOP("countries", "Malta"),
    "NL": QT_TRANSLATE_NOOP("countries", "Netherlands"),
    "NO": QT_TRANSLATE_NOOP("countries", "Norway"),
    "NZ": QT_TRANSLATE_NOOP("countries", "New Zealand"),
    "PL": QT_TRANSLATE_NOOP("countries", "Poland"),
    "PT": QT_TRANSLATE_NOOP("countries", "Portugal"),
    "RO": QT_TRANSLATE_NOOP("countries", "Romania"),
    "SE": QT_TRANSLATE_NOOP("countries", "Sweden"),
    "SI": QT_TRANSLATE_NOOP("countries", "Slovenia"),
    "SK": QT_TRANSLATE_NOOP("countries", "Slovakia"),
    "US": QT_TRANSLATE_NOOP("countries", "United States"),
}
ELSEWHERE = "elsewhere"
"""The person's word for a country that is not in the list."""


def countries() -> tuple[tuple[str, str], ...]:
    """Code and name of each, by name; the one for all others last."""
    named = ((code, translate("countries", name)) for code, name in _COUNTRIES.items())
    others = (ELSEWHERE, translate("countries", "Somewhere else"))
    return (*sorted(named, key=lambda each: each[1]), others)


def known_country(chosen: str, territory: str) -> str:
    """The country to show: the one ``chosen`` by the person, or that of the computer's settings
    (an ISO 3166 code), or ``ELSEWHERE``.
    """
    if chosen in _COUNTRIES or chosen == ELSEWHERE:
        return chosen
    return territory if territory in _COUNTRIES else ELSEWHERE


def help_lines(country: str) -> HelpLines:
    """What is known for a country; nothing for one that is not in the list."""
    return _LINES.get(country, HelpLines("112") if country in EU else HelpLines())


def help_sentences(lines: HelpLines) -> tuple[str, ...]:
    """One line each, from the most urgent on."""
    texts = (
        (translate("safety", "Emergency: {number}"), lines.emergency),
        (translate("safety", "Urgent, but no emergency: {number}"), lines.advice),
        (translate("safety", "In a crisis, to talk to somebody: {number}"), lines.crisis),
    )
    found = tuple(text.format(number=number) for text, number in texts if number)
    if lines.emergency:
        return found
    unknown = translate(
        "safety",
        "No number is known here for your country. 112 is the emergency number in all of the "
        "European Union, and reaches help from mobile phones in many other countries.",
    )
    return (*found, unknown)
