#include "config.h"
#include "app/overview/attention.h"

#include "analysis/snooze.h"

#include "base/count.h"
#include "base/i18n.h"
#include <string.h>

TenureDay
tenure_month_end (TenureDay day)
{
  return tenure_day_before (tenure_day_add_months (tenure_day_month_start (day), 1));
}

/* --- Collecting ----------------------------------------------------------------------------------------------- */

/* Where the row of a record is among the collected ones, plus one; 0: it has none yet. */
typedef struct
{
  const TenureAnalysis *analysis;
  GArray *rows; /* TenureAttention */
  guint32 *agreement_rows;
  guint32 *board_rows;
  guint32 *organisation_rows;
  const TenureSnoozes *snoozes;
  GArray *snoozed;   /* TenureAttention */
  guint8 *undecided; /* of each agreement: what rule N2 says of its decision */
} Collection;

enum
{
  NOT_FLAGGED,
  FLAGGED,
  FLAGGED_AND_SNOOZED,
};

static guint32 *
row_of (Collection *collection, TenureRecordType type, gint32 index)
{
  if (type == TENURE_RECORD_AGREEMENT)
    return &collection->agreement_rows[index];
  if (type == TENURE_RECORD_BOARD)
    return &collection->board_rows[index];
  if (type == TENURE_RECORD_ORGANISATION)
    return &collection->organisation_rows[index];
  return NULL;
}

static TenureAttention
make_row (const Collection *collection, TenureRecordType type, gint32 index)
{
  const TenureFacts *facts = collection->analysis->facts;
  TenureAttention attention = {
    .type = type, .index = index, .flag = -1, .n_records = 1, .decision = TENURE_DAY_NONE, .snooze = -1
  };

  if (type == TENURE_RECORD_AGREEMENT)
    {
      const TenureAgreementFigures *figures = &collection->analysis->terms->agreements[index];

      attention.id = facts->agreements[index].id;
      attention.weight = figures->annual_known ? figures->annual_minor : 0;
    }
  else if (type == TENURE_RECORD_BOARD)
    attention.id = facts->boards[index].id;
  else if (type == TENURE_RECORD_ORGANISATION)
    attention.id = facts->organisations[index].id;
  return attention;
}

static TenureAttention *
ensure_row (Collection *collection, TenureRecordType type, gint32 index)
{
  guint32 *row = row_of (collection, type, index);
  TenureAttention attention;

  if (row != NULL && *row != 0)
    return &g_array_index (collection->rows, TenureAttention, *row - 1);
  attention = make_row (collection, type, index);
  g_array_append_val (collection->rows, attention);
  if (row != NULL)
    *row = collection->rows->len;
  return &g_array_index (collection->rows, TenureAttention, collection->rows->len - 1);
}

static void
collect_snoozed (Collection *collection, TenureRecordType type, gint32 index, gint32 flag, gint32 snooze)
{
  TenureAttention row = make_row (collection, type, index);

  row.snooze = snooze;
  row.flag = flag;
  row.n_flags = row.n_worst = flag >= 0;
  row.level = flag >= 0 ? (TenureLevel) collection->analysis->flags->flags[flag].level : TENURE_LEVEL_NONE;
  g_array_append_val (collection->snoozed, row);
}

/* A seat's flag is its board's, a contact's its organisation's; what is judged over the whole portfolio has a row for each
 * flag. */
static void
collect_flag (Collection *collection, guint i)
{
  const TenureFlag *flag = &collection->analysis->flags->flags[i];
  TenureRecordType type = flag->record_type;
  gint32 index = flag->index, snooze;
  TenureAttention *row;

  if (type == TENURE_RECORD_SEAT)
    {
      type = TENURE_RECORD_BOARD;
      index = collection->analysis->facts->seats[flag->index].board;
    }
  if (type == TENURE_RECORD_CONTACT)
    {
      type = TENURE_RECORD_ORGANISATION;
      index = collection->analysis->facts->contacts[flag->index].organisation;
    }
  if (type != TENURE_RECORD_AGREEMENT && type != TENURE_RECORD_BOARD && type != TENURE_RECORD_ORGANISATION)
    type = TENURE_RECORD_PORTFOLIO;
  if (type != TENURE_RECORD_PORTFOLIO && index < 0)
    return;

  index = type == TENURE_RECORD_PORTFOLIO ? -1 : index;
  snooze = tenure_snoozes_find_flag (collection->snoozes, flag);
  if (flag->rule == TENURE_RULE_N2)
    collection->undecided[index] = snooze < 0 ? FLAGGED : FLAGGED_AND_SNOOZED;
  if (snooze >= 0)
    {
      collect_snoozed (collection, type, index, (gint32) i, snooze);
      return;
    }
  row = ensure_row (collection, type, index);
  row->n_flags++;
  if (flag->level > row->level)
    {
      row->level = flag->level;
      row->flag = i;
      row->n_worst = 0;
    }
  row->n_worst += flag->level == row->level;
}

