/* The dialog that ends an agreement early: what it does with the keyboard in one of its rows when it is left. */

#include "config.h"

#include "app/forms/step-dialog.h"
#include "store/edit.h"
#include "widget-test.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  TenureDocument *document;
  TenureId agreement;
  TenureStepDialog *dialog;
  TenureStep *kept;
} Fixture;

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);

  tenure_record_set_text_by_name (record, "title", "Befriending");
  tenure_record_set_text_by_name (record, "start", "2026-04-01");
  tenure_record_set_text_by_name (record, "end", "2027-03-31");
  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  fixture->agreement = record->id;
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TenureStep *step;

  fixture->folder = g_dir_make_tmp ("tenure-step-dialog-XXXXXX", NULL);
  fixture->document = tenure_document_new (fixture->folder, NULL);
  g_assert_true (tenure_document_edit (fixture->document, "Fill", fill, fixture, NULL));
  step = tenure_step_new (tenure_document_get_reader (fixture->document), TENURE_STEP_END_EARLY, fixture->agreement, 20778,
                          NULL);
  fixture->dialog = tenure_step_dialog_new (fixture->document, step);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  /* A row loses the keyboard only where it had it: the window must be the active one. */
  widget_test_wait (gtk_window_is_active (GTK_WINDOW (fixture->dialog)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *working = g_build_filename (fixture->folder, "working", NULL);

  g_clear_pointer (&fixture->kept, tenure_step_free);
  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  g_rmdir (working);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* As the window does; and the row that has the keyboard loses it while the dialog is still there. */
static void
keep_cb (Fixture *fixture)
{
  fixture->kept = tenure_step_dialog_steal_step (fixture->dialog);
  gtk_window_set_focus (GTK_WINDOW (fixture->dialog), NULL);
}

static GtkEditable *
first_entry (Fixture *fixture)
{
  return GTK_EDITABLE (widget_test_find (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW));
}

/* Nothing of it is left. */
static void
close_dialog (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  widget_test_wait (fixture->dialog == NULL);
}

/* It opens with the keyboard in the first question. Left with an answer typed, it gives the step away, answer and all; the
 * row that has the keyboard loses it as the dialog goes, and does nothing to the step any more. */
static void
test_left_while_typing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));

  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (first_entry (fixture))));
  g_signal_connect_swapped (fixture->dialog, "dropped", G_CALLBACK (keep_cb), fixture);
  gtk_editable_set_text (first_entry (fixture), "31/12/2026");
  close_dialog (fixture);
  g_assert_nonnull (fixture->kept);
  g_assert_cmpstr (tenure_record_get_text_by_name (fixture->kept->agreement->record, "terminated"), ==, "2026-12-31");
}

/* Untouched, it is left without a word. */
static void
test_left_untouched (Fixture *fixture, gconstpointer data)
{
  g_signal_connect_swapped (fixture->dialog, "dropped", G_CALLBACK (keep_cb), fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->dialog), NULL);
  close_dialog (fixture);
  g_assert_null (fixture->kept);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add ("/step-dialog/left-while-typing", Fixture, NULL, set_up, test_left_while_typing, tear_down);
  g_test_add ("/step-dialog/left-untouched", Fixture, NULL, set_up, test_left_untouched, tear_down);
  return g_test_run ();
}
