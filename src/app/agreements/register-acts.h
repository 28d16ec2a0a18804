#pragma once

#include "app/agreements/register-view.h"
#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with agreements of the register. The page does it with what is selected (keys, the bar below the list);
 * the menu of a row with what it was opened for, whatever is selected or listed by the time something is chosen. */
typedef struct
{
  GtkWidget *page; /* not owned: the register, in its window */
  TenureSession *session;
  TenureRegisterModel *model;
  TenureRegisterView *view;
  GCancellable *copying; /* what goes to the clipboard; of the newest request, NULL when idle */
} TenureRegisterActs;

/* The names of what can be done, by which the page's commands and the menu's are called: without "register." or "rows.". */
#define TENURE_REGISTER_EDIT_TOGETHER "edit-together"     /* one has its form */
#define TENURE_REGISTER_TRY_CHANGE "try-change"           /* what would be */
#define TENURE_REGISTER_PORTFOLIOS "portfolios"           /* which ones they belong to */
#define TENURE_REGISTER_LEAVE_PORTFOLIO "leave-portfolio" /* out of the one that is looked at */
#define TENURE_REGISTER_COPY "copy"                       /* as cells */
#define TENURE_REGISTER_DELETE "delete"

/* Fills @self for @page; the rest is lent by the page and outlives @self. */
void tenure_register_acts_init (
    TenureRegisterActs *self, GtkWidget *page, TenureSession *session, TenureRegisterModel *model, TenureRegisterView *view);
void tenure_register_acts_clear (TenureRegisterActs *self);

/* Does what is called @name with @ids (element-type TenureId), which may be empty: then nothing is done. Those that were
 * deleted meanwhile are left out; a toast says so when none is left. @portfolio: the one that was looked at, or
 * NONE. */
void tenure_register_act (TenureRegisterActs *self, const char *name, TenureId portfolio, GArray *ids);

/* Copies all that is listed, at this moment. */
void tenure_register_acts_copy_shown (TenureRegisterActs *self);

/* Whether @name can be done with @ids now. */
gboolean tenure_register_acts_can (const TenureRegisterActs *self, const char *name, const GArray *ids);

/* The commands above under their names, for @ids and the portfolio that is looked at now, whatever becomes of selection and
 * filter; those that can be done are enabled. @self outlives it. Transfer full. */
GSimpleActionGroup *tenure_register_acts_group_new (TenureRegisterActs *self, GArray *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
