"""The JSON Schema of programme files, so that editors complete and mark them while one types.

It says what `reading` says, as far as a schema can: names and forms, not sums (a week named twice, two
sessions of one id, a range that runs backwards). Exercises and methods come from the atlas.
"""

from __future__ import annotations

import json
from typing import Any

from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.atlas.load import Atlas
from dorsi.program.model import Role
from dorsi.program.reading import FORMAT, MAX_WEEKS
from dorsi.program.writing import ROLE_KEYS

_ROLE_TITLES = {
    Role.WORK: ("Exercise", "The exercise of the work sets, by its id."),
    Role.WARMUP: ("Warm-up", "An exercise done lightly to prepare; it does not count as training volume."),
    Role.CARDIO: ("Cardio", "Easy endurance work before or after, such as 'row-ergometer' for '5 min'."),
    Role.TEST: ("Test", "An exercise done to find out what you can do, such as one set to the maximum."),
    Role.STRETCH: ("Stretch", "A stretch or mobility drill."),
}


def program_schema(atlas: Atlas) -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of programme files, with the atlas' exercises and methods."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dorsi programme",
        "description": "A back training programme: sessions of blocks of exercises with their sets.",
        **_table(
            {
                "dorsi": _named("Format", "Marks the file as a programme.", const=FORMAT),
                "name": _text("Name", "What the programme is called.", needed=True),
                "weeks": _whole("Weeks", "How many weeks it runs; one where left out.", 1, MAX_WEEKS),
                "days_between": _whole(
                    "Days between", "Full days from one session to the next when no weekdays are set.", 0, 6
                ),
                "deload_weeks": _named(
                    "Deload weeks", "Weeks meant to be lighter: '4', '4, 8' or [4, 8].", ref="weeks"
                ),
                "source": _text("Source", "Where the programme comes from."),
                "claims": _texts("Claims", "The statements of the guides it follows, such as A15."),
                "note": _text("Note", "A remark about the programme."),
                "reasons": _texts("Reasons", "Why the programme is as it is, sentence by sentence."),
                "sessions": _list("Sessions", "The training sessions in order.", "session"),
                "athlete": _named("Athlete", "The athlete's answers to the questionnaire.", type="object"),
            },
            required=["dorsi", "name", "sessions"],
        ),
        "$defs": {
            "session": _session(),
            "block": {
                "title": "Block",
                "description": "One exercise, or two or three in turn.",
                "oneOf": [_ref("item"), _ref("superset"), _ref("triset")],
            },
            "item": _item(),
            "superset": _group("superset", 2, "Two exercises in turn, a set of each."),
            "triset": _group("triset", 3, "Three exercises in turn, a set of each."),
            "exercise": {"type": "string", "enum": list(atlas.exercises)},
            "method": {"type": "string", "enum": list(atlas.methods)},
            "muscle": {"type": "string", "enum": [part.value for part in OtherMuscle]},
            "weeks": {
                "anyOf": [
                    {"type": "integer", "minimum": 1, "maximum": MAX_WEEKS},
                    {"type": "string", "pattern": f"^{_SPANS}$"},
                    {
                        "type": "array",
                        "items": {
                            "anyOf": [
                                {"type": "integer", "minimum": 1, "maximum": MAX_WEEKS},
                                {"type": "string", "pattern": f"^{_SPAN}$"},
                            ]
                        },
                    },
                ]
            },
            "notation": {
                "anyOf": [
                    {"type": "string", "pattern": NOTATION},
                    {"type": "integer", "minimum": 1, "maximum": 100},
                ]
            },
        },
    }


def schema_text(atlas: Atlas) -> str:
    """The schema as the text of a JSON file."""
    return json.dumps(program_schema(atlas), indent=2, ensure_ascii=False) + "\n"


def _session() -> dict[str, Any]:
    days = [day.value for day in Weekday] + [day.label for day in Weekday]
    return {
        "title": "Session",
        **_table(
            {
                "id": _named(
                    "Id",
                    "A short name of its own: lower-case letters, digits, hyphens.",
                    type="string",
                    pattern="^[a-z0-9][a-z0-9-]*$",
                ),
                "name": _text("Name", "What the session is called; its id where left out."),
                "theme": _text("Theme", "What it is about, such as 'upper back'."),
                "day": _named("Day", "The weekday it is done on.", enum=days),
                "weeks": _named("Weeks", "The weeks it takes place in: '1-4' or '1, 5'.", ref="weeks"),
                "also": _one_or_more("Also", "What else is trained that day.", "muscle"),
                "note": _text("Note", "A remark about the session."),
                "blocks": _list("Blocks", "What is done, in order.", "block"),
            },
            required=["id", "blocks"],
        ),
    }


