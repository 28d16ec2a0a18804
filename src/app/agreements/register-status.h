#pragma once

#include "app/agreements/register-layout.h"
#include "app/agreements/totals-bar.h"

G_BEGIN_DECLS

/* The lines below the register: which day, what it is narrowed down to, how many of how many, what rows are sorted by, and
 * what they come to. All of it belongs to @bar. */
typedef struct
{
  GtkWidget *bar;
  GtkLabel *scope;
  GtkLabel *count; /* never cut */
  GtkLabel *order;
  TenureTotalsBar *totals;
} TenureRegisterStatus;

void tenure_register_status_init (TenureRegisterStatus *self, TenureSession *session);

void tenure_register_status_show (TenureRegisterStatus *self,
                                  const TenureSnapshot *snapshot,
                                  const TenureRegisterLayout *layout);

G_END_DECLS
