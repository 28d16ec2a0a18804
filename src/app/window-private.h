#pragma once

#include "app/window.h"

#include "app/forms/next-step.h"
#include "app/forms/record-form.h"
#include "app/progress-bar.h"
#include "app/session.h"

G_BEGIN_DECLS

typedef struct _TenureTravel TenureTravel;

struct _TenureWindow
{
  AdwApplicationWindow parent_instance;

  TenureSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *document_signals;

  AdwToast *undo_toast;               /* the one whose Undo takes back the newest step; NULL when there is none */
  GFile *opening_file;                /* the file that is being read for this window; NULL for none */
  gboolean working;                   /* an undo, redo or save is under way: the document takes no other change */
  TenureTravel *travel;               /* the undoing or redoing under way; NULL for none */
  gboolean closing_later;             /* asked to close while working */
  gboolean closing;                   /* the question of unsaved changes was answered */
  gboolean disposable;                /* the document is a copy of something else (the sample): no loss without a change */
  gboolean inspector_wanted;          /* the user has not put the inspector away */
  guint entering_page;                /* source id: the keyboard waits for the page; 0 for not */
  guint n_entered;                    /* how often that was tried */
  gboolean entering_inspector;        /* the keyboard goes into the inspector as soon as that is on screen */
  gboolean filling;                   /* the window writes its own controls */
  const char *place_note;             /* what cannot be done with the file where it is; NULL for nothing */
  char *searched;                     /* the words that the search entry gave the session last */
  struct _TenureDraft *dropped_draft; /* what the last form held that was left without saving; NULL for none */
  TenureStep *dropped_step;           /* the same of a decision; never both */
  GtkWindow *dropped_dialog;          /* hidden, see tenure_window_offer_again(); NULL for none */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *sidebar_button;
  GtkWidget *search_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *as_of_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkInfoBar *banner;
  GtkLabel *banner_label;
  AdwFlap *sidebar_flap;
  GtkListBox *page_list;
  GtkDropDown *portfolio_drop_down;
  AdwFlap *inspector_flap;
  AdwBin *inspector_slot;
  GtkStack *pages;
  TenureProgressBar *progress_bar;
  GMenuModel *primary_menu;
  GMenu *recent_menu;
};

/* window-look.c: what the header and the sidebar show of the session. */
void tenure_window_look_init (TenureWindow *self);
void tenure_window_look_bind_template (GtkWidgetClass *widget_class);
void tenure_window_look_update (TenureWindow *self);

/* Lets go of what was made for the session, which ends. */
void tenure_window_look_forget_session (TenureWindow *self);

/* The same without asking the file system what can be done with the file: when a snapshot, a filter or a day is new. */
void tenure_window_look_follow_session (TenureWindow *self);
void tenure_window_look_update_title (TenureWindow *self);

/* window-actions.c: the commands of actions.h that belong to a window. */
void tenure_window_actions_init (TenureWindow *self);

/* The one place that says which commands can be used now. */
void tenure_window_actions_update (TenureWindow *self);

/* window-focus.c: where the keyboard goes. */
void tenure_window_focus_init (TenureWindow *self);

/* Takes the keyboard into the page: to what it lists, past what stands above that. While that is still being read the
 * keyboard waits at the page's row in the sidebar, unless the user takes it elsewhere. */
void tenure_window_focus_page (TenureWindow *self);
void tenure_window_stop_entering_page (TenureWindow *self);

/* Takes the keyboard out of the page, if it is there: to the sidebar, or, while that is away, nowhere. */
void tenure_window_leave_page (TenureWindow *self);

/* window-records.c: adding, editing and deleting records. */
void tenure_window_records_init (TenureWindow *self);

/* Shows the form of @draft (transfer full) in front; lends the form. */
TenureRecordForm *tenure_window_present_form (TenureWindow *self, TenureDraft *draft);

/* window-scenario.c: what would be, were agreements changed. */
void tenure_window_scenario_init (TenureWindow *self);

/* window-set-aside.c: exemptions and snoozes. */
void tenure_window_set_aside_init (TenureWindow *self);

/* window-links.c: opening an address that a record names. */
void tenure_window_links_init (TenureWindow *self);

/* window-portfolio.c: which portfolio every page shows, and keeping what is on screen as one. */
void tenure_window_portfolio_init (TenureWindow *self);
void tenure_window_portfolio_bind_template (GtkWidgetClass *widget_class);

/* The choices, when the document or the session's filter is new. */
void tenure_window_portfolio_update (TenureWindow *self);

/* history/history-actions.c: going through the history. */
void tenure_window_history_init (TenureWindow *self);

/* Gives the keyboard to the row of a record on the page that lists its type, now or as soon as the row is there. @go: also
 * from another page; otherwise nothing happens there. */
void tenure_window_reveal_record (TenureWindow *self, TenureRecordType type, TenureId id, gboolean go);

/* Goes to a page; FALSE when there is none of that name. */
gboolean tenure_window_select_page (TenureWindow *self, const char *name);

G_END_DECLS
