#include "config.h"
#include "app/gtk/toast.h"

AdwToast *
tenure_toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}
