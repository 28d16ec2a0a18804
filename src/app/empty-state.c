#include "config.h"
#include "app/empty-state.h"

#include <adwaita.h>
#include "base/i18n.h"

const char *
tenure_add_record_label (TenureRecordType type)
{
  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      return _ ("Add an Agreement");
    case TENURE_RECORD_ORGANISATION:
      return _ ("Add an Organisation");
    case TENURE_RECORD_BOARD:
      return _ ("Add a Board");
    case TENURE_RECORD_SEAT:
      return _ ("Add a Seat");
    case TENURE_RECORD_PERSON:
      return _ ("Add a Person");
    case TENURE_RECORD_PORTFOLIO:
      return _ ("Add a Portfolio");
    case TENURE_RECORD_PAYMENT:
      return _ ("Add a Payment");
    case TENURE_RECORD_EXEMPTION:
      return _ ("Exempt from a Rule");
    case TENURE_RECORD_SNOOZE:
      return _ ("Snooze a Flag");
    case TENURE_RECORD_USUAL_TERMS:
      return _ ("Add Usual Terms");
    case TENURE_RECORD_PRICE_INDEX:
      return _ ("Add a Price Index");
    case TENURE_RECORD_SCENARIO:
      return _ ("Propose Extensions…");
    case TENURE_RECORD_BUDGET:
      return _ ("Add a Participation Budget");
    case TENURE_RECORD_PAY_RATE:
      return _ ("Add a Rate");
    case TENURE_RECORD_CLAIM:
      return _ ("Add a Claim");
    default:
      return tenure_record_def (type)->add_label != NULL ? _ (tenure_record_def (type)->add_label) : _ ("Add");
    }
}

static GtkWidget *
step_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
status_page_new (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_set_hexpand (page, TRUE);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static GtkWidget *
add_step_new (TenureRecordType add)
{
  GtkWidget *button = step_new (tenure_add_record_label (add), "win.add-record");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tenure_record_def (add)->table);
  return button;
}

/* What the page is made of when it is first seen, which for most pages of most documents is never. */
typedef struct
{
  const char *icon; /* these stay, being translated */
  const char *title;
  const char *description;
  TenureRecordType add;
  gboolean has_steps;
} Words;

static GtkWidget *
steps_new (TenureRecordType add)
{
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (steps), step_new (_ ("Import a Register…"), "win.import"));
  if (add == TENURE_RECORD_BOARD || add == TENURE_RECORD_PERSON)
    gtk_box_prepend (GTK_BOX (steps), add_step_new (add));
  else if (add != TENURE_RECORD_NONE)
    gtk_box_append (GTK_BOX (steps), add_step_new (add));
  gtk_widget_add_css_class (gtk_widget_get_first_child (steps), "suggested-action");
  gtk_box_append (GTK_BOX (steps), step_new (_ ("Open a Portfolio…"), "app.open"));
  gtk_box_append (GTK_BOX (steps), step_new (_ ("Open the Sample"), "app.open-sample"));
  return steps;
}

static void
fill_cb (AdwBin *bin, const Words *words)
{
  GtkWidget *page;

  if (adw_bin_get_child (bin) != NULL)
    return;
  page = status_page_new (words->icon, words->title, words->description);
  if (words->has_steps)
    adw_status_page_set_child (ADW_STATUS_PAGE (page), steps_new (words->add));
  adw_bin_set_child (bin, page);
}

static GtkWidget *
fill_when_seen (Words words)
{
  GtkWidget *bin = adw_bin_new ();
  Words *kept = g_memdup2 (&words, sizeof words);

  g_object_set_data_full (G_OBJECT (bin), "words", kept, g_free);
  g_signal_connect (bin, "map", G_CALLBACK (fill_cb), kept);
  return bin;
}

GtkWidget *
tenure_empty_state_new (const char *icon, const char *title, const char *description, TenureRecordType add)
{
  return fill_when_seen ((Words){ icon, title, description, add, TRUE });
}

void
tenure_empty_states_add (GtkStack *stack,
                         const char *icon,
                         const char *title,
                         const char *description,
                         TenureRecordType add,
                         const char *no_match)
{
  gtk_stack_add_named (stack, tenure_empty_state_new (icon, title, description, add), "empty");
  gtk_stack_add_named (stack, tenure_no_match_new (no_match), "no-match");
}

GtkWidget *
tenure_no_match_new (const char *description)
{
  return fill_when_seen ((Words){ "system-search-symbolic", _ ("Nothing Matches"), description, TENURE_RECORD_NONE, FALSE });
}
