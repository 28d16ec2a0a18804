#include "config.h"
#include "app/import/choices.h"

#include "app/import/column-words.h"

#include "base/i18n.h"

#define MAX_COLUMNS_NAMED 3

TenureImportChoices *
tenure_import_choices_new (void)
{
  TenureImportChoices *choices = g_new0 (TenureImportChoices, 1);

  choices->targets = g_array_new (FALSE, FALSE, sizeof (TenureImportTarget));
  choices->vcs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  choices->renewal_notice = TENURE_DURATION_UNKNOWN;
  choices->lead_time = TENURE_DURATION_UNKNOWN;
  return choices;
}

TenureImportChoices *
tenure_import_choices_dup (const TenureImportChoices *choices)
{
  TenureImportChoices *copy = tenure_import_choices_new ();
  GHashTableIter iter;
  gpointer name, vcs;

  g_array_append_vals (copy->targets, choices->targets->data, choices->targets->len);
  copy->buyer = g_strdup (choices->buyer);
  copy->currency = choices->currency;
  copy->basis = choices->basis;
  copy->renewal_notice = choices->renewal_notice;
  copy->lead_time = choices->lead_time;
  g_hash_table_iter_init (&iter, choices->vcs);
  while (g_hash_table_iter_next (&iter, &name, &vcs))
    g_hash_table_insert (copy->vcs, g_strdup (name), vcs);
  return copy;
}

void
tenure_import_choices_free (TenureImportChoices *choices)
{
  if (choices == NULL)
    return;
  g_array_unref (choices->targets);
  g_hash_table_unref (choices->vcs);
  g_free (choices->buyer);
  g_free (choices);
}

void
tenure_import_choices_set_target (TenureImportChoices *choices, guint column, const char *target)
{
  TenureImportTarget choice = { column, g_intern_string (target) };

  for (guint i = choices->targets->len; i > 0; i--)
    if (g_array_index (choices->targets, TenureImportTarget, i - 1).column == column)
      g_array_remove_index (choices->targets, i - 1);
  g_array_append_val (choices->targets, choice);
}

void
tenure_import_choices_set_vcs (TenureImportChoices *choices, const char *provider, TenureAnswer vcs)
{
  g_hash_table_insert (choices->vcs, g_strdup (provider), GINT_TO_POINTER (vcs));
}

void
tenure_import_choices_apply (const TenureImportChoices *choices, TenurePlan *plan)
{
  GHashTableIter iter;
  gpointer name, vcs;

  for (guint i = 0; i < choices->targets->len; i++)
    {
      const TenureImportTarget *choice = &g_array_index (choices->targets, TenureImportTarget, i);

      if (choice->column < tenure_plan_get_n_columns (plan))
        tenure_plan_set_target (plan, choice->column, choice->target);
    }
  if (choices->buyer != NULL)
    tenure_plan_set_buyer (plan, choices->buyer);
  if (choices->currency != TENURE_CURRENCY_NONE)
    tenure_plan_set_currency (plan, choices->currency);
  if (choices->basis != TENURE_BASIS_UNKNOWN)
    tenure_plan_set_basis (plan, choices->basis);
  tenure_plan_set_usual_terms (plan, choices->renewal_notice, choices->lead_time);
  g_hash_table_iter_init (&iter, choices->vcs);
  while (g_hash_table_iter_next (&iter, &name, &vcs))
    tenure_plan_set_vcs (plan, name, GPOINTER_TO_INT (vcs));
}

static void
kind_free (gpointer data)
{
  TenureProblemKind *kind = data;

  g_ptr_array_unref (kind->problems);
  g_free (kind);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const TenureProblemKind *left = *(TenureProblemKind *const *) a;
  const TenureProblemKind *right = *(TenureProblemKind *const *) b;

  if (left->level != right->level)
    return left->level > right->level ? -1 : 1;
  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  return g_strcmp0 (left->code, right->code);
}

static TenureProblemKind *
find_kind (GPtrArray *kinds, const TenureImportProblem *problem)
{
  TenureProblemKind *kind;

  for (guint i = 0; i < kinds->len; i++)
    {
      kind = g_ptr_array_index (kinds, i);
      if (kind->level == problem->level && g_strcmp0 (kind->code, problem->code) == 0)
        return kind;
    }
  kind = g_new0 (TenureProblemKind, 1);
  kind->level = problem->level;
  kind->code = problem->code;
  kind->problems = g_ptr_array_new ();
  g_ptr_array_add (kinds, kind);
  return kind;
}

GPtrArray *
tenure_import_problem_kinds (const TenureImportReport *report)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func (kind_free);

  for (guint i = 0; i < report->problems->len; i++)
    {
      TenureImportProblem *problem = &g_array_index (report->problems, TenureImportProblem, i);
      TenureProblemKind *kind = find_kind (kinds, problem);
      const TenureImportProblem *before = kind->n > 0 ? g_ptr_array_index (kind->problems, kind->n - 1) : NULL;

      /* Problems come in the order of the rows. */
      if (before == NULL || before->row != problem->row)
        kind->n_rows++;
      g_ptr_array_add (kind->problems, problem);
      kind->n++;
    }
  g_ptr_array_sort (kinds, compare_kinds);
  return kinds;
}

char *
tenure_problem_kind_dup_columns (const TenureProblemKind *kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;

  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < kind->problems->len; i++)
    {
      const TenureImportProblem *problem = g_ptr_array_index (kind->problems, i);
      g_autofree char *title = problem->column != NULL ? tenure_column_dup_title (problem->column) : NULL;

      if (title == NULL || !g_hash_table_add (seen, problem->column))
        continue;
      /* Translators: the title of a column, in a list of them. */
      g_string_append_printf (names, names->len > 0 ? _ (", “%s”") : _ ("“%s”"), title);
    }
  n = g_hash_table_size (seen);
  if (n == 0)
    return NULL;
  if (n > MAX_COLUMNS_NAMED)
    return g_strdup_printf (ngettext ("%u column", "%u columns", n), n);
  /* Translators: titles of columns in quotation marks. */
  return g_strdup_printf (ngettext ("Column %s", "Columns %s", n), names->str);
}
