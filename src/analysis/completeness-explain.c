#include "config.h"
#include "analysis/completeness-explain.h"

#include "base/i18n.h"

#include "base/count.h"

static const char *const codes[TENURE_N_COMPLETENESS_GROUPS] = {
  [TENURE_COMPLETENESS_AGREEMENTS] = "agreement",
  [TENURE_COMPLETENESS_ORGANISATIONS] = "organisation",
  [TENURE_COMPLETENESS_BOARDS] = "board",
  [TENURE_COMPLETENESS_SEATS] = "seat",
  [TENURE_COMPLETENESS_BEFORE_START] = "agreement.before_start",
};

const char *
tenure_completeness_group_code (guint group)
{
  g_return_val_if_fail (group < TENURE_N_COMPLETENESS_GROUPS, NULL);

  return codes[group];
}

gboolean
tenure_completeness_group_from_code (const char *code, guint *out_group)
{
  g_return_val_if_fail (code != NULL && out_group != NULL, FALSE);

  for (guint group = 0; group < TENURE_N_COMPLETENESS_GROUPS; group++)
    {
      g_autofree char *always = g_strdup_printf ("%s.always", codes[group]);

      if (g_str_equal (code, codes[group]) || (group != TENURE_COMPLETENESS_BEFORE_START && g_str_equal (code, always)))
        {
          *out_group = group;
          return TRUE;
        }
    }
  return FALSE;
}

static const TenureCompletenessTally *
tally_of (const TenurePortfolioCompleteness *completeness, guint group)
{
  return group == TENURE_COMPLETENESS_BEFORE_START ? &completeness->before_start : &completeness->parts[group];
}

static const char *
label_of (const TenurePortfolioCompleteness *completeness, guint group)
{
  return group == TENURE_COMPLETENESS_BEFORE_START ? _ ("Agreements before their start")
                                                   : _ (tenure_record_def (completeness->parts[group].type)->label_plural);
}

static TenureExplanation *
explanation_new (const char *title)
{
  return tenure_explanation_new (
      title,
      _ ("Recorded fields ÷ fields that count. A field counts because a rule or a figure cannot be told without it, or "
         "because nobody could act on the record; not where the question does not arise. Agreements that are not over "
         "count, with their providers, and the boards and seats there are on the day."));
}

static char *
dup_recorded (guint known, guint of)
{
  /* Translators: how many fields, of how many. */
  return tenure_count_dup_several (_ ("%1$s of %2$s recorded"), 2, (guint64[]){ known, of });
}

static void
set_summary (TenureExplanation *explanation, guint known, guint of)
{
  g_free (explanation->summary);
  explanation->summary = dup_recorded (known, of);
}

static void
add_count (TenureExplanation *explanation, const char *label, guint known, guint of)
{
  g_autofree char *recorded = dup_recorded (known, of);

  tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label, "%s", recorded);
}

TenureExplanation *
tenure_completeness_explain (const TenurePortfolioCompleteness *completeness)
{
  TenureExplanation *explanation;
  guint known = 0, of = 0;

  g_return_val_if_fail (completeness != NULL, NULL);

  explanation = explanation_new (_ ("Completeness"));
  for (guint group = 0; group < TENURE_N_COMPLETENESS_GROUPS; group++)
    {
      const TenureCompletenessTally *tally = tally_of (completeness, group);

      known += tally->known;
      of += tally->of;
      add_count (explanation, label_of (completeness, group), tally->known, tally->of);
      for (guint i = 0; i < tally->n_fields; i++)
        {
          g_autofree char *label =
              /* Translators: a type of record and one of its fields: "Agreements: Owner". */
              g_strdup_printf (_ ("%1$s: %2$s"), label_of (completeness, group),
                               tenure_counted_label (tally->type, tally->fields[i].counted));

          if (tally->fields[i].of > 0)
            add_count (explanation, label, tally->fields[i].known, tally->fields[i].of);
        }
    }
  set_summary (explanation, known, of);
  return explanation;
}

/* --- Record by record --- */

typedef struct
{
  TenureExplanation *explanation;
  const TenureTerms *terms;
  guint group;
} Listing;

