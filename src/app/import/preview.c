#include "config.h"
#include "app/import/preview.h"

#include "app/forms/field-text.h"
#include "app/import/column-words.h"

#include "base/count.h"
#include "base/i18n.h"

/* A table with more columns than this is shown up to here; the rest are kept with the rows as they are. */
#define MAX_COLUMNS 200

/* Rows of one kind of problem that are listed one by one. */
#define MAX_LISTED 40

typedef struct
{
  TenureImportChoices *choices;
  TenurePreviewChanged changed;
  gpointer data;
  guint column;
  const TenurePlanTarget *targets;
} Answer;

static Answer *
answer_new (GtkWidget *row, TenureImportChoices *choices, TenurePreviewChanged changed, gpointer data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->choices = choices;
  answer->changed = changed;
  answer->data = data;
  g_object_set_data_full (G_OBJECT (row), "answer", answer, g_free);
  return answer;
}

static AdwPreferencesGroup *
group_new (const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  return ADW_PREFERENCES_GROUP (group);
}

/* --- Columns ------------------------------------------------------------------------------------------------- */

static void
target_selected_cb (AdwComboRow *row, GParamSpec *pspec, Answer *answer)
{
  guint selected = adw_combo_row_get_selected (row);

  tenure_import_choices_set_target (answer->choices, answer->column,
                                    selected == 0 ? NULL : answer->targets[selected - 1].name);
  answer->changed (answer->data);
}

static GtkStringList *
target_labels_new (const TenurePlanTarget *targets)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("Not used"));
  for (const TenurePlanTarget *target = targets; target->name != NULL; target++)
    gtk_string_list_append (labels, target->label);
  return labels;
}

static guint
find_target (const TenurePlanTarget *targets, const char *name)
{
  for (guint i = 0; name != NULL && targets[i].name != NULL; i++)
    if (g_str_equal (targets[i].name, name))
      return i + 1;
  return 0;
}

/* Words from a file are no markup. */
static void
set_words (GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
}

static GtkWidget *
column_row_new (const TenurePlanColumn *column, const TenurePlanTarget *targets, GtkStringList *labels)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *title = tenure_column_dup_title (column->title);
  g_autofree char *sample = tenure_column_dup_sample (column->sample);

  set_words (row, title, sample);
  /* A title that may be cut to an ellipsis asks for more than one of a letter or two has: the toolkit warns of it. */
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_tooltip_text (row, g_str_equal (title, column->title) ? NULL : column->title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_target (targets, column->target));
  return row;
}

AdwPreferencesGroup *
tenure_preview_columns_new (const TenurePlan *plan,
                            TenureImportChoices *choices,
                            TenurePreviewChanged changed,
                            gpointer data)
{
  const TenurePlanTarget *targets = tenure_plan_get_targets (plan);
  g_autoptr (GtkStringList) labels = target_labels_new (targets);
  AdwPreferencesGroup *group =
      group_new (_ ("What the Columns Mean"),
                 _ ("Recognised by their titles. A column that is not used is kept with the record as it came."));

  /* Those that are used first: what a person makes sure of. */
  for (guint used = 0; used < 2; used++)
    for (guint i = 0; i < MIN (tenure_plan_get_n_columns (plan), MAX_COLUMNS); i++)
      {
        const TenurePlanColumn *column = tenure_plan_get_column (plan, i);
        GtkWidget *row;
        Answer *answer;

        if ((column->target == NULL) != (used == 1))
          continue;
        row = column_row_new (column, targets, labels);
        answer = answer_new (row, choices, changed, data);
        answer->column = i;
        answer->targets = targets;
        g_signal_connect (row, "notify::selected", G_CALLBACK (target_selected_cb), answer);
        adw_preferences_group_add (group, row);
      }
  return group;
}

/* --- Questions ----------------------------------------------------------------------------------------------- */

static GtkWidget *
entry_new (const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  return row;
}

static void
buyer_changed_cb (GtkEditable *entry, Answer *answer)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  g_free (answer->choices->buyer);
  answer->choices->buyer = *text != '\0' ? g_steal_pointer (&text) : NULL;
  answer->changed (answer->data);
}

