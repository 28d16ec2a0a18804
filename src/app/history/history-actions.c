/* The commands that go through the history: back or forth to a step, into the past, to the history of a record. */

#include "config.h"
#include "app/window-private.h"

#include "app/gtk/toast.h"
#include "app/history/history-page.h"
#include "app/history/history-period.h"
#include "app/history/history-words.h"
#include "store/history-filter.h"
#include "store/history-travel.h"

#include "base/count.h"
#include "base/i18n.h"

static void
progress_cb (double fraction, gpointer data)
{
  tenure_progress_set_fraction (data, fraction);
}

/* --- Back and forth ------------------------------------------------------------------------------------------ */

typedef struct
{
  TenureWindow *window;
  TenureProgress *progress;
  gint64 from, to; /* steps */
} Going;

static void
going_free (Going *going)
{
  tenure_window_end_change (going->window, going->progress);
  g_object_unref (going->progress);
  g_object_unref (going->window);
  g_free (going);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Going, going_free)

/* The notice goes with the next change, for then the way back is another one. */
static void
offer_way_back (const Going *going, guint n_steps)
{
  gboolean back = going->to < going->from;
  g_autofree char *text =
      back ? tenure_count_dup_words (ngettext ("%s step undone", "%s steps undone", n_steps), n_steps)
           : tenure_count_dup_words (ngettext ("%s step done again", "%s steps done again", n_steps), n_steps);
  AdwToast *toast = tenure_toast_new (text);

  adw_toast_set_button_label (toast, back ? _ ("Redo") : _ ("Undo"));
  adw_toast_set_action_name (toast, "win.restore");
  adw_toast_set_action_target (toast, "x", going->from);
  adw_toast_set_timeout (toast, 10);
  g_set_weak_pointer (&going->window->undo_toast, toast);
  tenure_toast_show (going->window->toasts, toast);
}

static void
gone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  g_autoptr (GError) error = NULL;
  guint n_steps;

  if (!tenure_document_go_to_finish (TENURE_DOCUMENT (source), result, &n_steps, &error))
    tenure_window_report (going->window, _ ("The History Cannot Be Gone Through"), error);
  else if (n_steps > 0)
    offer_way_back (going, n_steps);
}

/* The newest step that stands; 0 also where that cannot be read: what follows will say so. */
static gint64
find_here (TenureDocument *document)
{
  gint64 seq = 0;

  tenure_history_find_step (tenure_document_get_reader (document), "9999", &seq, NULL);
  return seq;
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureDocument *document = tenure_window_get_document (self);
  Going *going;

  if (document == NULL || self->working)
    return;
  going = g_new (Going, 1);
  *going = (Going){ g_object_ref (self), tenure_progress_new (_ ("Going through the history")), find_here (document),
                    g_variant_get_int64 (parameter) };
  tenure_window_begin_change (self, going->progress);
  tenure_document_go_to_async (document, going->to, progress_cb, going->progress,
                               tenure_progress_get_cancellable (going->progress), gone_cb, going);
}

/* --- The past ------------------------------------------------------------------------------------------------ */

typedef struct
{
  TenureWindow *window;
  TenureProgress *progress;
  TenureDay day; /* that it stands for */
} Opening;

static void
opening_free (Opening *opening)
{
  tenure_progress_finish (opening->progress);
  g_object_unref (opening->progress);
  g_object_unref (opening->window);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Figures are those that were on screen that day, until the day is changed. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) past = tenure_document_open_past_finish (TENURE_DOCUMENT (source), result, &error);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (opening->window));
  TenureWindow *window;

  if (past == NULL)
    tenure_window_report (opening->window, _ ("The Portfolio Cannot Be Shown as It Was"), error);
  if (past == NULL || application == NULL)
    return;
  window = tenure_window_new (TENURE_APPLICATION (application), past);
  tenure_session_set_as_of (tenure_window_get_session (window), MIN (opening->day, tenure_day_today ()));
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_past (TenureWindow *self, gint64 seq, const char *when, TenureDay day)
{
  g_autofree char *title = g_strdup_printf (_ ("Going back to %s"), when);
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening){ g_object_ref (self), tenure_progress_new (title), day };
  tenure_window_add_progress (self, opening->progress);
  tenure_document_open_past_async (tenure_window_get_document (self), seq, when, progress_cb, opening->progress,
                                   tenure_progress_get_cancellable (opening->progress), opened_cb, opening);
}

static TenureDay
day_of (const TenureHistoryEntry *entry)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (entry->at, utc);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;
  TenureDay day;

  if (local != NULL
      && tenure_day_from_civil (g_date_time_get_year (local), g_date_time_get_month (local),
                                g_date_time_get_day_of_month (local), &day))
    return day;
  return tenure_day_today ();
}

static void
view_past_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (data));
  TenureHistoryFilter filter = TENURE_HISTORY_FILTER_INIT;
  gint64 seq = g_variant_get_int64 (parameter);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *time = NULL, *day = NULL, *when = NULL;

  filter.after = seq - 1;
  filter.until = seq;
  entries = tenure_history_find (reader, &filter, 1, NULL);
  if (entries == NULL || entries->len == 0)
    return;
  day = tenure_history_dup_day (entries->pdata[0]);
  time = tenure_history_dup_time (entries->pdata[0]);
  /* Translators: a day and a time: 3 Mar 2026, 14:05 */
  when = day != NULL ? g_strdup_printf (_ ("%s, %s"), day, time) : g_strdup (_ ("a day not known"));
  open_past (data, seq, when, day_of (entries->pdata[0]));
}

static void
view_past_day_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self));
  g_autofree char *end = NULL, *when = NULL, *nothing = NULL;
  g_autoptr (GError) error = NULL;
  TenureDay day;
  gint64 seq;

  if (!tenure_day_parse_iso (g_variant_get_string (parameter, NULL), &day))
    return;
  end = tenure_history_dup_moment (tenure_day_after (day));
  when = tenure_day_dup_label (day);
  if (!tenure_history_find_step (reader, end, &seq, &error))
    {
      tenure_window_report (self, _ ("The Portfolio Cannot Be Shown as It Was"), error);
      return;
    }
  if (seq > 0)
    {
      open_past (self, seq, when, day);
      return;
    }
  nothing = g_strdup_printf (_ ("Nothing had been recorded by the end of %s"), when);
  tenure_window_toast (self, nothing);
}

/* --- A record ------------------------------------------------------------------------------------------------ */

static void
show_history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureRecordType type;
  const char *table;
  GtkWidget *page;
  TenureId id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  type = tenure_record_type_from_table (table);
  g_return_if_fail (type != TENURE_RECORD_NONE);
  tenure_window_select_page (self, "history");
  page = gtk_stack_get_child_by_name (self->pages, "history");
  if (TENURE_IS_HISTORY_PAGE (page))
    tenure_history_page_show_record (TENURE_HISTORY_PAGE (page), type, id);
}

static const GActionEntry actions[] = {
  { .name = "restore", .activate = restore_cb, .parameter_type = "x" },
  { .name = "view-past", .activate = view_past_cb, .parameter_type = "x" },
  { .name = "view-past-day", .activate = view_past_day_cb, .parameter_type = "s" },
  { .name = "show-history", .activate = show_history_cb, .parameter_type = "(sx)" },
};

void
tenure_window_history_init (TenureWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
