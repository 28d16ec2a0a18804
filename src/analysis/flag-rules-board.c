/* The rules about boards and seats (G1–G3, G6, G8) and about the whole (D3, G5). */

#include "config.h"
#include "analysis/board-part.h"
#include "analysis/flags-private.h"

#include "base/count.h"
#include "base/ratio.h"

#include "base/i18n.h"

#define WHOLE_BP 10000
#define WHOLE_POINTS 10000 /* of concentration: one provider alone */

static const TenureFactBoard *
board_of (const TenureFlags *flags, guint index)
{
  return &flags->terms->facts->boards[index];
}

static const TenureBoardFigures *
figures_of (const TenureFlags *flags, guint index)
{
  return &flags->boards->boards[index];
}

static void
add_count (TenureFlagWords *words, const char *name, const char *label, gint64 count)
{
  tenure_flag_words_add_number (words, name, label, words->flag->id, TRUE, count);
}

static void
add_board_fact (TenureFlagWords *words, const char *field, gint8 fact)
{
  tenure_flag_words_add_fact (words, field, tenure_flag_field_label (TENURE_RECORD_BOARD, field), words->flag->id,
                              (TenureFact) fact);
}

static void
add_seats (TenureFlagWords *words, const TenureBoardFigures *figures)
{
  add_count (words, "seats", _ ("Seats"), figures->seats);
  add_count (words, "vcs_seats", _ ("{Sector} seats"), figures->vcs_seats);
  if (figures->bloc_unknown > 0)
    add_count (words, "bloc_unknown", _ ("Seats of no recorded bloc"), figures->bloc_unknown);
}

/* --- G1: no voluntary-sector seat --- */

static gboolean
expects_voice (const TenureFlags *flags, guint index)
{
  return figures_of (flags, index)->exists && board_of (flags, index)->voice_expected == TENURE_FACT_YES;
}

static TenureLevel
judge_g1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureBoardFigures *figures = figures_of (flags, index);

  if (figures->vcs_seats > 0)
    return TENURE_LEVEL_NONE;
  if (figures->seats == 0)
    *missing = TENURE_MISSING_SEATS;
  else if (figures->bloc_unknown > 0)
    *missing = TENURE_MISSING_BLOC;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_RED;
}

static void
describe_g1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureBoardFigures *figures = figures_of (words->flags, (guint) words->flag->index);

  words->formula = _ ("Seats that exist on the day and belong to the {sector} bloc.");
  add_board_fact (words, "voice_expected", board_of (words->flags, (guint) words->flag->index)->voice_expected);
  add_seats (words, figures);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (
        ngettext ("Its %u seat is not the {sector}’s.", "None of its %u seats is the {sector}’s.", figures->seats),
        figures->seats);
}

/* --- G2: present without a vote --- */

static gboolean
may_vote_with_vcs (const TenureFlags *flags, guint index)
{
  const TenureBoardFigures *figures = figures_of (flags, index);

  return figures->exists && figures->vcs_seats > 0 && board_of (flags, index)->votes != TENURE_FACT_NO;
}

static TenureLevel
judge_g2 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureBoardFigures *figures = figures_of (flags, index);

  if (figures->vcs_votes > 0)
    return TENURE_LEVEL_NONE;
  if (figures->vcs_votes_unknown > 0)
    *missing |= TENURE_MISSING_VOTE_WEIGHT;
  if (board_of (flags, index)->votes == TENURE_FACT_UNKNOWN)
    *missing |= TENURE_MISSING_BOARD_VOTES;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_RED;
}

static void
describe_g2 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureBoardFigures *figures = figures_of (words->flags, (guint) words->flag->index);

  words->formula = _ ("Votes of the {sector} seats together, on a board that votes.");
  add_board_fact (words, "votes", board_of (words->flags, (guint) words->flag->index)->votes);
  add_count (words, "vcs_seats", _ ("{Sector} seats"), figures->vcs_seats);
  add_count (words, "vcs_votes", _ ("Their recorded votes"), figures->vcs_votes);
  add_count (words, "all_votes", _ ("All recorded votes"), figures->votes);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason =
        g_strdup_printf (ngettext ("The board votes, and its {sector} seat has no vote.",
                                   "The board votes, and none of its %u {sector} seats has a vote.", figures->vcs_seats),
                         figures->vcs_seats);
}

