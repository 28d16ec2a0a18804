#include "config.h"
#include "app/flag-row.h"

#include "app/explain-view.h"
#include "analysis/snooze.h"
#include "app/flag-button.h"
#include "app/gtk/list-box.h"
#include "app/level-mark.h"
#include "app/settle.h"

#include "base/i18n.h"

/* A flag is explained when somebody asks, from the snapshot that showed it. */
typedef struct
{
  TenureSnapshot *snapshot;
  TenureFlag flag;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  tenure_snapshot_unref (question->snapshot);
  g_free (question);
}

static TenureExplanation *
explain_cb (gpointer data)
{
  const Question *question = data;

  return tenure_flag_explain (tenure_snapshot_get_flags (question->snapshot), &question->flag);
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

static char *
dup_title (const TenureFlag *flag, const char *name)
{
  const char *level = tenure_level_label ((TenureLevel) flag->level);

  if (flag->exemption >= 0)
    /* Translators: a rule, and the level that an exemption keeps quiet: "Short term: exempted, otherwise red". */
    return g_strdup_printf (_ ("%1$s: exempted, otherwise %2$s"), name, level);
  /* That it cannot be told, and for want of what, is the sentence below. */
  if (flag->level == TENURE_LEVEL_CANNOT_TELL)
    return g_strdup (name);
  /* Translators: the name of a rule and the level it reached: "Short term: red". */
  return g_strdup_printf (_ ("%1$s: %2$s"), name, level);
}

static char *
dup_text (TenureSnapshot *snapshot, const TenureFlag *flag)
{
  const TenureFactExemption *exemption;
  g_autofree char *review = NULL;

  if (flag->exemption < 0)
    return tenure_flag_dup_reason (tenure_snapshot_get_flags (snapshot), flag);
  exemption = &tenure_snapshot_get_facts (snapshot)->exemptions[flag->exemption];
  review = tenure_day_dup_label (exemption->review);
  /* Translators: reason of an exemption as typed, who decided it, the day of its review. */
  return g_strdup_printf (_ ("“%1$s” Decided by %2$s; the rule applies again from %3$s."),
                          exemption->reason != NULL ? exemption->reason : "",
                          exemption->granted_by != NULL ? exemption->granted_by : _ ("nobody named"), review);
}

/* “The county settles its budget” Snoozed by Jo Reed until 14 Dec 2026, or until it gets worse. */
static char *
dup_snooze_text (const TenureFactSnooze *snooze)
{
  g_autofree char *until = tenure_day_dup_label (snooze->until);

  /* Translators: reason of a snooze as typed, who put the flag off, until when. */
  return g_strdup_printf (snooze->level >= 0 ? _ ("“%1$s” Snoozed by %2$s until %3$s, or until it gets worse.")
                                             : _ ("“%1$s” Snoozed by %2$s until %3$s."),
                          snooze->reason != NULL ? snooze->reason : "",
                          snooze->put_off_by != NULL ? snooze->put_off_by : _ ("nobody named"), until);
}

/* --- Buttons -------------------------------------------------------------------------------------------------- */

static GtkWidget *
button_new (const char *label, const char *accessible, const char *action, GVariant *target)
{
  GtkWidget *button = tenure_flag_button_new (label, accessible, action, target);

  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* A line for each way to settle the flag, before the ways of living with it. Whoever shows the flag shows its record, or
 * leads there: that is no way to settle it. */
static void
add_settling (GtkBox *words, TenureSnapshot *snapshot, const TenureFlag *flag)
{
  g_autoptr (GPtrArray) settlements = tenure_settlements_new (tenure_snapshot_get_flags (snapshot), flag);

  for (guint i = 0; i < settlements->len; i++)
    {
      const TenureSettlement *settlement = settlements->pdata[i];
      GtkWidget *button;

      if (g_str_has_prefix (settlement->action, "win.show-"))
        continue;
      button = tenure_flag_button_new (settlement->label, NULL, settlement->action, settlement->target);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "tenure-settle");
      gtk_box_append (words, button);
    }
}

static void
add_snoozing (GtkBox *buttons, const TenureFlag *flag, const char *name)
{
  const TenureRule *rule = tenure_rule ((TenureRuleId) flag->rule);
  /* Translators: the name of a button for screen readers; a rule: "Snooze “Short term”". */
  g_autofree char *accessible = g_strdup_printf (_ ("Snooze “%s”"), name);

  gtk_box_append (buttons, button_new (_ ("Snooze…"), accessible, "win.snooze",
                                       g_variant_new ("(sxs)", rule->code, (gint64) flag->id,
                                                      tenure_level_code ((TenureLevel) flag->level))));
}

static void
add_waking (GtkBox *buttons, const TenureFactSnooze *snooze, const char *name)
{
  /* Translators: names of buttons for screen readers; a rule. */
  g_autofree char *change = g_strdup_printf (_ ("Change the snooze of “%s”"), name);
  g_autofree char *wake = g_strdup_printf (_ ("Wake “%s”"), name);

  gtk_box_append (
      buttons, button_new (_ ("Change…"), change, "win.edit-record", g_variant_new ("(sx)", "snooze", (gint64) snooze->id)));
  gtk_box_append (buttons, button_new (_ ("Wake"), wake, "win.wake", g_variant_new_int64 (snooze->id)));
}

static void
add_exempting (GtkBox *buttons, const TenureFlag *flag, const char *name)
{
  const TenureRule *rule = tenure_rule ((TenureRuleId) flag->rule);
  /* Translators: the name of a button for screen readers; a rule: "Exempt from “Short term”". */
  g_autofree char *accessible = g_strdup_printf (_ ("Exempt from “%s”"), name);

  gtk_box_append (
      buttons, button_new (_ ("Exempt…"), accessible, "win.exempt", g_variant_new ("(sx)", rule->code, (gint64) flag->id)));
}

static void
add_ending (GtkBox *buttons, TenureSnapshot *snapshot, const TenureFlag *flag, const char *name)
{
  gint64 exemption = tenure_snapshot_get_facts (snapshot)->exemptions[flag->exemption].id;
  /* Translators: names of buttons for screen readers; a rule. */
  g_autofree char *change = g_strdup_printf (_ ("Change the exemption from “%s”"), name);
  g_autofree char *end = g_strdup_printf (_ ("End the exemption from “%s”"), name);

  gtk_box_append (buttons,
                  button_new (_ ("Change…"), change, "win.edit-record", g_variant_new ("(sx)", "exemption", exemption)));
  gtk_box_append (buttons, button_new (_ ("End It"), end, "win.end-exemption", g_variant_new_int64 (exemption)));
}

/* What keeps the flag off the list of what needs attention on the day; NULL. */
static const TenureFactSnooze *
find_snooze (TenureSnapshot *snapshot, const TenureFlag *flag)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  g_autoptr (TenureSnoozes) snoozes = NULL;
  gint32 found;

  if (facts->n_snoozes == 0 || flag->exemption >= 0)
    return NULL;
  snoozes = tenure_snoozes_new (facts, tenure_snapshot_get_as_of (snapshot));
  found = tenure_snoozes_find_flag (snoozes, flag);
  return found >= 0 ? &facts->snoozes[found] : NULL;
}

