#include "config.h"
#include "app/gtk/toast.h"

/* Longer than libadwaita takes for the coming or the going of a toast (300 ms; a toast that comes while another goes would
 * take 500, and none does here), in microseconds from the first frame. */
#define MOTION (350 * G_TIME_SPAN_MILLISECOND)

typedef enum
{
  GONE,
  COMING,
  SHOWN,
  GOING,
} Phase;

/* The one toast of an overlay and the one that waits for it to go. Kept with the overlay, and freed with it. */
typedef struct
{
  AdwToastOverlay *overlay; /* which holds this */
  AdwToast *toast;          /* NULL when GONE */
  guint timeout;            /* of the toast, in seconds; counted from when it is SHOWN */
  gboolean unwanted;
  AdwToast *next;
  Phase phase;
  guint tick;
  gint64 moved_at; /* the time of the frame that began the motion, 0 before there was one */
  gboolean over;   /* a frame has come after it */
} Stage;

static void proceed (Stage *stage);

AdwToast *
tenure_toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static void
end_motion (Stage *stage)
{
  if (stage->phase == COMING)
    {
      stage->phase = SHOWN;
      adw_toast_set_timeout (stage->toast, stage->timeout);
      adw_toast_overlay_add_toast (stage->overlay, g_object_ref (stage->toast)); /* counts from now */
    }
  else if (stage->phase == GOING)
    {
      stage->phase = GONE;
      g_signal_handlers_disconnect_by_data (stage->toast, stage);
      g_clear_object (&stage->toast);
    }
  proceed (stage);
}

/* The callbacks of a frame run newest first: libadwaita's for the motion may run after this one, hence the further frame. */
static gboolean
tick_cb (GtkWidget *overlay, GdkFrameClock *clock, gpointer data)
{
  Stage *stage = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (stage->moved_at == 0)
    stage->moved_at = now;
  if (now - stage->moved_at < MOTION)
    return G_SOURCE_CONTINUE;
  if (!stage->over)
    {
      stage->over = TRUE;
      return G_SOURCE_CONTINUE;
    }
  stage->tick = 0;
  end_motion (stage);
  return G_SOURCE_REMOVE;
}

static void
wait_for_motion (Stage *stage)
{
  GtkWidget *overlay = GTK_WIDGET (stage->overlay);

  stage->moved_at = 0;
  stage->over = FALSE;
  if (stage->tick == 0 && gtk_widget_get_mapped (overlay) && adw_get_enable_animations (overlay))
    stage->tick = gtk_widget_add_tick_callback (overlay, tick_cb, stage, NULL);
  if (stage->tick == 0)
    end_motion (stage);
}

/* By its button, its cross, its time or by proceed (). */
static void
dismissed_cb (Stage *stage)
{
  stage->phase = GOING;
  if (!gtk_widget_in_destruction (GTK_WIDGET (stage->overlay)))
    wait_for_motion (stage);
}

static void
proceed (Stage *stage)
{
  if (stage->phase == SHOWN && (stage->unwanted || stage->next != NULL))
    adw_toast_dismiss (stage->toast);
  else if (stage->phase == GONE && stage->next != NULL)
    {
      stage->toast = g_steal_pointer (&stage->next);
      stage->timeout = adw_toast_get_timeout (stage->toast);
      stage->unwanted = FALSE;
      stage->phase = COMING;
      adw_toast_set_timeout (stage->toast, 0);
      adw_toast_overlay_add_toast (stage->overlay, g_object_ref (stage->toast));
      g_signal_connect_swapped (stage->toast, "dismissed", G_CALLBACK (dismissed_cb), stage);
      wait_for_motion (stage);
    }
}

static void
stage_free (gpointer data)
{
  Stage *stage = data;

  if (stage->toast != NULL)
    g_signal_handlers_disconnect_by_data (stage->toast, stage);
  g_clear_object (&stage->toast);
  g_clear_object (&stage->next);
  g_free (stage);
}

static Stage *
stage_of (AdwToastOverlay *overlay)
{
  Stage *stage = g_object_get_data (G_OBJECT (overlay), "tenure-toast");

  if (stage == NULL)
    {
      stage = g_new0 (Stage, 1);
      stage->overlay = overlay;
      g_object_set_data_full (G_OBJECT (overlay), "tenure-toast", stage, stage_free);
    }
  return stage;
}

void
tenure_toast_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  Stage *stage = stage_of (overlay);

  g_return_if_fail (toast != stage->toast);
  g_clear_object (&stage->next);
  stage->next = toast;
  proceed (stage);
}

void
tenure_toast_dismiss (AdwToastOverlay *overlay, AdwToast *toast)
{
  Stage *stage = stage_of (overlay);

  if (toast == stage->next)
    g_clear_object (&stage->next);
  if (toast == stage->toast)
    stage->unwanted = TRUE;
  proceed (stage);
}
