#include "config.h"
#include "app/agreements/register-layout.h"

#include "base/i18n.h"
#include <stdlib.h>
#include <string.h>

/* Narrower ones could not be dragged wide again. */
#define MIN_WIDTH 30
#define MAX_WIDTH 4000

int
tenure_register_width_within_bounds (int width_px)
{
  return CLAMP (width_px, MIN_WIDTH, MAX_WIDTH);
}

static TenureRegisterLayout *
layout_new_empty (void)
{
  TenureRegisterLayout *layout = g_new0 (TenureRegisterLayout, 1);

  layout->places = g_array_new (FALSE, FALSE, sizeof (TenureRegisterPlace));
  return layout;
}

void
tenure_register_layout_free (TenureRegisterLayout *layout)
{
  if (layout == NULL)
    return;
  g_array_unref (layout->places);
  g_free (layout);
}

static void
add_usual_columns (TenureRegisterLayout *layout)
{
  guint n;
  const TenureRegisterColumn *columns = tenure_register_columns (&n);

  for (guint i = 0; i < n; i++)
    {
      TenureRegisterPlace place = { .column = &columns[i] };

      if (columns[i].shown)
        g_array_append_val (layout->places, place);
    }
}

static gboolean
can_sort (const TenureRegisterColumn *column)
{
  return column->field >= 0 || column->get_key != NULL;
}

gboolean
tenure_register_layout_move (TenureRegisterLayout *layout, const TenureRegisterColumn *column, int by)
{
  TenureRegisterPlace place;
  int from = 0, to;

  while (from < (int) layout->places->len && g_array_index (layout->places, TenureRegisterPlace, from).column != column)
    from++;
  to = from + by;
  if (from == (int) layout->places->len || to < 0 || to >= (int) layout->places->len)
    return FALSE;
  place = g_array_index (layout->places, TenureRegisterPlace, from);
  g_array_remove_index (layout->places, (guint) from);
  g_array_insert_val (layout->places, (guint) to, place);
  return TRUE;
}

void
tenure_register_layout_sort_first (TenureRegisterLayout *layout, const TenureRegisterColumn *column, gboolean descending)
{
  TenureRegisterSort before[TENURE_REGISTER_MAX_SORTS];
  guint n = layout->n_sorts;

  g_return_if_fail (can_sort (column));

  for (guint i = 0; i < n; i++)
    before[i] = layout->sorts[i];
  layout->sorts[0] = (TenureRegisterSort){ column, descending };
  layout->n_sorts = 1;
  for (guint i = 0; i < n && layout->n_sorts < TENURE_REGISTER_MAX_SORTS; i++)
    if (before[i].column != column)
      layout->sorts[layout->n_sorts++] = before[i];
}

TenureRegisterLayout *
tenure_register_layout_new (void)
{
  TenureRegisterLayout *layout = layout_new_empty ();

  add_usual_columns (layout);
  tenure_register_layout_sort_first (layout, tenure_register_column_find ("level"), FALSE);
  return layout;
}

/* --- Text ---------------------------------------------------------------------------------------------------- */

static gboolean
has_column (const TenureRegisterLayout *layout, const TenureRegisterColumn *column)
{
  for (guint i = 0; i < layout->places->len; i++)
    if (g_array_index (layout->places, TenureRegisterPlace, i).column == column)
      return TRUE;
  return FALSE;
}

static void
read_columns (TenureRegisterLayout *layout, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *width = strchr (parts[i], '=');
      TenureRegisterPlace place = { 0 };

      if (width != NULL)
        {
          *width++ = '\0';
          place.width_px = tenure_register_width_within_bounds (atoi (width));
        }
      place.column = tenure_register_column_find (g_strstrip (parts[i]));
      if (place.column != NULL && !has_column (layout, place.column))
        g_array_append_val (layout->places, place);
    }
}

static void
read_sorts (TenureRegisterLayout *layout, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  /* The last first, since each goes before those that are there. */
  for (gsize i = MIN (g_strv_length (parts), TENURE_REGISTER_MAX_SORTS); i-- > 0;)
    {
      const char *name = g_strstrip (parts[i]);
      gboolean descending = name[0] == '-';
      const TenureRegisterColumn *column = tenure_register_column_find (descending ? name + 1 : name);

      if (column != NULL && can_sort (column))
        tenure_register_layout_sort_first (layout, column, descending);
    }
}

TenureRegisterLayout *
tenure_register_layout_from_text (const char *columns, const char *sort)
{
  TenureRegisterLayout *layout = layout_new_empty ();

  if (columns != NULL)
    read_columns (layout, columns);
  if (layout->places->len == 0)
    add_usual_columns (layout);
  if (sort != NULL)
    read_sorts (layout, sort);
  if (layout->n_sorts == 0)
    tenure_register_layout_sort_first (layout, tenure_register_column_find ("level"), FALSE);
  return layout;
}

char *
tenure_register_layout_dup_columns (const TenureRegisterLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->places->len; i++)
    {
      const TenureRegisterPlace *place = &g_array_index (layout->places, TenureRegisterPlace, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", place->column->name);
      if (place->width_px > 0)
        g_string_append_printf (text, "=%d", place->width_px);
    }
  return g_string_free (text, FALSE);
}

char *
tenure_register_layout_dup_sort (const TenureRegisterLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->n_sorts; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", layout->sorts[i].descending ? "-" : "",
                            layout->sorts[i].column->name);
  return g_string_free (text, FALSE);
}

gboolean
tenure_register_layout_equal (const TenureRegisterLayout *layout, const TenureRegisterLayout *other)
{
  if (layout->places->len != other->places->len || layout->n_sorts != other->n_sorts)
    return FALSE;
  for (guint i = 0; i < layout->places->len; i++)
    {
      const TenureRegisterPlace *place = &g_array_index (layout->places, TenureRegisterPlace, i);
      const TenureRegisterPlace *there = &g_array_index (other->places, TenureRegisterPlace, i);

      if (place->column != there->column || place->width_px != there->width_px)
        return FALSE;
    }
  for (guint i = 0; i < layout->n_sorts; i++)
    if (layout->sorts[i].column != other->sorts[i].column || layout->sorts[i].descending != other->sorts[i].descending)
      return FALSE;
  return TRUE;
}

static gboolean
holds_days (const TenureRegisterColumn *column)
{
  static const char *const computed[] = { "committed_end", "maximum_end_computed", "decision_day", NULL };

  return column->field >= 0 ? tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[column->field].type == TENURE_FIELD_DAY
                            : g_strv_contains (computed, column->name);
}

/* A column that rows are sorted by from its last value to its first. */
static char *
dup_descending (const TenureRegisterColumn *column)
{
  if (column->numeric)
    /* Translators: a column of amounts that rows are sorted by. */
    return g_strdup_printf (_ ("%s (largest first)"), column->title);
  if (holds_days (column))
    /* Translators: a column of days that rows are sorted by. */
    return g_strdup_printf (_ ("%s (latest first)"), column->title);
  /* Translators: a column that rows are sorted by, from its last value to its first. */
  return g_strdup_printf (_ ("%s (last first)"), column->title);
}

char *
tenure_register_layout_dup_sort_label (const TenureRegisterLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->n_sorts; i++)
    {
      if (i > 0)
        /* Translators: between two columns that rows are sorted by: "Flag, then Committed end". */
        g_string_append (text, _ (", then "));
      if (layout->sorts[i].descending)
        {
          g_autofree char *descending = dup_descending (layout->sorts[i].column);

          g_string_append (text, descending);
        }
      else
        g_string_append (text, layout->sorts[i].column->title);
    }
  return g_string_free (text, FALSE);
}