static TenureId
id_of (const TenureFacts *facts, TenureCompletenessPart part, guint index)
{
  switch (part)
    {
    case TENURE_COMPLETENESS_AGREEMENTS:
      return facts->agreements[index].id;
    case TENURE_COMPLETENESS_ORGANISATIONS:
      return facts->organisations[index].id;
    case TENURE_COMPLETENESS_BOARDS:
      return facts->boards[index].id;
    case TENURE_COMPLETENESS_SEATS:
    default:
      return facts->seats[index].id;
    }
}

static char *
dup_seat_name (const TenureFacts *facts, const TenureFactSeat *seat)
{
  /* Translators: a board and one of its seats. */
  return g_strdup_printf (_ ("%1$s: %2$s"), facts->boards[seat->board].name, seat->title != NULL ? seat->title : _ ("Seat"));
}

static char *
dup_name (const TenureFacts *facts, TenureCompletenessPart part, guint index)
{
  switch (part)
    {
    case TENURE_COMPLETENESS_AGREEMENTS:
      return tenure_facts_dup_agreement_name (facts, index);
    case TENURE_COMPLETENESS_ORGANISATIONS:
      return g_strdup (facts->organisations[index].name);
    case TENURE_COMPLETENESS_BOARDS:
      return g_strdup (facts->boards[index].name);
    case TENURE_COMPLETENESS_SEATS:
    default:
      return dup_seat_name (facts, &facts->seats[index]);
    }
}

static void
add_missing (TenureExplanation *explanation, TenureRecordType type, TenureId id, const char *name, TenureCounted counted)
{
  /* What should belong to it names it, as of one record alone. */
  if (counted.child == TENURE_RECORD_FUNDER)
    tenure_explanation_add_missing_of (explanation, TENURE_RECORD_FUNDER, "organisation", id, name);
  else
    tenure_explanation_add_missing_of (explanation, type, tenure_counted_name (type, counted), id, name);
}

static void
list_record (TenureCompletenessPart part, guint index, gpointer data)
{
  static const TenureRecordType types[TENURE_N_COMPLETENESS] = { TENURE_RECORD_AGREEMENT, TENURE_RECORD_ORGANISATION,
                                                                 TENURE_RECORD_BOARD, TENURE_RECORD_SEAT };
  const Listing *listing = data;
  gboolean before = listing->group == TENURE_COMPLETENESS_BEFORE_START;
  TenureId id = id_of (listing->terms->facts, part, index);
  TenureCompleteness counted;
  g_autofree char *name = NULL, *recorded = NULL;

  if (part != (before ? TENURE_COMPLETENESS_AGREEMENTS : listing->group)
      || (before && listing->terms->agreements[index].status != TENURE_STATUS_PLANNED))
    return;
  counted = before ? tenure_completeness_of_fact_before_start (listing->terms, index)
                   : tenure_completeness_of_fact (listing->terms, types[part], index);
  name = dup_name (listing->terms->facts, part, index);
  recorded = dup_recorded (counted.known, counted.of);
  tenure_explanation_add (listing->explanation, types[part], id, name, "%s", recorded);
  for (guint i = 0; i < counted.n_missing; i++)
    add_missing (listing->explanation, types[part], id, name, counted.missing[i]);
}

/* Nothing counts that is neither of the sector nor perhaps of it. */
static TenureSelection
select_counted (const TenureAnalysis *analysis, GArray *chosen)
{
  g_array_append_vals (chosen, analysis->portfolio->agreements, analysis->portfolio->n_agreements);
  g_array_append_vals (chosen, analysis->beside->agreements, analysis->beside->n_agreements);
  return (TenureSelection){ .agreements = (guint32 *) (gpointer) chosen->data, .n_agreements = chosen->len };
}

TenureExplanation *
tenure_completeness_explain_group (const TenureAnalysis *analysis, guint group)
{
  Listing listing = { .group = group };
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *title = NULL;
  TenureSelection selection;

  g_return_val_if_fail (analysis != NULL && group < TENURE_N_COMPLETENESS_GROUPS, NULL);

  selection = select_counted (analysis, chosen);
  listing.terms = analysis->terms;
  /* Translators: "Completeness: Agreements". */
  title = g_strdup_printf (_ ("Completeness: %s"), label_of (analysis->completeness, group));
  listing.explanation = explanation_new (title);
  set_summary (listing.explanation, tally_of (analysis->completeness, group)->known,
               tally_of (analysis->completeness, group)->of);
  tenure_completeness_visit (analysis->terms, analysis->boards, &selection, list_record, &listing);
  return listing.explanation;
}
