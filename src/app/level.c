#include "app/level.h"

static const char *const classes[] = {
  "tenure-level-none", "tenure-level-cannot-tell", "tenure-level-note", "tenure-level-amber", "tenure-level-red",
};

const char *
tenure_level_get_glyph (TenureLevel level)
{
  static const char *const glyphs[] = { "", "□", "●", "▲", "◆" };

  g_return_val_if_fail (level <= TENURE_LEVEL_RED, "");

  return glyphs[level];
}

void
tenure_level_show_text (GtkLabel *label, TenureLevel level, const char *text)
{
  g_autofree char *whole = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (label), classes[level]);
  whole = level == TENURE_LEVEL_NONE ? g_strdup (text)
                                     : g_strdup_printf ("%s %s", tenure_level_get_glyph (level), text);
  gtk_label_set_text (label, whole);
}

void
tenure_level_show (GtkLabel *label, TenureLevel level)
{
  tenure_level_show_text (label, level, level == TENURE_LEVEL_NONE ? "" : tenure_level_label (level));
}