/* --- G3: below the board's target --- */

static gboolean
has_target (const TenureFlags *flags, guint index)
{
  return figures_of (flags, index)->exists && board_of (flags, index)->target_bp >= 0;
}

static gboolean
is_below (guint vcs, const TenureBoardFigures *figures, gint32 target_bp)
{
  return (gint64) vcs * WHOLE_BP < (gint64) target_bp * figures->seats;
}

static TenureLevel
judge_g3 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureBoardFigures *figures = figures_of (flags, index);
  gint32 target_bp = board_of (flags, index)->target_bp;

  if (figures->seats == 0)
    {
      *missing = TENURE_MISSING_SEATS;
      return TENURE_LEVEL_CANNOT_TELL;
    }
  if (!is_below (figures->vcs_seats, figures, target_bp))
    return TENURE_LEVEL_NONE;
  if (is_below (figures->vcs_seats + figures->bloc_unknown, figures, target_bp))
    return TENURE_LEVEL_AMBER;
  *missing = TENURE_MISSING_BLOC;
  return TENURE_LEVEL_CANNOT_TELL;
}

static char *
dup_g3_reason (const TenureBoardFigures *figures, gint32 target_bp)
{
  TenureBoardPart part;
  g_autofree char *range = NULL;

  tenure_board_seat_part (figures, &part);
  range = tenure_board_part_dup_range (&part);
  if (!figures->has_target)
    /* Translators: seats, "1" or "1 or 2", of all seats; a share in per cent. */
    return g_strdup_printf (_ ("The {sector} has %1$s of %2$u seats, below the target of %3$g %%."), range, figures->seats,
                            target_bp / 100.0);
  return g_strdup_printf (_ ("The {sector} has %1$s of %2$u seats, below the target of %3$g %%. To reach it, "
                             "%4$u would change hands or %5$u be added."),
                          range, figures->seats, target_bp / 100.0, figures->short_replace, figures->short_add);
}

/* "10 %; of 16 seats that is 1.6, so 2". */
static void
add_target (TenureFlagWords *words, const TenureBoardFigures *figures, gint32 target_bp)
{
  gint64 product = (gint64) target_bp * figures->seats;
  gint64 whole = (product + WHOLE_BP - 1) / WHOLE_BP;
  g_autofree char *text = NULL;

  if (product % WHOLE_BP == 0)
    text =
        g_strdup_printf (_ ("%1$g %%; of %2$u seats that is %3$" G_GINT64_FORMAT), target_bp / 100.0, figures->seats, whole);
  else
    text = g_strdup_printf (_ ("%1$g %%; of %2$u seats that is %3$g, so %4$" G_GINT64_FORMAT), target_bp / 100.0,
                            figures->seats, (double) product / WHOLE_BP, whole);
  if (words->explanation != NULL)
    tenure_explanation_add (words->explanation, TENURE_RECORD_BOARD, words->flag->id, _ ("Target"), "%s", text);
}

/* Files keep the exact number; people read per cent. */
static void
add_target_json (TenureFlagWords *words, gint32 target_bp)
{
  TenureExplanation *explanation = g_steal_pointer (&words->explanation);

  add_count (words, "target_basis_points", "", target_bp);
  words->explanation = explanation;
}

static void
describe_g3 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureBoardFigures *figures = figures_of (words->flags, (guint) words->flag->index);
  gint32 target_bp = board_of (words->flags, (guint) words->flag->index)->target_bp;

  words->formula = _ ("{Sector} seats ÷ all seats that exist on the day, compared exactly with the target. Short, if seats "
                      "change hands: target × seats, rounded up, − {sector} seats. Short, if seats are added: "
                      "(target × seats − {sector} seats) ÷ (1 − target), rounded up, since added seats make the board "
                      "larger.");
  add_seats (words, figures);
  add_target (words, figures, target_bp);
  add_target_json (words, target_bp);
  if (figures->has_target)
    {
      add_count (words, "short_replace", _ ("Seats short, if seats change hands"), figures->short_replace);
      add_count (words, "short_add", _ ("Seats short, if seats are added"), figures->short_add);
    }
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_g3_reason (figures, target_bp);
}