static void
currency_changed_cb (GtkEditable *entry, Answer *answer)
{
  const char *text = gtk_editable_get_text (entry);
  TenureCurrency currency = tenure_currency_from_code (text);

  /* What is half typed is no currency: the one before it must not be taken in its place. */
  if (*text != '\0' && currency == TENURE_CURRENCY_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  answer->choices->currency = currency;
  answer->changed (answer->data);
}

static void
basis_selected_cb (AdwComboRow *row, GParamSpec *pspec, Answer *answer)
{
  answer->choices->basis = (TenureReadBasis) adw_combo_row_get_selected (row);
  answer->changed (answer->data);
}

static GtkWidget *
basis_row_new (const TenureImportChoices *choices)
{
  /* In the order of TenureReadBasis. */
  const char *const labels[] = { _ ("Not known"), _ ("For the whole term"), _ ("Each year"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("The values are"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), choices->basis);
  return row;
}

AdwPreferencesGroup *
tenure_preview_questions_new (TenureQuestions questions,
                              TenureImportChoices *choices,
                              TenurePreviewChanged changed,
                              gpointer data)
{
  AdwPreferencesGroup *group =
      group_new (_ ("What the File Does Not Say"),
                 _ ("Leave blank what you do not know: it is then not recorded, and counted as such."));
  GtkWidget *row;

  if (questions & TENURE_QUESTION_BUYER)
    {
      row = entry_new (_ ("Who commissions or funds"), choices->buyer);
      g_signal_connect (row, "changed", G_CALLBACK (buyer_changed_cb), answer_new (row, choices, changed, data));
      adw_preferences_group_add (group, row);
    }
  if (questions & TENURE_QUESTION_CURRENCY)
    {
      char code[4];

      row = entry_new (_ ("Currency of the amounts, such as GBP"), tenure_currency_to_code (choices->currency, code));
      g_signal_connect (row, "changed", G_CALLBACK (currency_changed_cb), answer_new (row, choices, changed, data));
      adw_preferences_group_add (group, row);
    }
  if (questions & TENURE_QUESTION_BASIS)
    {
      row = basis_row_new (choices);
      g_signal_connect (row, "notify::selected", G_CALLBACK (basis_selected_cb), answer_new (row, choices, changed, data));
      adw_preferences_group_add (group, row);
    }
  return group;
}

/* One of the two lengths of the choices, typed as in a form. */
static void
length_changed_cb (GtkEditable *entry, TenureDuration *length)
{
  guint field = tenure_record_field_index (TENURE_RECORD_USUAL_TERMS, "lead_time");
  TenureFieldReading reading;

  if (!tenure_field_text_read (TENURE_RECORD_USUAL_TERMS, field, gtk_editable_get_text (entry), TENURE_CURRENCY_NONE,
                               &reading, NULL))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      *length = TENURE_DURATION_UNKNOWN;
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  *length = TENURE_DURATION_UNKNOWN;
  if (reading.value.kind == TENURE_VALUE_TEXT)
    tenure_duration_parse_iso (reading.value.text, length);
  tenure_value_clear (&reading.value);
}

AdwPreferencesGroup *
tenure_preview_terms_new (TenureImportChoices *choices)
{
  AdwPreferencesGroup *group =
      group_new (_ ("Usual Notice and Lead Time"),
                 _ ("No published register holds these. They are used where an agreement records none; every date that "
                    "rests on them is marked as assumed."));
  GtkWidget *notice = entry_new (_ ("Usual renewal notice, such as 3 months"), NULL);
  GtkWidget *lead = entry_new (_ ("Usual time to decide, such as 2 months"), NULL);

  g_signal_connect (notice, "changed", G_CALLBACK (length_changed_cb), &choices->renewal_notice);
  g_signal_connect (lead, "changed", G_CALLBACK (length_changed_cb), &choices->lead_time);
  adw_preferences_group_add (group, notice);
  adw_preferences_group_add (group, lead);
  return group;
}

/* --- Problems ------------------------------------------------------------------------------------------------ */

static const char *
level_icon (TenureProblemLevel level)
{
  switch (level)
    {
    case TENURE_PROBLEM_ERROR:
      return "dialog-error-symbolic";
    case TENURE_PROBLEM_WARNING:
      return "dialog-warning-symbolic";
    case TENURE_PROBLEM_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static char *
dup_place (const TenureImportProblem *problem)
{
  g_autofree char *column = problem->column != NULL ? tenure_column_dup_title (problem->column) : NULL;

  if (problem->row == 0 && column != NULL)
    return g_strdup_printf (_ ("Column “%s”"), column);
  if (problem->row == 0)
    return g_strdup (_ ("The file as a whole"));
  if (column == NULL)
    return g_strdup_printf (_ ("Row %u"), problem->row);
  return g_strdup_printf (_ ("Row %u, column “%s”"), problem->row, column);
}

static void
list_rows (AdwExpanderRow *expander, const TenureProblemKind *kind)
{
  for (guint i = 0; i < MIN (kind->n, MAX_LISTED); i++)
    {
      const TenureImportProblem *problem = g_ptr_array_index (kind->problems, i);
      g_autofree char *place = dup_place (problem);
      GtkWidget *row = adw_action_row_new ();

      set_words (row, problem->message, place);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_expander_row_add_row (expander, row);
    }
  if (kind->n > MAX_LISTED)
    {
      g_autofree char *more =
          tenure_count_dup_words (ngettext ("And %s more", "And %s more", kind->n - MAX_LISTED), kind->n - MAX_LISTED);
      GtkWidget *row = adw_action_row_new ();

      set_words (row, more, NULL);
      adw_expander_row_add_row (expander, row);
    }
}

/* "3 rows refused", "12 rows, 15 problems": rows are what the user will look for in the file. */
static char *
dup_rows (const TenureProblemKind *kind)
{
  g_autofree char *rows = NULL;
  const TenureImportProblem *first = g_ptr_array_index (kind->problems, 0);

  if (kind->n_rows == 1 && first->row == 0)
    return g_strdup (_ ("The file as a whole"));
  if (kind->level == TENURE_PROBLEM_ERROR)
    rows = tenure_count_dup_words (ngettext ("%s row refused", "%s rows refused", kind->n_rows), kind->n_rows);
  else
    rows = tenure_count_dup_words (ngettext ("%s row", "%s rows", kind->n_rows), kind->n_rows);
  if (kind->n == kind->n_rows)
    return g_steal_pointer (&rows);
  /* Translators: "3 rows refused", and in how many places of them. */
  return g_strdup_printf (ngettext ("%1$s, %2$'u problem", "%1$s, %2$'u problems", kind->n), rows, kind->n);
}

/* "Column “End”: 12 rows". */
static char *
dup_kind_count (const TenureProblemKind *kind)
{
  g_autofree char *columns = tenure_problem_kind_dup_columns (kind);
  g_autofree char *rows = dup_rows (kind);

  if (columns == NULL)
    return g_steal_pointer (&rows);
  /* Translators: "Column “End”", then in how many rows of it: "12 rows". */
  return g_strdup_printf (_ ("%1$s: %2$s"), columns, rows);
}

/* The first stands for the others; where they do not say the same, as an example. */
static char *
dup_kind_title (const TenureProblemKind *kind)
{
  const TenureImportProblem *first = g_ptr_array_index (kind->problems, 0);

  for (guint i = 1; i < kind->problems->len; i++)
    if (!g_str_equal (((const TenureImportProblem *) g_ptr_array_index (kind->problems, i))->message, first->message))
      /* Translators: the first of several problems of one kind, a sentence. */
      return g_strdup_printf (_ ("For example: %s"), first->message);
  return g_strdup (first->message);
}

static GtkWidget *
kind_row_new (const TenureProblemKind *kind)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (level_icon (kind->level));
  g_autofree char *message = dup_kind_title (kind);
  g_autofree char *title = g_markup_escape_text (message, -1);
  g_autofree char *count = dup_kind_count (kind);

  gtk_widget_add_css_class (icon, kind->level == TENURE_PROBLEM_ERROR     ? "error"
                                  : kind->level == TENURE_PROBLEM_WARNING ? "warning"
                                                                          : "dim-label");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
  list_rows (ADW_EXPANDER_ROW (row), kind);
  return row;
}

static char *
dup_problems_description (const TenureImportReport *report)
{
  guint n = report->n_errors + report->n_warnings + report->n_notes;
  const char *all = _ ("What is left unknown is counted as unknown. Refused rows stay out; the others go in.");

  if (n <= report->problems->len)
    return g_strdup (all);
  /* Translators: a sentence about all problems, then how many of how many are listed. */
  return g_strdup_printf (_ ("%1$s Listed here are %2$'u of %3$'u problems, the first of each kind."), all,
                          report->problems->len, n);
}

AdwPreferencesGroup *
tenure_preview_problems_new (const TenureImportReport *report)
{
  g_autoptr (GPtrArray) kinds = tenure_import_problem_kinds (report);
  g_autofree char *description = dup_problems_description (report);
  AdwPreferencesGroup *group = kinds->len == 0 ? group_new (_ ("No Problems"), _ ("Everything in the file could be read."))
                                               : group_new (_ ("Problems"), description);

  for (guint i = 0; i < kinds->len; i++)
    adw_preferences_group_add (group, kind_row_new (g_ptr_array_index (kinds, i)));
  return group;
}

/* --- Words --------------------------------------------------------------------------------------------------- */

static char *
dup_records (const TenureImportReport *report)
{
  guint n = report->records_read;

  switch (report->profile)
    {
    case TENURE_PROFILE_ORGANISATIONS:
      return tenure_count_dup_words (ngettext ("%s organisation", "%s organisations", n), n);
    case TENURE_PROFILE_BOARDS:
      return tenure_count_dup_words (ngettext ("%s appointment", "%s appointments", n), n);
    default:
      return tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", n), n);
    }
}

char *
tenure_preview_dup_counts (const TenureImportReport *report)
{
  g_autofree char *records = dup_records (report);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (report->added > 0)
    g_ptr_array_add (parts, tenure_count_dup_words (_ ("%s new"), report->added));
  if (report->updated > 0)
    g_ptr_array_add (parts, tenure_count_dup_words (_ ("%s changed"), report->updated));
  if (report->unchanged > 0)
    g_ptr_array_add (parts, tenure_count_dup_words (_ ("%s already there"), report->unchanged));
  if (report->refused > 0)
    g_ptr_array_add (parts, tenure_count_dup_words (_ ("%s refused"), report->refused));
  if (parts->len == 0)
    return g_steal_pointer (&records);
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **) parts->pdata);
  return g_strdup_printf ("%s: %s", records, list);
}

static const char *
profile_label (TenureProfile profile)
{
  switch (profile)
    {
    case TENURE_PROFILE_360GIVING:
      return _ ("360Giving grants");
    case TENURE_PROFILE_ORGANISATIONS:
      return _ ("List of organisations");
    case TENURE_PROFILE_BOARDS:
      return _ ("Board memberships");
    case TENURE_PROFILE_REGISTER:
    case TENURE_PROFILE_AUTO:
    default:
      return _ ("Contract register");
    }
}

char *
tenure_preview_dup_detail (const TenurePlan *plan, const TenureImportReport *report)
{
  GString *text = g_string_new (profile_label (tenure_plan_get_profile (plan)));

  if (*tenure_plan_get_sheet (plan) != '\0')
    g_string_append_printf (text, _ (" · sheet “%s”"), tenure_plan_get_sheet (plan));
  if (tenure_plan_get_header_row (plan) > 1)
    g_string_append_printf (text, _ (" · titles in row %u"), tenure_plan_get_header_row (plan));
  for (guint i = 0; i < report->totals->len; i++)
    {
      const TenureImportTotal *total = &g_array_index (report->totals, TenureImportTotal, i);
      g_autofree char *label = tenure_money_dup_label ((TenureMoney){ total->minor, total->currency }, FALSE);

      g_string_append_printf (text, " · %s", label);
    }
  return g_string_free (text, FALSE);
}