def _item() -> dict[str, Any]:
    exercises = {ROLE_KEYS[role]: _named(title, says, ref="exercise") for role, (title, says) in _ROLE_TITLES.items()}
    by_week = {
        "type": "object",
        "minProperties": 1,
        "patternProperties": {f"^{_SPANS}$": _ref("notation")},
        "additionalProperties": False,
    }
    return {
        "title": "Exercise",
        **_table(
            {
                **exercises,
                "sets": _named(
                    "Sets",
                    "'4 x 6-12 @ RIR 2', 'max, 10, 8, 8', '3 x 30 s', '4 x 5 @ 60 kg'; or a table of lines by week.",
                    anyOf=[_ref("notation"), by_week],
                ),
                "tempo": _named(
                    "Tempo",
                    "Seconds of lowering, pause, lifting and pause, X for as fast as you can: '3-1-X-0'.",
                    type="string",
                    pattern="^[0-9Xx]{1,2}(-[0-9Xx]{1,2}){2,3}$",
                ),
                "rest": _rest(),
                "straps": _named(
                    "Straps", "Whether straps are used.", enum=[True, False, "yes", "no", "true", "false"]
                ),
                "method": _one_or_more("Method", "How the sets are done, by id.", "method"),
                "note": _text("Note", "A remark about the exercise."),
            },
            required=["sets"],
        ),
        "oneOf": [{"required": [key]} for key in exercises],
    }


def _group(key: str, size: int, says: str) -> dict[str, Any]:
    return {
        "title": key.capitalize(),
        **_table(
            {
                key: _named(key.capitalize(), says, type="array", items=_ref("item"), minItems=size, maxItems=size),
                "rest": _rest(),
            },
            required=[key],
        ),
    }


# ---------------------------------------------------------------------- pieces
def _table(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _named(title: str, description: str, *, ref: str = "", **schema: Any) -> dict[str, Any]:
    return {"title": title, "description": description, **(_ref(ref) if ref else {}), **schema}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _text(title: str, description: str, *, needed: bool = False) -> dict[str, Any]:
    return _named(title, description, type="string", **({"pattern": "\\S"} if needed else {}))


def _texts(title: str, description: str) -> dict[str, Any]:
    texts = {"type": "array", "items": {"type": "string"}}
    return _named(title, description, anyOf=[{"type": "string"}, texts])


def _whole(title: str, description: str, low: int, high: int) -> dict[str, Any]:
    return _named(title, description, type="integer", minimum=low, maximum=high)


def _list(title: str, description: str, of: str) -> dict[str, Any]:
    return _named(title, description, type="array", items=_ref(of), minItems=1)


def _one_or_more(title: str, description: str, of: str) -> dict[str, Any]:
    return _named(title, description, anyOf=[_ref(of), {"type": "array", "items": _ref(of)}])


def _rest() -> dict[str, Any]:
    return _named(
        "Rest",
        "The rest after a set: '3 min', '90 s' or '2-3 min'.",
        type="string",
        pattern=r"^\d+(\s*[-–]\s*\d+)?\s*(s|sec|min)$",
    )


def _any_case(word: str) -> str:
    """Patterns of JSON Schema know no flag for upper and lower case."""
    return "".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else c for c in word)


_SPAN = r"\s*[0-9]{1,2}(\s*[-–]\s*[0-9]{1,2})?\s*"
_SPANS = f"{_SPAN}(,{_SPAN})*"
_RANGE = r"[0-9]+(\s*[-–]\s*[0-9]+)?"
_DECIMAL = r"[0-9]+(\.[0-9]+)?"
_DECIMALS = rf"{_DECIMAL}(\s*[-–]\s*{_DECIMAL})?"
_UNIT = "|".join(_any_case(unit) for unit in ("sec", "s", "min", "m"))
_MASS_UNIT = "|".join(_any_case(unit) for unit in ("kg", "lbs", "lb"))
_AMOUNT = rf"({_any_case('max')}|{_any_case('amrap')}|[0-9]+\+|{_RANGE})\s*({_UNIT})?(\s*(each|per side|/side))?"
_DETAIL = "|".join(
    (
        rf"({_any_case('rir')}|{_any_case('rpe')})\s*{_DECIMALS}",
        rf"{_DECIMALS}\s*%",
        rf"[0-9]+([.,][0-9]+)?\s*({_MASS_UNIT})",
        rf"{_any_case('bw')}(\s*[+-]\s*{_DECIMAL}\s*({_MASS_UNIT})?)?",
        _any_case("light"),
    )
)
_GROUP = (
    rf"\s*({_RANGE}\s*[x×*X]\s*{_AMOUNT}|{_AMOUNT}(\s*,\s*{_AMOUNT})*)(\s*{_any_case('light')})?\s*"
    rf"(@\s*({_DETAIL})(\s*,\s*({_DETAIL}))*\s*)*"
)
NOTATION = f"^{_GROUP}(;{_GROUP})*$"
"""The set notation as a regular expression; it knows the form but not the limits of `notation.parse_sets`."""
