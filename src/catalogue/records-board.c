/* Boards, seats and who sits on them. */

#include "config.h"
#include "catalogue/records-private.h"

#include "base/i18n.h"

/* clang-format off */

static const TenureChoice decision_rules[] = {
  { "majority", N_("Majority") },
  { "two_thirds", N_("Two thirds") },
  { "unanimity", N_("Unanimity") },
  { "consensus", N_("Consensus") },
  { "custom", N_("Own quota") },
  { NULL },
};

static const TenureChoice blocs[] = {
  { "nhs", N_("NHS") },
  { "council", N_("Council") },
  { "primary_care", N_("Primary care") },
  { "vcs", N_("{Sector}") },
  { "lived_experience", N_("Lived experience") },
  { "public", N_("Other public body") },
  { "provider", N_("Independent provider") },
  { "independent", N_("Independent") },
  { "other", N_("Other") },
  { NULL },
};

static const TenureChoice seat_roles[] = {
  { "member", N_("Member") },
  { "chair", N_("Chair") },
  { "vice_chair", N_("Vice-chair") },
  { "lead", N_("Lead") },
  { NULL },
};

static const TenureChoice mandates[] = {
  { "of", N_("Of the sector: chosen by it") },
  { "from", N_("From the sector: an individual working in it") },
  { "for", N_("For the sector: speaks about it") },
  { NULL },
};

static const TenureChoice selections[] = {
  { "elected", N_("Elected by the sector") },
  { "selected", N_("Selected by the alliance") },
  { "invited", N_("Invited by the board") },
  { "ex_officio", N_("By office held") },
  { NULL },
};

static const TenureChoice presences[] = {
  { "present", N_("Present") },
  { "deputy", N_("Deputy came") },
  { "apologies", N_("Apologies") },
  { "absent", N_("Absent") },
  { NULL },
};

