"""What the gym-floor player's page is filled with: addresses, the files it needs, and its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """A number of reps left that can be told with one tap."""

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerPage:
    """The page, which is the same for everyone: whose session it shows comes from the device or the server.

    `modules` are the addresses of the scripts, to be fetched at once instead of one after the other.
    """

    today: str
    home: str
    login: str
    modules: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=lambda: {**_the_set(), **_around(), **_hurting(), **_saving()})
    reserves: tuple[Reserve, ...] = (
        *(Reserve(value=left, label=str(left)) for left in range(4)),
        Reserve(value=4, label="4+"),
    )


def _the_set() -> dict[str, str]:
    return {
        "place": _("{role} · {number} of {total}"),
        "role_cardio": _("To begin with"),
        "role_warmup": _("Warm-up"),
        "role_work": _("Set"),
        "role_test": _("Test"),
        "role_stretch": _("To end with"),
        "kind_superset": _("Superset"),
        "kind_triset": _("Triset"),
        "then": _("Then: {name}"),
        "then_at_once": _("Then without a rest: {name}"),
        "count": _("{done} of {total} done"),
        "reps": _("{amount} reps"),
        "seconds": _("{amount} s"),
        "minutes": _("{amount} min"),
        "metres": _("{amount} m"),
        "to_max": _("as many reps as you can"),
        "first_try": _("one honest try"),
        "aim": _("aim for {amount}"),
        "each_side": _("each side"),
        "light": _("light"),
        "in_reserve": _("{amount} in reserve"),
        "tempo": _("tempo {tempo}"),
        "with_straps": _("with straps"),
        "left": _("{amount} left"),
        "label_reps": _("Reps"),
        "label_seconds": _("Seconds"),
        "label_metres": _("Metres"),
        "unit_reps": _("reps"),
        "unit_seconds": _("s"),
        "unit_metres": _("m"),
        "load": _("Load"),
        "load_in": _("Load in {unit}"),
        "find_load": _("Load: start light, and add until it fits"),
        "of_help": _("{unit} of help"),
        "added": _("{unit} added"),
        "each_of_two": _("{unit} each"),
        "a_side": _("a side"),
        "plates": _("{plates} {place}"),
        "watch": _("Stopwatch"),
        "last": _("Last time: {last}"),
        "log": _("Log set"),
        "tick": _("Done"),
        "logged": _("Logged."),
        "ticked": _("Ticked off"),
        "which_load": _("Which load? Say it once and it stays."),
        "how_many": _("How many did you do?"),
        "next_up": _("Next: {name}, set {number}."),
        "numbers_please": _("Write numbers, such as 8 or 62.5."),
        "edit_set": _("Correct {set}"),
    }


def _around() -> dict[str, str]:
    return {
        "superset": _("Superset: one set of each in turn"),
        "triset": _("Triset: one set of each in turn"),
        "left_out": _("left out today"),
        "early": _("This is for {day}; today would be early."),
        "rest": _("Rest"),
        "rest_over": _("The rest is over"),
        "rest_left": _("{seconds} seconds left"),
        "resting": _("Rest {time}."),
        "go": _("Go"),
        "swap_text": _("Instead of {name}, the most alike first:"),
        "as_planned": _("as planned"),
        "leave_out": _("Leave out {name} today"),
        "note_on": _("On {name}"),
        "finish_title": _("Stop here?"),
        "all_done_title": _("That was all of it"),
        "all_done_text": _("Finish the session, and the next one is worked out from it."),
        "open_text": _("Sets still open: {open}. What you have done counts."),
        "done_title": _("Session done"),
        "fact_sets": _("Work sets"),
        "fact_time": _("Time"),
        "upcoming": _("The next one: {title}, {day}."),
        "later": _("The next session, and what else follows from this one, are worked out once the server has it."),
        "record_heaviest": _("Heaviest so far: {amount} (before: {before})."),
        "record_reps": _("Most reps: {amount} (before: {before})."),
        "record_reps_at": _("Most reps at {load}: {amount} (before: {before})."),
        "record_longest": _("Longest so far: {amount} s (before: {before} s)."),
        "record_farthest": _("Farthest so far: {amount} m (before: {before} m)."),
        "offline_title": _("No network"),
        "offline_text": _(
            "The session was not opened on this device yet. Open it once with a network, and it works without one from "
            "then on."
        ),
        "refused_title": _("There is no session to train"),
        "faulty_title": _("The server could not answer"),
        "faulty_text": _("It may be starting or out of order. Try again in a moment; nothing is lost."),
        "signed_out_title": _("Signed out"),
        "signed_out_text": _("Sign in to load the session. What was logged on this device is kept."),
        "no_store_title": _("This browser keeps nothing"),
        "no_store_text": _(
            "The player needs the browser's storage so that no set is lost, and this window has none. A private window "
            "often has none: open Dorsi in an ordinary one."
        ),
    }


def _hurting() -> dict[str, str]:
    return {
        "light_green": _("Green."),
        "light_amber": _("Amber."),
        "light_red": _("Red."),
        "sore_loads": _("{place}: you reported that it hurts, and this exercise loads it."),
        "sore_again": _("{place}: you reported that it hurts in this exercise."),
        "ease": _("Go on, but easier"),
        "ease_says": _("a quarter less load, four reps in reserve"),
        "instead": _("{name} instead"),
        "leave_out_says": _("the session goes on with what comes next"),
        "go_on": _("Go on as planned"),
        "go_on_says": _("report it again if it grows"),
        "stop_end": _("End the session here"),
        "stop_leave": _("Leave it for today"),
    }


def _saving() -> dict[str, str]:
    return {
        "saved_everywhere": _("Saved everywhere"),
        "saved_everywhere_text": _("Every set is on this device and on the server."),
        "saved_here": _("Saved here"),
        "saved_here_text": _(
            "Every set is safe on this device, even if it is switched off. Waiting to be sent: {waiting}. They go by "
            "themselves as soon as the server can be reached."
        ),
        "saved_sending": _("Sending"),
        "saved_sending_text": _("Every set is safe on this device and on its way. Waiting to be sent: {waiting}."),
        "saved_saving": _("Saving"),
        "saved_saving_text": _("The set is being written."),
        "saved_unsaved": _("Look here"),
        "saved_unsaved_text": _("The last change could not be written on this device. Do it again."),
        "saved_refused_text": _("The server did not take everything. It is kept on this device:"),
        "saved_signed_out": _("Saved here"),
        "saved_signed_out_text": _(
            "Every set is safe on this device. Sign in, and what waits is sent. Waiting: {waiting}."
        ),
        "saved_someone_else": _("Saved here"),
        "saved_someone_else_text": _(
            "Sets of someone else wait on this device ({waiting}). They are sent when that person signs in."
        ),
        "no_worker": _(
            "At this address the player cannot be opened without a network. Once open, it logs without one."
        ),
        "no_wake": _("At this address the screen cannot be kept on."),
        "no_notify": _("Dorsi may not notify you here: a rest ends with sound and vibration while the page is open."),
    }