/* --- Corrections ---------------------------------------------------------------------------------------------- */

static void
collect_contradictions (Collection *collection, const TenureContradictionList *contradictions, guint index)
{
  const TenureAgreementFigures *figures = &collection->analysis->terms->agreements[index];
  guint n = tenure_contradiction_list_count (contradictions, index);
  TenureAttention row;

  if (n == 0)
    return;
  row = make_row (collection, TENURE_RECORD_AGREEMENT, (gint32) index);
  row.n_contradictions = n;
  row.contradiction = tenure_contradiction_list_get (contradictions, index, 0);
  if (figures->scope != TENURE_SCOPE_VCS || !figures->live)
    row.weight = -1;
  g_array_append_val (collection->rows, row);
}

static void
collect_corrections (Collection *collection, TenureAttentions *self, const TenureSelection *selection)
{
  guint n = selection != NULL ? selection->n_agreements : collection->analysis->facts->n_agreements;

  self->contradictions = tenure_contradiction_list_new (collection->analysis->terms);
  for (guint i = 0; i < n; i++)
    collect_contradictions (collection, self->contradictions, selection != NULL ? selection->agreements[i] : i);
}

/* --- Decisions ------------------------------------------------------------------------------------------------ */

/* Whether the agreement has ended and its renewal status says that nobody decided: what rule N2 calls red. */
static gboolean
ended_undecided (const TenureAnalysis *analysis, guint index)
{
  const TenureFactAgreement *fact = &analysis->facts->agreements[index];

  return analysis->terms->agreements[index].status == TENURE_STATUS_ENDED && !tenure_day_is_known (fact->terminated)
         && fact->renewal != TENURE_RENEWAL_UNKNOWN;
}

/* Whether the decision on the agreement is put off: its flag is, or, where the rule does not fire yet, what it would say. */
static gboolean
put_off (Collection *collection, guint index)
{
  TenureId id = collection->analysis->facts->agreements[index].id;
  gint32 snooze;

  if (collection->undecided[index] != NOT_FLAGGED)
    return collection->undecided[index] == FLAGGED_AND_SNOOZED;
  snooze = tenure_snoozes_find (collection->snoozes, id, TENURE_RULE_N2, TENURE_LEVEL_NONE);
  if (snooze < 0)
    return FALSE;
  collect_snoozed (collection, TENURE_RECORD_AGREEMENT, (gint32) index, -1, snooze);
  return TRUE;
}

static void
collect_decision (Collection *collection, TenureAttentions *self, guint index)
{
  const TenureAgreementFigures *figures = &collection->analysis->terms->agreements[index];
  gboolean ended = ended_undecided (collection->analysis, index);
  TenureDay decision = figures->decision_day;

  if (figures->scope != TENURE_SCOPE_VCS || !(figures->live || ended) || figures->open_ended || figures->covered
      || figures->decided)
    return;
  if (ended && !tenure_day_is_known (decision))
    decision = figures->committed_end;
  self->n_waiting++;
  if (!tenure_day_is_known (decision))
    return;
  self->n_waiting_known++;
  if (decision > tenure_month_end (self->month_end + 1))
    return;
  if (put_off (collection, index))
    self->n_put_off++;
  else
    ensure_row (collection, TENURE_RECORD_AGREEMENT, index)->decision = decision;
  if (ended)
    self->n_ended++;
  else if (decision < collection->analysis->as_of)
    self->n_overdue++;
  else if (decision <= self->month_end)
    self->n_this_month++;
  else
    self->n_next_month++;
  self->n_assumed += !ended && decision <= self->month_end && (figures->notice_assumed || figures->lead_assumed);
}

static void
collect_decisions (Collection *collection, TenureAttentions *self, const TenureSelection *selection)
{
  guint n = selection != NULL ? selection->n_agreements : collection->analysis->facts->n_agreements;

  for (guint i = 0; i < n; i++)
    collect_decision (collection, self, selection != NULL ? selection->agreements[i] : i);
}

static TenureDay
until_of (const TenureFacts *facts, const TenureAttention *row)
{
  return facts->snoozes[row->snooze].until;
}

/* --- Order ---------------------------------------------------------------------------------------------------- */

