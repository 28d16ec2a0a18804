#include "config.h"

#include "chart/notes.h"

#include "base/i18n.h"

#include "chart/format-private.h"

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
dup_counts (const TenureChartNotes *notes)
{
  g_autofree char *n = tenure_format_count (notes->n);
  g_autofree char *of = tenure_format_count (notes->of);
  g_autofree char *left = NULL;

  if (notes->things == NULL)
    return NULL;
  if (notes->n >= notes->of)
    /* Translators: how many things a chart stands on: number, things, as in "214 agreements". */
    return g_strdup_printf (_ ("%1$s %2$s"), n, notes->things);
  left = tenure_format_count (notes->of - notes->n);
  if (notes->left_out == NULL)
    /* Translators: "211 of 214 agreements; 3 left out". */
    return g_strdup_printf (_ ("%1$s of %2$s %3$s; %4$s left out"), n, of, notes->things, left);
  /* Translators: "211 of 214 agreements; 3 left out: no end recorded". */
  return g_strdup_printf (_ ("%1$s of %2$s %3$s; %4$s left out: %5$s"), n, of, notes->things, left, notes->left_out);
}

gboolean
tenure_chart_is_mostly_known (guint known, guint of)
{
  return 3 * (guint64) known >= 2 * (guint64) of;
}

char *
tenure_chart_dup_count (guint n)
{
  return tenure_format_count (n);
}

char *
tenure_chart_notes_dup_text (const TenureChartNotes *notes)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (notes != NULL, NULL);

  text = g_string_new (NULL);
  if (tenure_day_is_known (notes->as_of))
    {
      g_autofree char *day = tenure_day_dup_label (notes->as_of);
      /* Translators: the date of which a chart speaks. */
      g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), day);

      append_part (text, as_of);
    }
  append_part (text, notes->scope);
  counts = dup_counts (notes);
  append_part (text, counts);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
