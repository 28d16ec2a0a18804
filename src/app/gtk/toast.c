#include "config.h"
#include "app/gtk/toast.h"

AdwToast *
tenure_toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static void
ref_free (gpointer ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

void
tenure_toast_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  GWeakRef *shown = g_object_get_data (G_OBJECT (overlay), "tenure-toast");
  g_autoptr (AdwToast) before = shown != NULL ? g_weak_ref_get (shown) : NULL;

  if (shown == NULL)
    {
      shown = g_new0 (GWeakRef, 1);
      g_weak_ref_init (shown, NULL);
      g_object_set_data_full (G_OBJECT (overlay), "tenure-toast", shown, ref_free);
    }
  g_weak_ref_set (shown, toast);
  adw_toast_overlay_add_toast (overlay, toast);
  if (before != NULL && before != toast)
    adw_toast_dismiss (before);
}
