#pragma once

#include "register/basis.h"
#include "register/fact-columns-private.h"
#include "register/filter.h"

G_BEGIN_DECLS

/* One facet. Inside one basis a value is a small number from 0, or -1 for "not recorded". Of facets that are not `named`
 * the functions about values do without a basis. Most facets are just a field that the catalogue marks as one, of the
 * agreement or of its provider (facets-field.c); the others are worked out (facets-derived.c). */
typedef struct _TenureFacetDef TenureFacetDef;

struct _TenureFacetDef
{
  const char *name;
  const char *label; /* translatable */

  /* Appends the values of one agreement, each once and at least one, to @values (element-type gint32). */
  void (*values) (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values);

  guint (*n_values) (const TenureFacetDef *def, const TenureBasis *basis);
  const char *(*code) (const TenureFacetDef *def, const TenureBasis *basis, gint32 value);  /* stable */
  const char *(*words) (const TenureFacetDef *def, const TenureBasis *basis, gint32 value); /* translated */
  const char *none; /* translatable: what the value -1 is called; NULL: "Not recorded" */
  gboolean named;   /* values are names that people gave, offered by falling count; else a list in its own order */

  /* Of a facet that is a field; else NULL and nothing. */
  const TenureField *field;
  TenureRecordType type;          /* an agreement, or the organisation that provides it */
  const TenureFactColumn *column; /* where the facts hold it; NULL where the basis reads it for its facet */
};

const TenureFacetDef *tenure_facet_def (guint facet);

/* The translated words of a value, -1 included. */
const char *tenure_facet_value_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value);

/* Whether @value can be one of @facet at all: of a list it is in the list, a name may be any. */
gboolean tenure_facet_has_value (guint facet, const char *value);

/* The facet called @name that is worked out; NULL when there is none. Static. */
const TenureFacetDef *tenure_facet_derived (const char *name);

/* The facet of @field of @type, under the name and label given. */
TenureFacetDef tenure_facet_of_field (TenureRecordType type, guint field, const char *name, const char *label);

G_END_DECLS
