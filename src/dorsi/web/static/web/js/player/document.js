/**
 * The shapes that travel: the day document the server hands out, and what this device keeps of a session.
 * Only types stand here, for editors and for `tsc --checkJs`.
 *
 * @typedef {object} Contingency  What follows from the reps of one set; loads are signed kilograms.
 * @property {number | null} reps_from
 * @property {number | null} reps_to
 * @property {number | null} reserve_from
 * @property {number | null} next_set_kg
 * @property {number | null} next_time_kg
 * @property {string} says
 *
 * @typedef {"cardio" | "warmup" | "work" | "test" | "stretch"} Role
 *
 * @typedef {object} PlannedSet  One set to do.
 * @property {Role} role
 * @property {[number, number] | null} reps
 * @property {boolean} to_max
 * @property {[number, number] | null} seconds
 * @property {[number, number] | null} metres
 * @property {[number, number] | null} reserve
 * @property {number | null} load_kg
 * @property {number | null} aim
 * @property {boolean} light
 * @property {number} rest_s
 * @property {Contingency[]} contingencies
 * @property {number | null} [amber_kg]  The load when something aches.
 *
 * @typedef {object} Rung  A load that the athlete's equipment can make.
 * @property {number} kg  Signed as in programmes.
 * @property {number} value  Unsigned, in the athlete's unit.
 * @property {LoadMode} mode
 * @property {string} words
 * @property {number[]} plates  On one side, heaviest first, in the athlete's unit.
 * @property {string} [plates_at]  "a side", "on the belt", "held".
 *
 * @typedef {"total" | "added" | "assisted"} LoadMode
 *
 * @typedef {object} Decision
 * @property {string} rule
 * @property {string} says
 *
 * @typedef {object} Alternative  Another exercise for a place, ready to be done.
 * @property {string} exercise
 * @property {string} load
 * @property {string} says
 * @property {string[]} spares  Regions it loads less than the exercise it would replace, and lightly at the most.
 * @property {PlannedSet[]} sets
 * @property {Rung[]} ladder
 * @property {string} [plates_at]
 *
 * @typedef {object} Item  One exercise of the session.
 * @property {string} place
 * @property {Role} role
 * @property {string} exercise
 * @property {string} name
 * @property {string} planned  The programme's exercise, by which a swap names the place.
 * @property {string | null} tempo
 * @property {boolean} straps
 * @property {string} note
 * @property {string} last
 * @property {PlannedSet[]} sets
 * @property {boolean} [first_try]  True for a test of what the athlete never managed once.
 * @property {Decision[]} decisions
 * @property {SetDocument[]} done
 * @property {number | null} superset
 * @property {Rung[]} ladder
 * @property {string} [plates_at]
 * @property {Alternative[]} alternatives
 *
 * @typedef {object} Block
 * @property {"single" | "superset" | "triset"} kind
 * @property {Item[]} items
 *
 * @typedef {object} Card  How to do an exercise.
 * @property {string} summary
 * @property {string[]} set_up
 * @property {string[]} execution
 * @property {string} breathing
 * @property {string[]} cues
 * @property {{mistake: string, remedy: string}[]} mistakes
 *
 * @typedef {object} Exercise
 * @property {string} name
 * @property {string} short
 * @property {string} loading
 * @property {LoadMode | null} load_mode  Null where no load is logged.
 * @property {string} laterality
 * @property {boolean} [pair]  True where the load is that of each of two.
 * @property {Record<string, number>} stress  By region, 1 to 3.
 * @property {Card} card
 *
 * @typedef {"green" | "amber" | "red"} Light
 *
 * @typedef {object} LightRow  What a light means; `alone` is said where no exercise can be offered instead.
 * @property {Light} light
 * @property {number} from
 * @property {number} to
 * @property {string} says
 * @property {string} [alone]
 *
 * @typedef {object} Hurts  The traffic light and the warning signs.
 * @property {{id: string, name: string}[]} regions
 * @property {{id: string, name: string, light: Light}[]} signs
 * @property {LightRow[]} lights
 * @property {{id: string, kind: "emergency" | "urgent", prompt: string, says: string}[]} warnings
 * @property {number} [amber_reserve]  Reps that stay in reserve at an amber light.
 * @property {{title: string, emergency: string, urgent: string, after: string}} referral
 *
 * @typedef {object} Day  The server's document: a session set by set, with all that a phone needs to train it.
 * @property {string} athlete
 * @property {string} session_id
 * @property {string} today
 * @property {boolean} is_on
 * @property {string} due
 * @property {string} timing
 * @property {string} zone
 * @property {string} server_time
 * @property {object} plan
 * @property {string} title
 * @property {string} theme
 * @property {number} minutes
 * @property {"kg" | "lb"} unit
 * @property {Decision[]} decisions
 * @property {string[]} warnings
 * @property {Block[]} blocks
 * @property {SetDocument[]} beside
 * @property {SessionDocument | null} open
 * @property {Record<string, Exercise>} exercises
 * @property {Hurts} hurts
 *
 * @typedef {object} Marks  What is to be beaten in an exercise; loads are signed kilograms, 0 for body weight alone.
 * @property {number | null} heaviest_kg
 * @property {number | null} longest_s
 * @property {number | null} farthest_m
 * @property {[number, number][]} reps_at  The most reps at each load.
 *
 * @typedef {object} SetDocument  A set as the journal keeps it.
 * @property {string} id
 * @property {string} exercise
 * @property {string} [kind]
 * @property {[number, "kg" | "lb", LoadMode]} [load]
 * @property {number} [reps]
 * @property {number} [rir]
 * @property {number} [seconds]
 * @property {number} [metres]
 * @property {boolean} [straps]
 * @property {{score: number, place: string}} [discomfort]
 * @property {string} [note]
 * @property {number} [run]
 * @property {number} [superset]
 * @property {string} [slot]
 * @property {string} [done_at]
 *
 * @typedef {object} SessionDocument  A session's header as the journal keeps it.
 * @property {string} id
 * @property {string} on
 * @property {string} [started_at]
 * @property {string} [zone]
 * @property {number} [duration_s]
 * @property {string} [title]
 * @property {string} [note]
 * @property {[number, string][]} [run_notes]
 * @property {object} [plan]
 * @property {boolean} [finished]
 * @property {SetDocument[]} [sets]
 *
 * @typedef {object} JournalEvent  One entry for the journal: made here, never changed afterwards.
 * @property {string} id
 * @property {string} at
 * @property {string} kind
 *
 * @typedef {object} Rest  A rest that runs against the wall clock.
 * @property {number} ends_at  Milliseconds since 1970.
 * @property {number} total_s
 *
 * @typedef {object} Draft  What was changed of the set at hand before it was logged.
 * @property {string} step
 * @property {number | null} [load_kg]
 * @property {number | null} [amount]
 * @property {number | null} [rir]
 * @property {number} [running_since]  When its stopwatch was started.
 *
 * @typedef {object} Sore  A place that was reported to hurt in this session, and the exercises it was felt in.
 * @property {string} id
 * @property {string} place
 * @property {number} score
 * @property {string[]} signs
 * @property {string[]} exercises
 *
 * @typedef {object} Session  What this device keeps of a session; one record of the database.
 * @property {string} id
 * @property {string} athlete
 * @property {Day} day  As it was when the first set was logged; the plan does not change under one's hands.
 * @property {SessionDocument | null} header  Null until it was begun.
 * @property {SetDocument[]} sets
 * @property {string[]} known  Ids of sets that the server has confirmed.
 * @property {string[]} deleted
 * @property {string[]} ticked  Steps without a set that are done, as "place:number".
 * @property {string[]} left_out  Places given up for today.
 * @property {string[]} eased  Places with less load because something aches.
 * @property {Record<string, string>} instead  Other exercises by place.
 * @property {Record<string, string>} notes  Remarks by place; "" is the session's own.
 * @property {string} focus  The place chosen out of turn; empty for none.
 * @property {Rest | null} rest
 * @property {Draft | null} draft
 * @property {{kind: "set" | "tick", id: string} | null} latest  What undo takes back.
 * @property {{id: string, warnings: string[]}[]} stop  Reports of warning signs: training is over.
 * @property {Sore[]} [sore]  The latest report of each place.
 * @property {Record<string, Marks>} [marks]  Records by exercise as they stood before the session.
 * @property {number} touched_at
 * @property {boolean} finished
 *
 * @typedef {object} Step  What to do next.
 * @property {string} key
 * @property {Block} block
 * @property {Item} item
 * @property {number} number  From 1, among the item's sets.
 * @property {PlannedSet} planned
 * @property {string} because  Why its load is another one than planned; empty if it is not.
 */

export {};
