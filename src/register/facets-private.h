#pragma once

#include "register/basis.h"
#include "register/filter.h"

G_BEGIN_DECLS

/* One row of the facet table. Inside one basis a value is a small number from 0, or -1 for "not recorded". Of facets that
 * are not `named` the functions about values do without a basis. */
typedef struct
{
  const char *name;
  const char *label; /* translatable */

  /* Appends the values of one agreement, each once and at least one, to @values (element-type gint32). */
  void (*values) (const TenureBasis *basis, guint agreement, GArray *values);

  guint (*n_values) (const TenureBasis *basis);
  const char *(*code) (const TenureBasis *basis, gint32 value);  /* stable */
  const char *(*words) (const TenureBasis *basis, gint32 value); /* translated */
  const char *none; /* translatable: what the value -1 is called; NULL: "Not recorded" */
  gboolean named;   /* values are names that people gave, offered by falling count; else a list in its own order */
} TenureFacetDef;

const TenureFacetDef *tenure_facet_def (guint facet);

/* The translated words of a value, -1 included. */
const char *tenure_facet_value_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value);

/* Whether @value can be one of @facet at all: of a list it is in the list, a name may be any. */
gboolean tenure_facet_has_value (guint facet, const char *value);

G_END_DECLS