/* Levels with room between them: what cannot be true stands below red. */
static guint
rank_of (const TenureAttention *row)
{
  return row->n_contradictions > 0 ? 2 * TENURE_LEVEL_RED - 1 : 2 * row->level;
}

static int
compare_worst (gconstpointer a, gconstpointer b)
{
  const TenureAttention *left = a;
  const TenureAttention *right = b;

  if (rank_of (left) != rank_of (right))
    return rank_of (left) > rank_of (right) ? -1 : 1;
  if (left->n_worst != right->n_worst)
    return left->n_worst > right->n_worst ? -1 : 1;
  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  return left->index - right->index;
}

static int
compare_decision (gconstpointer a, gconstpointer b)
{
  const TenureAttention *left = a;
  const TenureAttention *right = b;

  if (left->decision != right->decision)
    return left->decision < right->decision ? -1 : 1;
  return compare_worst (a, b);
}

static int
compare_snoozed (gconstpointer a, gconstpointer b, gpointer facts)
{
  TenureDay left = until_of (facts, a), right = until_of (facts, b);

  if (left != right)
    return left < right ? -1 : 1;
  return compare_worst (a, b);
}

static gboolean
belongs (const TenureAttention *row, TenureAttentionList list)
{
  switch (list)
    {
    case TENURE_ATTENTION_DECISIONS:
      return tenure_day_is_known (row->decision);
    case TENURE_ATTENTION_AGREEMENTS:
      return row->n_flags > 0 && row->type == TENURE_RECORD_AGREEMENT;
    case TENURE_ATTENTION_BOARDS:
      return row->n_flags > 0 && row->type == TENURE_RECORD_BOARD;
    case TENURE_ATTENTION_CORRECTIONS:
      return row->n_contradictions > 0;
    default:
      return row->n_flags > 0 || row->n_contradictions > 0;
    }
}

/* Whether the two say the same: that a rule cannot be told, for want of the same fields. */
static gboolean
says_the_same (const TenureFlags *flags, const TenureAttention *row, const TenureAttention *other)
{
  const TenureFlag *flag = &flags->flags[row->flag], *said = &flags->flags[other->flag];

  return row->type == other->type && flag->rule == said->rule && flag->missing == said->missing;
}

/* Adds @row to @list, which is in the order of rows, or to the row that says the same. What cannot be told comes last, in
 * as many ways as there are sets of missing fields: few, so that they are looked through. */
static void
add_row (GArray *list, const TenureFlags *flags, const TenureAttention *row)
{
  for (guint i = list->len; row->level == TENURE_LEVEL_CANNOT_TELL && i > 0; i--)
    {
      TenureAttention *other = &g_array_index (list, TenureAttention, i - 1);

      if (other->level != TENURE_LEVEL_CANNOT_TELL)
        break;
      if (!says_the_same (flags, row, other))
        continue;
      other->n_records++;
      return;
    }
  g_array_append_vals (list, row, 1);
}

static void
keep_first (GArray *list)
{
  if (list->len > TENURE_ATTENTION_MAX_ROWS)
    g_array_set_size (list, TENURE_ATTENTION_MAX_ROWS);
}

/* Takes what is in @snoozed. */
static void
share_out_snoozed (TenureAttentions *self, const TenureFacts *facts, GArray *snoozed)
{
  g_array_sort_with_data (snoozed, compare_snoozed, (gpointer) facts);
  self->counts[TENURE_ATTENTION_SNOOZED] = snoozed->len;
  keep_first (snoozed);
  self->lists[TENURE_ATTENTION_SNOOZED] = g_array_ref (snoozed);
}

static void
share_out (TenureAttentions *self, const TenureFlags *flags, const GArray *rows)
{
  for (guint list = 0; list < TENURE_ATTENTION_SNOOZED; list++)
    {
      self->lists[list] = g_array_new (FALSE, FALSE, sizeof (TenureAttention));
      for (guint i = 0; i < rows->len; i++)
        {
          const TenureAttention *row = &g_array_index (rows, TenureAttention, i);

          if (!belongs (row, list))
            continue;
          self->counts[list] += list != TENURE_ATTENTION_ALL || row->n_flags > 0;
          if (list == TENURE_ATTENTION_DECISIONS)
            g_array_append_vals (self->lists[list], row, 1);
          else
            add_row (self->lists[list], flags, row);
        }
      if (list == TENURE_ATTENTION_DECISIONS)
        g_array_sort (self->lists[list], compare_decision);
      keep_first (self->lists[list]);
    }
}

