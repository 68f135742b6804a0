"""Sentences in two languages for synthetic content: each pair says the same, so that twins have the same shape."""

from __future__ import annotations

import random

Pair = tuple[str, str]

LOCALES = ("pl", "en")

SENTENCES: tuple[Pair, ...] = (
    (
        "Rada Miasta przyjęła uchwałę po trzech czytaniach i rozmowach z organizacjami, które pomagają nowym osobom.",
        "The City Council passed the resolution after three readings and talks with organisations that help newcomers.",
    ),
    (
        "Wydział ogłasza nabór wniosków co roku jesienią, a wyniki podaje przed końcem stycznia.",
        "The department invites applications every autumn and announces the results before the end of January.",
    ),
    (
        "W spotkaniu wzięło udział 42 przedstawicielek i przedstawicieli miast z jedenastu krajów.",
        "Representatives of cities from eleven countries, 42 in all, took part in the meeting.",
    ),
    (
        "Miasto składa sprawozdanie raz na dwa lata i publikuje je razem z uwagami **ekspertek i ekspertów**.",
        "The city reports every two years and publishes the report together with the remarks of **the experts**.",
    ),
    (
        "Mieszkanki i mieszkańcy mogą zgłaszać pomysły w punkcie informacyjnym, listownie albo na dyżurze radnych.",
        "Residents can hand in ideas at the information point, by letter or when councillors are on duty.",
    ),
    (
        "Program przewiduje bezpłatne kursy języka polskiego na pięciu poziomach, także w weekendy.",
        "The programme offers free Polish courses at five levels, at weekends too.",
    ),
    (
        "Koszt zadania pokrywa w całości dotacja, a wkład własny miasta stanowi praca urzędniczek i urzędników.",
        "A grant covers the whole cost, and the city's own share is the work of its officials.",
    ),
    (
        "Szkoły dostały pakiety lekcji o prawach człowieka, przygotowane razem z uczelniami.",
        "Schools received sets of lessons on human rights, prepared together with universities.",
    ),
    (
        "Sieć porównuje miasta według *tych samych* pytań, więc wynik z jednego roku nie mówi jeszcze o postępie.",
        "The network compares cities by *the same* questions, so the result of one year does not show progress yet.",
    ),
    (
        "Zespół spotyka się co kwartał i prowadzi listę spraw, które wymagają decyzji prezydenta.",
        "The team meets every quarter and keeps a list of matters that need the mayor's decision.",
    ),
    (
        "Nie znaleziono dokumentu, który podawałby dzień podpisania umowy; znany jest tylko miesiąc.",
        "No document giving the day of signature was found; only the month is known.",
    ),
    (
        "Tłumaczki i tłumacze pracują w urzędzie w poniedziałki i czwartki, a w inne dni odpowiadają przez telefon.",
        "Interpreters work at City Hall on Mondays and Thursdays and answer by telephone on other days.",
    ),
    (
        "Wystawa w bibliotece pokazuje historię czterech dzielnic oczami osób, które przyjechały tu po 1989 roku.",
        "An exhibition at the library shows the history of four districts as people see it who came after 1989.",
    ),
    (
        "Przystąpienie do sieci nie tworzy nowych obowiązków finansowych poza roczną składką.",
        "Joining the network creates no new financial duties apart from the yearly fee.",
    ),
    (
        "Goście obejrzeli nowe przystanki, ogród społeczny i halę targową, w której działa kuchnia sąsiedzka.",
        "The guests saw the new stops, a community garden and the market hall with its neighbourhood kitchen.",
    ),
    (
        "Plan na kolejne lata powstaje w konsultacjach, a uwagi można składać do końca miesiąca.",
        "The plan for the coming years is made in consultations, and remarks can be sent until the end of the month.",
    ),
    (
        "Raport wymienia pięć z siedmiu działań; o dwóch pozostałych żadne źródło nie mówi.",
        "The report names five of seven actions; no source speaks of the other two.",
    ),
    (
        "Punkt pomaga w sprawach pobytu, pracy i szkoły, a jego porady są bezpłatne i poufne.",
        "The point helps with residence, work and school, and its advice is free and confidential.",
    ),
)

TOPICS: tuple[Pair, ...] = (
    ("Współpraca z miastami partnerskimi", "Working with partner cities"),
    ("Nauka języka polskiego", "Learning Polish"),
    ("Prawa mieszkanek i mieszkańców", "Residents' rights"),
    ("Przeciw mowie nienawiści", "Against hate speech"),
    ("Społeczność i sąsiedztwo", "Community and neighbourhood"),
    ("Kto za to odpowiada", "Who is responsible"),
    ("Łódź, Lublin i inni", "Łódź, Lublin and others"),
    ("Pieniądze i rozliczenia", "Money and accounts"),
    ("Kalendarz na ten rok", "Calendar for this year"),
    ("Jak się zgłosić", "How to apply"),
    ("Źródła i dokumenty", "Sources and documents"),
    ("Co dalej", "What comes next"),
)

CELLS: tuple[Pair, ...] = (
    ("uchwała", "resolution"),
    ("wizyta studyjna", "study visit"),
    ("warsztaty", "workshops"),
    ("konferencja", "conference"),
    ("konsultacje", "consultations"),
    ("sprawozdanie", "report"),
)


def pick(chance: random.Random, pairs: tuple[Pair, ...], count: int, locale: str) -> list[str]:
    """Some pairs, each once, in one language. The same state of `chance` gives the same pairs in both."""
    side = LOCALES.index(locale)
    return [pair[side] for pair in chance.sample(pairs, count)]
