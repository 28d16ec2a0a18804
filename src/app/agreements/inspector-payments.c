/* What the inspector says of the payments under an agreement: the newest, each to be opened, and a way to add one. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "analysis/schedule.h"
#include "store/query.h"

#include "base/count.h"
#include "base/i18n.h"

#define MAX_PAYMENTS 5

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_PAYMENT, name);
}

/* The payments under @agreement, newest first. */
static GArray *
list_payments (TenureReader *reader, TenureId agreement)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PAYMENT);
  TenureValue value = TENURE_VALUE_OF_INTEGER (agreement);

  tenure_query_filter (query, field ("agreement"), TENURE_FILTER_IS, &value, 1);
  tenure_query_sort (query, field ("paid"), TRUE);
  return tenure_query_run (query, reader, NULL);
}

static GtkWidget *
button_new (const char *label, const char *action, const char *table, TenureId id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tenure-flag-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", table, id);
  return button;
}

/* "1 Oct 2026: £11,250, INV-204". */
static char *
dup_line (const TenureRecord *payment)
{
  g_autofree char *day = tenure_record_dup_label (payment, field ("paid"));
  g_autofree char *amount = tenure_record_dup_label (payment, field ("amount"));
  const char *reference = tenure_record_get_text (payment, field ("reference"));
  const char *when = day != NULL ? day : _ ("not paid yet, or not recorded");

  if (reference == NULL)
    /* Translators: a payment: the day, the amount. */
    return g_strdup_printf (_ ("%1$s: %2$s"), when, amount != NULL ? amount : "–");
  /* Translators: a payment: the day, the amount, its reference. */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s"), when, amount != NULL ? amount : "–", reference);
}

static void
add_amount (GtkWidget *grid, const char *label, gint64 minor, TenureCurrency currency)
{
  g_autofree char *amount = tenure_money_dup_label ((TenureMoney){ minor, currency }, FALSE);

  tenure_inspector_add_row (grid, label, amount);
}

/* Nothing where one of the two cannot be told. */
static void
add_due_and_paid (GtkWidget *grid, TenureSnapshot *snapshot, TenureId agreement)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (snapshot);
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, agreement);
  g_autofree char *day = tenure_day_dup_label (terms->as_of);
  /* Translators: what a payment schedule promised up to a day: "Due by 22 Nov 2026". */
  g_autofree char *due_label = g_strdup_printf (_ ("Due by %s"), day);
  TenureAgreementParts parts;
  TenureSchedule schedule;

  if (index < 0)
    return;
  parts = tenure_agreement_parts (terms->facts, (guint) index);
  if (!tenure_schedule_compare (&parts, terms->as_of, &schedule))
    return;
  add_amount (grid, due_label, schedule.due_minor, schedule.currency);
  add_amount (grid, _ ("Paid by then"), schedule.paid_minor, schedule.currency);
  if (schedule.n_undated > 0)
    {
      g_autofree char *undated =
          tenure_count_dup_words (ngettext ("%s payment of no recorded day is left out.",
                                            "%s payments of no recorded day are left out.", schedule.n_undated),
                                  schedule.n_undated);

      tenure_inspector_add_note (grid, undated);
    }
}

static void
add_contradictions (GtkWidget *grid, const GPtrArray *contradictions)
{
  for (guint i = 0; contradictions != NULL && i < contradictions->len; i++)
    {
      const TenureContradiction *contradiction = contradictions->pdata[i];

      if (contradiction->record_type == TENURE_RECORD_PAYMENT)
        tenure_inspector_add_note (grid, contradiction->message);
    }
}

void
tenure_inspector_add_payments (
    GtkBox *content, TenureReader *reader, TenureSnapshot *snapshot, TenureId agreement, const GPtrArray *contradictions)
{
  g_autoptr (GArray) ids = list_payments (reader, agreement);
  guint n = ids != NULL ? ids->len : 0;
  g_autofree char *count = tenure_count_dup_words (ngettext ("%s payment", "%s payments", n), n);
  GtkWidget *grid = tenure_inspector_add_section (content, _ ("Payments"));

  if (n > 0)
    {
      tenure_inspector_add_row (grid, _ ("Recorded"), count);
      add_contradictions (grid, contradictions);
      add_due_and_paid (grid, snapshot, agreement);
    }
  for (guint i = 0; i < MIN (n, MAX_PAYMENTS); i++)
    {
      TenureId id = g_array_index (ids, TenureId, i);
      g_autoptr (TenureRecord) payment = tenure_reader_load (reader, TENURE_RECORD_PAYMENT, id, NULL);
      g_autofree char *line = payment != NULL ? dup_line (payment) : NULL;

      if (line != NULL)
        gtk_box_append (content, button_new (line, "win.edit-record", "payment", id));
    }
  gtk_box_append (content, button_new (_ ("Add a Payment…"), "win.add-child", "payment", agreement));
}