TenureAttentions *
tenure_attentions_new (const TenureAnalysis *analysis, const TenureSelection *selection)
{
  TenureAttentions *self;
  g_autofree guint32 *agreement_rows = NULL;
  g_autofree guint32 *board_rows = NULL;
  g_autofree guint32 *organisation_rows = NULL;
  g_autofree guint8 *undecided = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TenureAttention));
  g_autoptr (GArray) snoozed = g_array_new (FALSE, FALSE, sizeof (TenureAttention));
  g_autoptr (TenureSnoozes) snoozes = NULL;
  Collection collection = { .analysis = analysis, .rows = rows };

  g_return_val_if_fail (analysis != NULL, NULL);

  agreement_rows = g_new0 (guint32, analysis->facts->n_agreements + 1);
  board_rows = g_new0 (guint32, analysis->facts->n_boards + 1);
  organisation_rows = g_new0 (guint32, analysis->facts->n_organisations + 1);
  undecided = g_new0 (guint8, analysis->facts->n_agreements + 1);
  snoozes = tenure_snoozes_new (analysis->facts, analysis->as_of);
  collection.undecided = undecided;
  collection.snoozes = snoozes;
  collection.snoozed = snoozed;
  collection.organisation_rows = organisation_rows;
  collection.agreement_rows = agreement_rows;
  collection.board_rows = board_rows;

  self = g_new0 (TenureAttentions, 1);
  self->month_end = tenure_month_end (analysis->as_of);
  for (guint i = 0; i < analysis->flags->n_flags; i++)
    collect_flag (&collection, i);
  collect_decisions (&collection, self, selection);
  /* Last: these rows are found by nobody who looks for the row of a record. */
  collect_corrections (&collection, self, selection);
  g_array_sort (rows, compare_worst);
  share_out (self, analysis->flags, rows);
  share_out_snoozed (self, analysis->facts, snoozed);
  return self;
}

TenureAttentions *
tenure_attentions_copy (const TenureAttentions *self)
{
  TenureAttentions *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->contradictions = tenure_contradiction_list_ref (self->contradictions);
  for (guint i = 0; i < TENURE_N_ATTENTION_LISTS; i++)
    copy->lists[i] = g_array_copy (self->lists[i]);
  return copy;
}

void
tenure_attentions_free (TenureAttentions *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < TENURE_N_ATTENTION_LISTS; i++)
    g_clear_pointer (&self->lists[i], g_array_unref);
  g_clear_pointer (&self->contradictions, tenure_contradiction_list_unref);
  g_free (self);
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

const char *
tenure_attention_get_provider (const TenureAttention *self, const TenureAnalysis *analysis)
{
  if (self->type != TENURE_RECORD_AGREEMENT || self->n_records > 1)
    return NULL;
  return tenure_facts_get_provider_beside_title (analysis->facts, self->index);
}

static char *
dup_records (TenureRecordType type, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);

  if (type == TENURE_RECORD_AGREEMENT)
    return g_strdup_printf (ngettext ("%s agreement", "%s agreements", n), count);
  if (type == TENURE_RECORD_BOARD)
    return g_strdup_printf (ngettext ("%s board", "%s boards", n), count);
  return g_strdup_printf (ngettext ("%s organisation", "%s organisations", n), count);
}

char *
tenure_attention_dup_name (const TenureAttention *self, const TenureAnalysis *analysis)
{
  if (self->n_records > 1)
    return dup_records (self->type, self->n_records);
  if (self->type == TENURE_RECORD_BOARD)
    return g_strdup (analysis->facts->boards[self->index].name);
  if (self->type == TENURE_RECORD_ORGANISATION)
    return g_strdup (analysis->facts->organisations[self->index].name);
  if (self->type != TENURE_RECORD_AGREEMENT)
    return g_strdup (_ ("The whole portfolio"));
  return g_strdup (tenure_facts_get_agreement_title (analysis->facts, self->index));
}

char *
tenure_attention_dup_full_name (const TenureAttention *self, const TenureAnalysis *analysis)
{
  if (self->type == TENURE_RECORD_AGREEMENT && self->n_records <= 1)
    return tenure_facts_dup_agreement_name (analysis->facts, self->index);
  return tenure_attention_dup_name (self, analysis);
}

char *
tenure_attention_dup_reason (const TenureAttention *self, const TenureAnalysis *analysis)
{
  if (self->contradiction != NULL)
    return g_strdup (self->contradiction->message);
  if (self->flag < 0)
    return tenure_attention_dup_decision (self, analysis);
  return tenure_flag_dup_reason (analysis->flags, &analysis->flags->flags[self->flag]);
}

