/* Facets that are just a field which the catalogue marks as one. */

#include "config.h"
#include "register/facets-private.h"

#include "base/i18n.h"

/* A name of the agreements, where the facts hold it, or of whatever record the basis has read it. */
static const char *const *
get_names (const TenureFacetDef *def, const TenureBasis *basis, guint *out_n)
{
  if (def->column != NULL)
    return tenure_fact_column_get_names (def->column, tenure_basis_get_facts (basis), out_n);
  return tenure_basis_get_names (basis, def->type, def->field, out_n);
}

static void
field_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  const TenureFacts *facts = tenure_basis_get_facts (basis);
  gint32 one = -1;
  guint n = 0;

  if (def->column != NULL)
    one = tenure_fact_column_get (def->column, def->field, facts, agreement);
  else
    {
      gint32 record = def->type == TENURE_RECORD_AGREEMENT ? (gint32) agreement : facts->agreements[agreement].provider;
      const gint32 *own = record >= 0 ? tenure_basis_get_values (basis, def->type, def->field, (guint) record, &n) : NULL;

      g_array_append_vals (values, own, n);
    }
  if (n == 0)
    g_array_append_val (values, one);
}

static guint
field_n_names (const TenureFacetDef *def, const TenureBasis *basis)
{
  guint n;

  get_names (def, basis, &n);
  return n;
}

static const char *
field_name (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  guint n;

  return get_names (def, basis, &n)[value];
}

static guint
choice_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  guint n = 0;

  for (const TenureChoice *choice = def->field->choices; choice->value != NULL; choice++)
    n++;
  return n;
}

static const char *
choice_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return def->field->choices[value].value;
}

static const char *
choice_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return _ (def->field->choices[value].label);
}

/* Yes comes first: it is what people look for. */
static guint
flag_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return 2;
}

static const char *
flag_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return value == 0 ? "1" : "0";
}

static const char *
flag_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return value == 0 ? _ ("Yes") : _ ("No");
}

TenureFacetDef
tenure_facet_of_field (TenureRecordType type, guint field, const char *name, const char *label)
{
  TenureFacetDef def = { .name = name, .label = label, .values = field_values, .type = type };

  def.field = &tenure_record_def (type)->fields[field];
  def.column = tenure_fact_column_find (type, def.field);
  switch ((int) def.field->type)
    {
    case TENURE_FIELD_CHOICE:
      def.n_values = choice_n;
      def.code = choice_code;
      def.words = choice_words;
      return def;
    case TENURE_FIELD_FLAG:
      def.n_values = flag_n;
      def.code = flag_code;
      def.words = flag_words;
      return def;
    case TENURE_FIELD_TEXT:
    case TENURE_FIELD_LIST:
      def.named = TRUE;
      def.n_values = field_n_names;
      def.code = def.words = field_name;
      return def;
    default:
      g_error ("the field %s is marked as a facet, and its type can be none", def.field->name);
    }
}