/* --- G6, G8: the voluntary sector's seats --- */

static gboolean
is_vcs_seat (const TenureFlags *flags, guint index)
{
  return flags->boards->seat_exists[index] && flags->terms->facts->seats[index].bloc == TENURE_BLOC_VCS;
}

static gboolean
is_held_vcs_seat (const TenureFlags *flags, guint index)
{
  return is_vcs_seat (flags, index) && flags->boards->holders[index] >= 0;
}

static gboolean
is_vacant_vcs_seat (const TenureFlags *flags, guint index)
{
  return is_vcs_seat (flags, index) && flags->boards->holders[index] < 0;
}

static const TenureFactAppointment *
holder_of (const TenureFlags *flags, guint index)
{
  return &flags->terms->facts->appointments[flags->boards->holders[index]];
}

static TenureLevel
judge_g6 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  return holder_of (flags, index)->mandate == TENURE_MANDATE_UNKNOWN ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
describe_g6 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFacts *facts = words->flags->terms->facts;
  gint32 person = holder_of (words->flags, (guint) words->flag->index)->person;
  const char *name = person >= 0 ? facts->persons[person].name : NULL;

  words->formula =
      _ ("The mandate of the appointment that holds on the day: chosen by the sector (of it), an individual who works in it "
         "(from it), or somebody who speaks about it (for it).");
  tenure_flag_words_add_text (words, "person", tenure_flag_field_label (TENURE_RECORD_APPOINTMENT, "person"), TENURE_ID_NONE,
                              name, name);
  tenure_flag_words_add_text (words, "mandate", tenure_flag_field_label (TENURE_RECORD_APPOINTMENT, "mandate"),
                              TENURE_ID_NONE, NULL, NULL);
  words->reason =
      g_strdup (_ ("It is not recorded whether the holder was chosen by the sector, comes from it or speaks for it."));
}

static TenureLevel
judge_g8 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  gint32 days;

  if (!tenure_boards_vacant_days (flags->boards, index, &days))
    {
      *missing = TENURE_MISSING_ESTABLISHED;
      return TENURE_LEVEL_CANNOT_TELL;
    }
  return days > rule->amber ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
describe_g8 (TenureFlagWords *words, const TenureRule *rule)
{
  gint32 days = 0;
  gboolean known = tenure_boards_vacant_days (words->flags->boards, (guint) words->flag->index, &days);
  g_autofree char *span = tenure_boards_dup_vacancy (words->flags->boards, (guint) words->flag->index);

  words->formula = _ ("Days from the day after the last holder left or, where nobody ever held it, from the day it was "
                      "established, to the day looked at.");
  tenure_flag_words_add_number (words, "vacant_days", _ ("Days vacant"), words->flag->id, known, days);
  if (span != NULL)
    /* Translators: a span of time: "12 days", "4 years and 1 month". */
    words->reason = g_strdup_printf (_ ("Vacant for %s."), span);
}

/* --- D3: concentration of spend --- */

static gboolean
has_many_providers (const TenureFlags *flags, guint index)
{
  return flags->portfolio->n_providers > (guint) tenure_options_rule (&flags->terms->options, TENURE_RULE_D3)->extra;
}

/* A value that is not recorded may spread the spend as well as concentrate it: of too few it says nothing about all. */
static gboolean
knows_enough (const TenureFigure *hhi)
{
  return hhi->kind != TENURE_FIGURE_CANNOT_TELL && (guint64) hhi->known * 3 >= (guint64) hhi->of * 2;
}

static TenureLevel
judge_d3 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFigure *hhi = &flags->portfolio->hhi;

  *missing = hhi->known < hhi->of || hhi->kind == TENURE_FIGURE_CANNOT_TELL ? TENURE_MISSING_VALUE : 0;
  return knows_enough (hhi) ? (TenureLevel) flags->portfolio->hhi_level : TENURE_LEVEL_CANNOT_TELL;
}

