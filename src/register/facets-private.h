#pragma once

#include "register/basis.h"
#include "register/filter.h"

G_BEGIN_DECLS

#define TENURE_FACET_MAX_VALUES 32

/* One row of the facet table. Inside one basis a value is a small number from 0, or -1 for "not recorded". */
typedef struct
{
  const char *name;
  const char *label; /* translatable */

  /* Writes the values of one agreement, at most TENURE_FACET_MAX_VALUES and at least one; returns how many. */
  guint (*values) (const TenureBasis *basis, guint agreement, gint32 *out_values);

  guint (*n_values) (const TenureBasis *basis);
  const char *(*code) (const TenureBasis *basis, gint32 value);  /* stable */
  const char *(*words) (const TenureBasis *basis, gint32 value); /* translated */
  const char *none;   /* translatable: what the value -1 is called; NULL: "Not recorded" */
  gboolean by_count;  /* offered by falling count; else in the order of the values */
} TenureFacetDef;

const TenureFacetDef *tenure_facet_def (guint facet);

G_END_DECLS
