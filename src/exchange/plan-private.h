#pragma once

#include "exchange/plan.h"
#include "exchange/profile-private.h"
#include "exchange/table.h"

G_BEGIN_DECLS

typedef struct
{
  TenurePlanColumn shown;
  TenureTarget target;
  guint item;
  guint rank;
  gboolean chosen;        /* by the user: stays whatever the title says */
  gboolean signed_values; /* a sample value names its currency */
  gboolean months;        /* its sample values name months with their years, and no day without one */
} TenureColumn;

struct _TenurePlan
{
  GFile *file;
  TenureProfile profile;
  TenureTableFormat format;
  TenureTitles *titles;
  guint sheet;
  char *sheet_name;
  guint header_row;
  GArray *columns; /* TenureColumn */
  TenurePlanTarget *targets;
  char *buyer;
  TenureCurrency currency;
  TenureReadBasis basis;
  TenureDuration renewal_notice, lead_time;
  GHashTable *vcs; /* name key → TenureAnswer + 2 */
};

/* What the title of the value column says by itself. */
TenureReadBasis tenure_plan_basis_of_title (const TenurePlan *plan, const char *title);
TenureCurrency tenure_plan_currency_of_title (const char *title);

/* Adds a column that a table with titles of its own has shown only now; NONE when @title is not known or the target
 * is taken. */
TenureTarget tenure_plan_recognise (const TenurePlan *plan, const char *title, guint *out_item);

G_END_DECLS
