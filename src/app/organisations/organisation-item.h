#pragma once

#include "analysis/figure.h"
#include "base/id.h"
#include "base/money.h"
#include "catalogue/rule.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One line of the Organisations page. Plain values, made by a worker. Signal: changed (): it shows something else. */
#define TENURE_TYPE_ORGANISATION_ITEM (tenure_organisation_item_get_type ())
G_DECLARE_FINAL_TYPE (TenureOrganisationItem, tenure_organisation_item, TENURE, ORGANISATION_ITEM, GObject)

struct _TenureOrganisationItem
{
  GObject parent_instance;

  TenureId id;
  char *name;
  char *name_key;           /* collation key */
  int vcs;                  /* -1 not recorded, 0 no, 1 yes */
  char *kind;               /* translated; NULL when not recorded */
  char *place;              /* NULL when not recorded */
  guint agreements;         /* for which it is paid, among those that the filter lets through */
  guint running;            /* of these, on the day */
  gint64 annual_minor;      /* yearly value of the running ones in @currency, as far as it is known */
  guint annual_known;       /* running ones whose yearly value entered */
  TenureCurrency currency;  /* the currency of most; NONE when no yearly value is known */
  gboolean more_currencies; /* others are left out of the figure */
  TenureFigure months_left; /* tenure_remaining_mean() of the same */
  TenureFigure reserves;    /* months; of the accounts */
  TenureFigure largest;     /* the largest funder's share of the income; of all agreements, whatever the filter */
  double largest_most;      /* the most that @largest can be, with the income of which nothing is known */
  TenureLevel level;        /* the worst flag of these agreements */
  TenureLevel own_level;    /* the worst of its own */
};

TenureOrganisationItem *tenure_organisation_item_new (void);

/* Of TenureItemTableKind: @item is as @wanted from now on, and emits “changed” where it shows something else then. */
void tenure_organisation_item_take (gpointer item, gpointer wanted);

/* "£120,000", with "at least " before it when some running agreement has no known yearly value; NULL when none has. The
 * caller frees. */
char *tenure_organisation_item_dup_annual (const TenureOrganisationItem *self);

/* "7.3": months to a tenth; NULL when it cannot be told or nothing runs. The caller frees. */
char *tenure_organisation_item_dup_months_left (const TenureOrganisationItem *self);

/* The same for its reserves, and "54 %" or "54–70 %" for the share of its largest funder. */
char *tenure_organisation_item_dup_reserves (const TenureOrganisationItem *self);
char *tenure_organisation_item_dup_largest (const TenureOrganisationItem *self);

G_END_DECLS