char *
tenure_attention_dup_decision (const TenureAttention *self, const TenureAnalysis *analysis)
{
  const TenureAgreementFigures *figures;
  g_autofree char *decision = NULL;
  g_autofree char *end = NULL;
  gboolean assumed;

  if (!tenure_day_is_known (self->decision))
    return g_strdup ("");
  figures = &analysis->terms->agreements[self->index];
  decision = tenure_day_dup_label (self->decision);
  end = tenure_day_dup_label (figures->committed_end);
  if (figures->status == TENURE_STATUS_ENDED)
    return g_strdup_printf (_ ("Ended on %s without a decision."), end);
  assumed = figures->notice_assumed || figures->lead_assumed;
  if (self->decision < analysis->as_of)
    return g_strdup_printf (assumed ? _ ("Was to be decided by %s (notice assumed); ends %s.")
                                    : _ ("Was to be decided by %s; ends %s."),
                            decision, end);
  return g_strdup_printf (
      assumed ? _ ("To be decided by %s (notice assumed); ends %s.") : _ ("To be decided by %s; ends %s."), decision, end);
}

const char *
tenure_attention_get_correction (const TenureContradiction *contradiction, TenureId agreement, GVariant **out_target)
{
  const char *table = tenure_record_def (TENURE_RECORD_AGREEMENT)->table;

  if (contradiction->record_type == TENURE_RECORD_AGREEMENT)
    {
      *out_target = g_variant_new ("(sxs)", table, (gint64) agreement, contradiction->field);
      return "win.edit-field";
    }
  *out_target = g_variant_new ("(sxsus)", table, (gint64) agreement, tenure_record_def (contradiction->record_type)->table,
                               contradiction->index, contradiction->field);
  return "win.edit-child-field";
}

char *
tenure_attention_dup_correction (const TenureContradiction *contradiction)
{
  const TenureRecordDef *def = tenure_record_def (contradiction->record_type);
  const char *label = _ (def->fields[tenure_record_field_index (def->type, contradiction->field)].label);

  if (contradiction->record_type == TENURE_RECORD_AGREEMENT)
    /* Translators: a button that leads to a field of a form; its label: "Correct “End”…". */
    return g_strdup_printf (_ ("Correct “%s”…"), label);
  /* Translators: the same for what belongs to an agreement, in the plural, and a field of it: "Correct “Funders: Share”…". */
  return g_strdup_printf (_ ("Correct “%1$s: %2$s”…"), _ (def->label_plural), label);
}

char *
tenure_attention_dup_snooze (const TenureAttention *self, const TenureAnalysis *analysis)
{
  const TenureFactSnooze *snooze;
  g_autofree char *until = NULL;

  g_return_val_if_fail (self->snooze >= 0, NULL);

  snooze = &analysis->facts->snoozes[self->snooze];
  until = tenure_day_dup_label (snooze->until);
  /* Translators: a rule; the day on which it is listed again; the reason as typed; who put it off. */
  return g_strdup_printf (
      snooze->level < 0 ? _ ("%1$s, until %2$s even if it gets worse, since its level was not recorded: “%3$s” (%4$s)")
                        : _ ("%1$s, until %2$s: “%3$s” (%4$s)"),
      _ (tenure_rule ((TenureRuleId) snooze->rule)->title), until, snooze->reason != NULL ? snooze->reason : "",
      snooze->put_off_by != NULL ? snooze->put_off_by : _ ("nobody named"));
}

/* Takes @part. */
static void
append_part (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  g_free (part);
}

char *
tenure_attentions_dup_decisions (const TenureAttentions *self)
{
  g_autofree char *ended = tenure_count_dup_label (self->n_ended);
  g_autofree char *overdue = tenure_count_dup_label (self->n_overdue);
  g_autofree char *this_month = tenure_count_dup_label (self->n_this_month);
  g_autofree char *next_month = tenure_count_dup_label (self->n_next_month);
  GString *text = g_string_new (NULL);

  /* Translators: parts of a list of decisions: "31 ended undecided, 26 overdue, 3 this month, 5 next month". */
  append_part (text, self->n_ended, g_strdup_printf (_ ("%s ended undecided"), ended));
  append_part (text, self->n_overdue, g_strdup_printf (_ ("%s overdue"), overdue));
  append_part (text, self->n_this_month, g_strdup_printf (_ ("%s this month"), this_month));
  append_part (text, self->n_next_month, g_strdup_printf (_ ("%s next month"), next_month));
  if (text->len == 0)
    g_string_append (text, _ ("nothing by the end of next month"));
  return g_string_free (text, FALSE);
}