static const TenureField board_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, .group = N_("Board"),
    .help = N_("What the board calls itself; meetings, seats and flags are listed under it."),
    .spellings = "committee|Committee|Board|Body|Committee name" },
  { "type", N_("Type"), TENURE_FIELD_TEXT, COLUMN | FACET, .group = N_("Board"),
    .help = N_("Your own word: integrated care board, place partnership, working group."), .spellings = "Type|committee_type" },
  { "area", N_("Area"), TENURE_FIELD_TEXT, FACET, .group = N_("Board"),
    .help = N_("The place it decides for, so that boards of one place can be looked at together.") },
  { "parent", N_("Reports to"), TENURE_FIELD_REFERENCE, 0, .group = N_("Board"), .refers_to = TENURE_RECORD_BOARD,
    .help = N_("The board above it: where what it cannot decide goes.") },
  { "from_day", N_("Exists from"), TENURE_FIELD_DAY, 0, .group = N_("Board"),
    .help = N_("The first day on which it existed; before it, the board has no seats and no flags.") },
  { "to_day", N_("Exists to"), TENURE_FIELD_DAY, 0, .group = N_("Board"),
    .help = N_("The last day on which it existed; on later days it is not counted.") },
  { "successor", N_("Merged into"), TENURE_FIELD_REFERENCE, 0, .group = N_("Board"), .refers_to = TENURE_RECORD_BOARD,
    .help = N_("The board that took over its business, where it was merged.") },
  { "voice_expected", N_("{Sector} voice expected"), TENURE_FIELD_FLAG, COLUMN | FACET | CORE, .group = N_("Representation"),
    .help = N_("Whether this board should have the sector at the table. You say which; the type only suggests it.") },
  { "votes", N_("The board votes"), TENURE_FIELD_FLAG, FACET | CORE, .group = N_("Representation"),
    .help = N_("Whether decisions are put to the vote here; a seat without a vote matters only where others have one.") },
  { "target", N_("Target share of seats"), TENURE_FIELD_SHARE, 0, .group = N_("Representation"),
    .help = N_("For the {sector}. No authority sets one: this is your own yardstick.") },
  { "decision_rule", N_("Decides by"), TENURE_FIELD_CHOICE, 0, .group = N_("Voting"), .choices = decision_rules,
    .help = N_("How many votes carry a decision; voting power is worked out from it.") },
  { "quota", N_("Votes needed"), TENURE_FIELD_NUMBER, 0, .group = N_("Voting"), .unit = N_("votes"),
    .help = N_("For a quota of the board’s own.") },
  { "quorum", N_("Quorum"), TENURE_FIELD_NUMBER, 0, .group = N_("Voting"), .unit = N_("seats"),
    .help = N_("How many members must be present for a meeting to decide.") },
  { "bloc_power", N_("Show voting power of blocs"), TENURE_FIELD_FLAG, 0, .group = N_("Voting"),
    .help = N_("Only where members vote as blocs. Members of a unitary board are not delegates.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField seat_fields[] = {
  { "board", N_("Board"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_BOARD },
  { "title", N_("Seat"), TENURE_FIELD_TEXT, SEARCHED | COLUMN, .group = N_("Seat"),
    .help = N_("What the seat is called, such as “Chief officer” or “{Sector} representative”; it stays while holders change."), .spellings = "Seat|Position" },
  { "bloc", N_("Bloc"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Seat"), .choices = blocs,
    .help = N_("The interest that the seat votes with.") , .spellings = "Bloc|Sector|Party" },
  { "vote_weight", N_("Votes"), TENURE_FIELD_NUMBER, COLUMN | CORE, .group = N_("Seat"), .unit = N_("votes"),
    .help = N_("0 for a seat without a vote.") },
  { "role", N_("Role"), TENURE_FIELD_CHOICE, COLUMN, .group = N_("Seat"), .choices = seat_roles,
    .help = N_("Whether its holder chairs or leads; a voice in the chair weighs more than one at the table."), .spellings = "role|Role" },
  { "budget_authority", N_("Holds a budget"), TENURE_FIELD_FLAG, 0, .group = N_("Seat"),
    .help = N_("Whether its holder can commit money; being asked is not the same as deciding.") },
  { "nominator", N_("Nominated by"), TENURE_FIELD_REFERENCE, 0, .group = N_("Seat"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The organisation or body that says who takes the seat, which may not be where the holder works.") },
  { "established", N_("Established"), TENURE_FIELD_DAY, 0, .group = N_("Seat"),
    .help = N_("The first day of the seat; a vacancy is counted from it where nobody has held it yet.") },
  { "abolished", N_("Abolished"), TENURE_FIELD_DAY, 0, .group = N_("Seat"),
    .help = N_("The last day of the seat, where it was given up; on later days it is not counted.") },
};

static const TenureField appointment_fields[] = {
  { "seat", N_("Seat"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_SEAT },
  { "person", N_("Person"), TENURE_FIELD_REFERENCE, REQUIRED, PERSONAL, .group = N_("Appointment"), .refers_to = TENURE_RECORD_PERSON,
    .help = N_("Who holds the seat from here on; seats of one person are added up across boards.") },
  { "mandate", N_("Mandate"), TENURE_FIELD_CHOICE, CORE, .group = N_("Appointment"), .choices = mandates,
    .help = N_("For whom the holder speaks: somebody chosen by the sector can be asked to report back to it.") },
  { "chosen", N_("How chosen"), TENURE_FIELD_CHOICE, 0, .group = N_("Appointment"), .choices = selections,
    .help = N_("Who decided that this person takes the seat; an invitation is not an election.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, CORE, .group = N_("Appointment"),
    .help = N_("The first day in the seat; before it the seat was vacant or somebody else’s.") },
  { "to_day", N_("To"), TENURE_FIELD_DAY, 0, .group = N_("Appointment"),
    .help = N_("The last day in the seat, agreed or past; after it the seat is vacant unless somebody follows.") },
  { "deputy", N_("Deputy"), TENURE_FIELD_REFERENCE, 0, PERSONAL, .group = N_("Appointment"), .refers_to = TENURE_RECORD_PERSON,
    .help = N_("Who comes when the holder cannot, so that the voice is not missing.") },
  { "preparation", N_("Usual preparation"), TENURE_FIELD_NUMBER, 0, .group = N_("Taking part"), .unit = N_("minutes"), .max = 10000, .since = 12,
    .help = N_("Filled in when a meeting is logged; change it there where a meeting took more or less.") },
  { "travel", N_("Usual travel"), TENURE_FIELD_NUMBER, 0, .group = N_("Taking part"), .unit = N_("minutes"), .max = 10000, .since = 12,
    .help = N_("There and back, filled in when a meeting is logged.") },
  { "payee", N_("Paid as"), TENURE_FIELD_CHOICE, 0, .group = N_("Taking part"), .choices = tenure_payees, .since = 12,
    .help = N_("Which rate holds for the time given.") },
  { "payer", N_("Paid by"), TENURE_FIELD_CHOICE, 0, .group = N_("Taking part"), .choices = tenure_payers, .since = 12,
    .help = N_("Whether anybody pays for the time given in this seat.") },
  { "budget", N_("Out of"), TENURE_FIELD_REFERENCE, 0, .group = N_("Taking part"), .refers_to = TENURE_RECORD_BUDGET, .since = 12,
    .help = N_("The participation budget that pays.") },
};

static const TenureField meeting_fields[] = {
  { "board", N_("Board"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_BOARD },
  { "held", N_("Date"), TENURE_FIELD_DAY, REQUIRED | COLUMN, .group = N_("Meeting"),
    .help = N_("The day on which the board met or will meet.") },
  { "minutes", N_("Length"), TENURE_FIELD_NUMBER, COLUMN, .group = N_("Meeting"), .unit = N_("minutes"),
    .help = N_("How long the meeting took; time given is a cost to those who come.") },
  { "topics", N_("Topics"), TENURE_FIELD_TEXT, SEARCHED | COLUMN, .group = N_("Meeting"),
    .help = N_("What was talked about, in a few words; the same topic in several boards shows up this way.") },
  { "uid", N_("Calendar entry"), TENURE_FIELD_TEXT, FIXED, .group = N_("Meeting"), .since = 12,
    .help = N_("What a calendar calls the meeting, so that reading the calendar again finds it.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField attendance_fields[] = {
  { "meeting", N_("Meeting"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_MEETING },
  { "seat", N_("Seat"), TENURE_FIELD_REFERENCE, REQUIRED, .group = N_("Attendance"), .refers_to = TENURE_RECORD_SEAT,
    .help = N_("The seat that this is about, whoever sat in it.") },
  { "person", N_("Person"), TENURE_FIELD_REFERENCE, 0, PERSONAL, .group = N_("Attendance"), .refers_to = TENURE_RECORD_PERSON,
    .help = N_("Who came; the deputy, where one came.") },
  { "presence", N_("Presence"), TENURE_FIELD_CHOICE, 0, .group = N_("Attendance"), .choices = presences,
    .help = N_("Whether the holder came, sent a deputy or an apology; nothing recorded is not absence.") },
};

const TenureRecordDef tenure_board_def =
  TENURE_RECORD_DEF (TENURE_RECORD_BOARD, "board", N_("Board"), N_("Boards"), "name", TENURE_RECORD_NONE, board_fields);
const TenureRecordDef tenure_seat_def =
  TENURE_CHILD_DEF (TENURE_RECORD_SEAT, "seat", N_("Seat"), N_("Seats"), "title", TENURE_RECORD_BOARD, seat_fields, N_("Add a Seat"), N_("New seat"), FALSE);
const TenureRecordDef tenure_appointment_def =
  TENURE_CHILD_DEF (TENURE_RECORD_APPOINTMENT, "appointment", N_("Appointment"), N_("Appointments"), NULL, TENURE_RECORD_SEAT, appointment_fields, N_("Add an Appointment"), N_("New appointment"), FALSE);
const TenureRecordDef tenure_meeting_def =
  TENURE_RECORD_DEF (TENURE_RECORD_MEETING, "meeting", N_("Meeting"), N_("Meetings"), NULL, TENURE_RECORD_BOARD, meeting_fields);
const TenureRecordDef tenure_attendance_def =
  TENURE_RECORD_DEF (TENURE_RECORD_ATTENDANCE, "attendance", N_("Attendance"), N_("Attendance"), NULL, TENURE_RECORD_MEETING, attendance_fields);

/* clang-format on */
