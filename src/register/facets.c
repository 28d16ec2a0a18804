/* All facets in the order in which they are offered: those of everyday use, then whatever else the catalogue marks. */

#include "config.h"
#include "register/facets-private.h"

#include "base/i18n.h"
#include <string.h>

/* One facet with a place, a name or words of its own. Names stand in saved views and in the rules of portfolios: they never
 * change. */
typedef struct
{
  const char *name;
  TenureRecordType type;
  const char *field; /* NULL: it is worked out */
  const char *label; /* translatable; NULL: that of the field */
} Place;

/* clang-format off */
static const Place usual[] = {
  { "level" },
  { "rule" },
  { "band" },
  { "status" },
  { "ends" },
  { "renewal", TENURE_RECORD_AGREEMENT, "renewal_status" },
  { "vcs", TENURE_RECORD_ORGANISATION, "vcs" },
  { "kind", TENURE_RECORD_AGREEMENT, "kind" },
  { "purpose", TENURE_RECORD_AGREEMENT, "purpose", N_("Purpose") },
  { "service", TENURE_RECORD_AGREEMENT, "service" },
  { "place", TENURE_RECORD_AGREEMENT, "place" },
  { "programme", TENURE_RECORD_AGREEMENT, "programme" },
  { "theme", TENURE_RECORD_AGREEMENT, "themes", N_("Theme") },
  { "tag", TENURE_RECORD_AGREEMENT, "tags", N_("Tag") },
  { "funder" },
  { "provider" },
  { "owner", TENURE_RECORD_AGREEMENT, "owner" },
  { "notice" },
  { "without-cause", TENURE_RECORD_AGREEMENT, "funder_without_cause", N_("May end without cause") },
  { "one-off", TENURE_RECORD_AGREEMENT, "one_off" },
};

/* Other fields of the provider whose labels mean the agreement where nothing else is said. */
static const Place worded[] = {
  { "provider-kind", TENURE_RECORD_ORGANISATION, "kind", N_("Kind of provider") },
  { "provider-place", TENURE_RECORD_ORGANISATION, "place", N_("Place of provider") },
  { "provider-places-served", TENURE_RECORD_ORGANISATION, "places_served", N_("Places the provider serves") },
  { "provider-communities", TENURE_RECORD_ORGANISATION, "communities", N_("Communities the provider serves") },
};
/* clang-format on */

/* A bit for each, when they are counted. */
#define MAX_FACETS 64

static void
add_place (GArray *facets, const Place *place)
{
  TenureFacetDef def;

  if (place->field == NULL)
    def = *tenure_facet_derived (place->name);
  else
    {
      guint field = tenure_record_field_index (place->type, place->field);

      def =
          tenure_facet_of_field (place->type, field, place->name,
                                 place->label != NULL ? place->label : tenure_record_def (place->type)->fields[field].label);
    }
  g_array_append_val (facets, def);
}

static gboolean
has_field (const GArray *facets, const TenureField *field)
{
  for (guint i = 0; i < facets->len; i++)
    if (g_array_index (facets, TenureFacetDef, i).field == field)
      return TRUE;
  return FALSE;
}

/* "decision-owner", "provider-infrastructure". */
static const char *
make_name (TenureRecordType type, const TenureField *field)
{
  g_autofree char *name = g_strconcat (type == TENURE_RECORD_ORGANISATION ? "provider-" : "", field->name, NULL);

  return g_intern_string (g_strdelimit (name, "_", '-'));
}

static const Place *
find_worded (TenureRecordType type, const TenureField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worded); i++)
    if (worded[i].type == type && g_str_equal (worded[i].field, field->name))
      return &worded[i];
  return NULL;
}

/* The fields of @type that are marked as facets and have no place yet. */
static void
add_rest (GArray *facets, TenureRecordType type)
{
  const TenureRecordDef *record = tenure_record_def (type);

  for (guint i = 0; i < record->n_fields; i++)
    {
      const TenureField *field = &record->fields[i];
      const Place *place = find_worded (type, field);
      Place own = { make_name (type, field), type, field->name, NULL };

      if (field->flags & TENURE_FIELD_FACET && !has_field (facets, field))
        add_place (facets, place != NULL ? place : &own);
    }
}

static GArray *
make_facets (void)
{
  GArray *facets = g_array_new (FALSE, FALSE, sizeof (TenureFacetDef));
  Place size = { "provider-size", TENURE_RECORD_NONE, NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    add_place (facets, &usual[i]);
  add_rest (facets, TENURE_RECORD_AGREEMENT);
  add_rest (facets, TENURE_RECORD_ORGANISATION);
  add_place (facets, &size);
  g_assert (facets->len <= MAX_FACETS);
  return facets;
}

static const GArray *
get_facets (void)
{
  static GArray *facets;

  if (g_once_init_enter (&facets))
    g_once_init_leave (&facets, make_facets ());
  return facets;
}

guint
tenure_facets_count (void)
{
  return get_facets ()->len;
}

gboolean
tenure_facet_is_usual (guint facet)
{
  return facet < G_N_ELEMENTS (usual);
}

const TenureFacetDef *
tenure_facet_def (guint facet)
{
  g_return_val_if_fail (facet < tenure_facets_count (), NULL);

  return &g_array_index (get_facets (), TenureFacetDef, facet);
}

const char *
tenure_facet_get_name (guint facet)
{
  return tenure_facet_def (facet)->name;
}

const char *
tenure_facet_get_label (guint facet)
{
  return _ (tenure_facet_def (facet)->label);
}

int
tenure_facet_find (const char *name)
{
  for (guint i = 0; i < tenure_facets_count (); i++)
    if (g_strcmp0 (tenure_facet_def (i)->name, name) == 0)
      return (int) i;
  return -1;
}

const char *
tenure_facet_value_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  if (value >= 0)
    return def->words (def, basis, value);
  return def->none != NULL ? _ (def->none) : _ ("Not recorded");
}

gboolean
tenure_facet_has_value (guint facet, const char *value)
{
  const TenureFacetDef *def = tenure_facet_def (facet);

  if (def->named || value[0] == '\0')
    return TRUE;
  for (guint v = 0; v < def->n_values (def, NULL); v++)
    if (strcmp (def->code (def, NULL, (gint32) v), value) == 0)
      return TRUE;
  return FALSE;
}
