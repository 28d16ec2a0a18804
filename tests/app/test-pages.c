/* Overview, timeline and boards on a real session: an empty document, one that fills, a selection from elsewhere, an
 * undo, and nothing left behind. */

#include "config.h"

#include "app/boards/board-view.h"
#include "app/boards/boards-page.h"
#include "app/overview/figure-card.h"
#include "app/overview/overview-page.h"
#include "app/timeline/timeline-canvas.h"
#include "app/timeline/timeline-page.h"
#include "store/edit.h"
#include "store/history.h"
#include "widget-test.h"

#define AS_OF 20778 /* 21 Nov 2026 */

typedef struct
{
  char *state_dir;
  TenureDocument *document;
  TenureSession *session;
  TenureId agreement, board;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static TenureRecord *
record_new (TenureRecordType type, const char *const *fields)
{
  TenureRecord *record = tenure_record_new (type);

  for (guint i = 0; fields[i] != NULL; i += 2)
    tenure_record_set_text_by_name (record, fields[i], fields[i + 1]);
  return record;
}

static void
refer (TenureRecord *record, const char *field, TenureId id)
{
  tenure_record_set_reference (record, tenure_record_field_index (record->type, field), id);
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TenureRecord) provider
      = record_new (TENURE_RECORD_ORGANISATION, (const char *[]){ "name", "Lantern Trust", NULL });
  g_autoptr (TenureRecord) agreement
      = record_new (TENURE_RECORD_AGREEMENT, (const char *[]){ "title", "Advice line", "start", "2026-04-01", "end",
                                                               "2027-03-31", NULL });
  g_autoptr (TenureRecord) board = record_new (TENURE_RECORD_BOARD, (const char *[]){ "name", "Place board", NULL });
  g_autoptr (TenureRecord) seat
      = record_new (TENURE_RECORD_SEAT, (const char *[]){ "title", "Alliance chair", "bloc", "vcs", NULL });

  tenure_record_set_flag (provider, tenure_record_field_index (TENURE_RECORD_ORGANISATION, "vcs"), TENURE_FACT_YES);
  if (!tenure_edit_insert (edit, provider, error) || !tenure_edit_insert (edit, board, error))
    return FALSE;
  refer (agreement, "provider", provider->id);
  refer (seat, "board", board->id);
  if (!tenure_edit_insert (edit, agreement, error) || !tenure_edit_insert (edit, seat, error))
    return FALSE;
  fixture->agreement = agreement->id;
  fixture->board = board->id;
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *(*create) (TenureSession *session) = data;
  g_autoptr (GError) error = NULL;

  fixture->state_dir = g_dir_make_tmp ("tenure-pages-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->document = tenure_document_new (fixture->state_dir, &error);
  g_assert_no_error (error);
  fixture->session = tenure_session_new (fixture->document);
  tenure_session_set_as_of (fixture->session, AS_OF);
  fixture->page = create (fixture->session);
  fixture->window = widget_test_window (fixture->page, 1100, 700);
  /* An empty document is met with the first steps. */
  widget_test_wait (widget_test_has_label (fixture->page, "Open the Sample"));
}

static void
edit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tenure_document_edit (fixture->document, "Fill", fill, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->state_dir);
  gpointer session = fixture->session;

  widget_test_assert_finalized (fixture->window, fixture->page);
  g_object_add_weak_pointer (G_OBJECT (fixture->session), &session);
  g_object_unref (fixture->session);
  widget_test_wait (session == NULL);
  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->state_dir);
}

/* The name of what the page's stack shows. */
static const char *
shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (widget_test_find (fixture->page, GTK_TYPE_STACK)));
}

static gboolean
shows (Fixture *fixture, const char *name)
{
  return g_strcmp0 (shown (fixture), name) == 0;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tenure_document_undo (fixture->document, NULL, &error);
  g_assert_no_error (error);
  widget_test_wait (shows (fixture, "empty"));
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart;

  edit (fixture);
  widget_test_wait (shows (fixture, "content"));
  g_assert_nonnull (widget_test_find (fixture->page, TENURE_TYPE_FIGURE_CARD));
  g_assert_true (widget_test_has_label (fixture->page, "1 agreement running"));
  g_assert_true (widget_test_has_label (fixture->page, "0 of 1 known"));
  widget_test_wait (widget_test_has_label (fixture->page, "Advice line"));
  chart = widget_test_find (fixture->page, TENURE_TYPE_CHART_VIEW);
  widget_test_wait (tenure_chart_view_get_costs (TENURE_CHART_VIEW (chart)).n_paints > 0);

  /* A filter that lets nothing through is not an empty document. */
  tenure_session_set_search (fixture->session, "nobody is called that");
  widget_test_wait (shows (fixture, "no-match"));
  tenure_session_set_search (fixture->session, NULL);
  widget_test_wait (shows (fixture, "content"));
  undo (fixture);
}

static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  TenureTimelineCanvas *canvas
      = TENURE_TIMELINE_CANVAS (widget_test_find (fixture->page, TENURE_TYPE_TIMELINE_CANVAS));
  TenureChartView *chart = tenure_timeline_canvas_get_chart (canvas);

  edit (fixture);
  widget_test_wait (shows (fixture, "content"));
  widget_test_wait (tenure_chart_view_get_costs (chart).n_paints > 0);
  g_assert_cmpint (tenure_scene_find_record (tenure_chart_view_get_scene (chart), fixture->agreement), >=, 0);

  /* One selection for all pages, whichever makes it. */
  tenure_session_select (fixture->session, TENURE_RECORD_AGREEMENT, fixture->agreement);
  g_assert_cmpint (tenure_timeline_canvas_get_selected (canvas), ==, fixture->agreement);
  tenure_session_select (fixture->session, TENURE_RECORD_BOARD, fixture->board);
  g_assert_cmpint (tenure_timeline_canvas_get_selected (canvas), ==, TENURE_ID_NONE);
  tenure_timeline_canvas_set_selected (canvas, fixture->agreement);
  g_assert_cmpint (tenure_session_get_selected_type (fixture->session), ==, TENURE_RECORD_AGREEMENT);
  g_assert_cmpint (tenure_session_get_selected_id (fixture->session), ==, fixture->agreement);
  undo (fixture);
}

static void
test_boards (Fixture *fixture, gconstpointer data)
{
  edit (fixture);
  widget_test_wait (shows (fixture, "content"));
  widget_test_wait (widget_test_has_label (fixture->page, "1 seat, 1 VCS; votes not recorded"));

  /* Selected elsewhere, it is shown here, and stays when the document changes. */
  tenure_session_select (fixture->session, TENURE_RECORD_BOARD, fixture->board);
  widget_test_wait (widget_test_has_label (widget_test_find (fixture->page, TENURE_TYPE_BOARD_VIEW),
                                           "Alliance chair"));
  tenure_session_set_as_of (fixture->session, AS_OF + 1);
  widget_test_settle ();
  g_assert_true (widget_test_has_label (widget_test_find (fixture->page, TENURE_TYPE_BOARD_VIEW), "Place board"));
  undo (fixture);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add ("/pages/overview", Fixture, tenure_overview_page_new, set_up, test_overview, tear_down);
  g_test_add ("/pages/timeline", Fixture, tenure_timeline_page_new, set_up, test_timeline, tear_down);
  g_test_add ("/pages/boards", Fixture, tenure_boards_page_new, set_up, test_boards, tear_down);
  return g_test_run ();
}