/* 10,000 ÷ HHI equal providers would give the same. */
static char *
dup_d3_reason (const TenurePortfolio *portfolio)
{
  g_autofree char *points = tenure_figure_dup_label (&portfolio->hhi);
  g_autofree char *providers = tenure_count_dup_label (portfolio->n_providers);

  /* Translators: a number of providers, how many equal ones would give the same, the index of concentration. */
  return g_strdup_printf (
      ngettext ("The spend on %1$s provider is as concentrated as if %2$.1f shared it equally (index %3$s, "
                "on a scale to 10,000 for one provider alone).",
                "The spend on %1$s providers is as concentrated as if %2$.1f shared it equally (index %3$s, "
                "on a scale to 10,000 for one provider alone).",
                portfolio->n_providers),
      providers, WHOLE_POINTS / portfolio->hhi.number, points);
}

static void
describe_d3 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenurePortfolio *portfolio = words->flags->portfolio;

  words->formula = _ (
      "Each provider’s share of the yearly value of running agreements in per cent, squared; the squares added up "
      "(the Herfindahl–Hirschman index). One provider alone gives 10,000, a hundred equal ones 100. Judged over the whole "
      "portfolio, whatever a search or a filter shows of it.");
  tenure_flag_words_add_figure (words, "hhi", _ ("Concentration of spend (HHI)"), &portfolio->hhi);
  add_count (words, "providers", _ ("Providers"), portfolio->n_providers);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = dup_d3_reason (portfolio);
}

/* --- G5: voice in few hands --- */

static gboolean
has_enough_seats (const TenureFlags *flags, guint index)
{
  return flags->boards->vcs_seats >= (guint) tenure_options_rule (&flags->terms->options, TENURE_RULE_G5)->extra;
}

static gboolean
reaches (guint held, guint seats, gint32 threshold_bp)
{
  return (gint64) held * WHOLE_BP >= (gint64) threshold_bp * seats;
}

/* Seats of which nobody recorded who holds them may be the same two people's: what is missing is named where that would
 * be worse. */
static TenureLevel
judge_g5 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  guint held = tenure_boards_top_two (flags->boards), seats = flags->boards->vcs_seats;
  guint at_most = held + flags->boards->vcs_person_unknown;

  if (reaches (held, seats, rule->red))
    return TENURE_LEVEL_RED;
  if (reaches (held, seats, rule->amber))
    {
      *missing = reaches (at_most, seats, rule->red) ? TENURE_MISSING_PERSON : 0;
      return TENURE_LEVEL_AMBER;
    }
  *missing = reaches (at_most, seats, rule->amber) ? TENURE_MISSING_PERSON : 0;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_NONE;
}

static void
describe_g5 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureBoards *boards = words->flags->boards;
  guint held = tenure_boards_top_two (boards);

  words->formula = _ ("{Sector} seats held by the two people with most ÷ all {sector} seats, "
                      "over all boards.");
  add_count (words, "vcs_seats", _ ("{Sector} seats"), boards->vcs_seats);
  add_count (words, "held_by_two", _ ("Held by the two people with most"), held);
  for (guint i = 0; i < MIN (2, boards->n_voices) && words->explanation != NULL; i++)
    {
      const TenureFactPerson *person = &boards->facts->persons[boards->voices[i].person];

      tenure_explanation_add (words->explanation, TENURE_RECORD_PERSON, person->id, person->name, "%u",
                              boards->voices[i].seats);
    }
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    words->reason = g_strdup_printf (_ ("Two people hold %1$u of the %2$u {sector} seats."), held, boards->vcs_seats);
}

const TenureFlagRule tenure_flag_rules_board[] = {
  { TENURE_RULE_G1, expects_voice, judge_g1, describe_g1 },
  { TENURE_RULE_G2, may_vote_with_vcs, judge_g2, describe_g2 },
  { TENURE_RULE_G3, has_target, judge_g3, describe_g3 },
  { TENURE_N_RULES },
};

const TenureFlagRule tenure_flag_rules_seat[] = {
  { TENURE_RULE_G6, is_held_vcs_seat, judge_g6, describe_g6 },
  { TENURE_RULE_G8, is_vacant_vcs_seat, judge_g8, describe_g8 },
  { TENURE_N_RULES },
};

const TenureFlagRule tenure_flag_rules_portfolio[] = {
  { TENURE_RULE_D3, has_many_providers, judge_d3, describe_d3 },
  { TENURE_RULE_G5, has_enough_seats, judge_g5, describe_g5 },
  { TENURE_N_RULES },
};