static GtkWidget *
buttons_new (TenureSnapshot *snapshot, const TenureFlag *flag, const TenureFactSnooze *snooze, const char *name)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Question *question = g_new (Question, 1);

  *question = (Question){ tenure_snapshot_ref (snapshot), *flag };
  gtk_widget_add_css_class (buttons, "tenure-flag-buttons");
  gtk_box_append (GTK_BOX (buttons), tenure_explain_button_new (name, explain_cb, question, question_free));
  if (flag->exemption >= 0)
    add_ending (GTK_BOX (buttons), snapshot, flag, name);
  else if (snooze != NULL)
    add_waking (GTK_BOX (buttons), snooze, name);
  else
    {
      add_snoozing (GTK_BOX (buttons), flag, name);
      add_exempting (GTK_BOX (buttons), flag, name);
    }
  return buttons;
}

GtkWidget *
tenure_flag_row_new (TenureSnapshot *snapshot, const TenureFlag *flag, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *mark = tenure_level_mark_new ((TenureLevel) flag->level);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  const TenureFactSnooze *snooze;

  g_return_val_if_fail (snapshot != NULL && flag != NULL, NULL);

  if (name == NULL)
    name = _ (tenure_rule ((TenureRuleId) flag->rule)->title);
  title = dup_title (flag, name);
  text = dup_text (snapshot, flag);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "tenure-flag-mark");
  if (flag->exemption >= 0)
    gtk_widget_add_css_class (mark, "tenure-exempted");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), tenure_text_new (title, NULL));
  gtk_box_append (GTK_BOX (words), tenure_text_new (text, "dim-label"));
  snooze = find_snooze (snapshot, flag);
  if (snooze != NULL)
    {
      g_autofree char *put_off = dup_snooze_text (snooze);

      gtk_box_append (GTK_BOX (words), tenure_text_new (put_off, "dim-label"));
    }
  if (flag->exemption < 0)
    add_settling (GTK_BOX (words), snapshot, flag);
  gtk_box_append (GTK_BOX (words), buttons_new (snapshot, flag, snooze, name));
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), words);
  return row;
}

static const TenureFlag *
find_whole (const TenureFlag *flags, guint n_flags, TenureRuleId rule)
{
  for (guint i = 0; i < n_flags; i++)
    if (flags[i].rule == rule && flags[i].record_type == TENURE_RECORD_PORTFOLIO)
      return &flags[i];
  return NULL;
}

void
tenure_flag_row_show_whole (GtkBox *box, TenureSnapshot *snapshot, TenureRuleId rule)
{
  const TenureFlags *flags = tenure_snapshot_get_flags (snapshot);
  const TenureFlag *flag = find_whole (flags->flags, flags->n_flags, rule);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (flag == NULL)
    flag = find_whole (flags->exempted, flags->n_exempted, rule);
  if (flag != NULL)
    gtk_box_append (box, tenure_flag_row_new (snapshot, flag, NULL));
  gtk_widget_set_visible (GTK_WIDGET (box), flag != NULL);
}
