#include "config.h"
#include "app/organisations/organisation-columns.h"

#include "app/level-badge.h"
#include "app/organisations/organisation-item.h"
#include "base/count.h"

#include "base/i18n.h"

static char *
dup_name (gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  return g_strdup (item->name);
}

static char *
dup_vcs (gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  return item->vcs < 0 ? NULL : g_strdup (item->vcs ? _ ("Yes") : _ ("No"));
}

static char *
dup_kind (gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  return g_strdup (item->kind);
}

static char *
dup_place (gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  return g_strdup (item->place);
}

static char *
dup_agreements (gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  return tenure_count_dup_label (item->agreements);
}

static char *
dup_running (gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  return tenure_count_dup_label (item->running);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return strcmp (left->name_key, right->name_key);
}

/* Those of the sector first. */
static int
compare_vcs (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return tenure_compare_numbers (right->vcs, left->vcs);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return g_utf8_collate (left->kind, right->kind);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return g_utf8_collate (left->place, right->place);
}

static int
compare_agreements (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return tenure_compare_numbers (left->agreements, right->agreements);
}

static int
compare_running (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return tenure_compare_numbers (left->running, right->running);
}

static int
compare_annual (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return tenure_compare_numbers (left->annual_minor, right->annual_minor);
}

static int
compare_figures (const TenureFigure *a, const TenureFigure *b)
{
  return (a->number > b->number) - (a->number < b->number);
}

/* The shortest first. */
static int
compare_months_left (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return compare_figures (&left->months_left, &right->months_left);
}

static int
compare_reserves (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return compare_figures (&left->reserves, &right->reserves);
}

static int
compare_largest (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return compare_figures (&left->largest, &right->largest);
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return tenure_compare_numbers (left->level, right->level);
}

static int
compare_own_levels (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = a, *right = b;

  return tenure_compare_numbers (left->own_level, right->own_level);
}

/* --- What can be told ----------------------------------------------------------------------------------------- */

static gboolean
has_vcs (gconstpointer item)
{
  return ((const TenureOrganisationItem *) item)->vcs >= 0;
}

static gboolean
has_kind (gconstpointer item)
{
  return ((const TenureOrganisationItem *) item)->kind != NULL;
}

static gboolean
has_place (gconstpointer item)
{
  return ((const TenureOrganisationItem *) item)->place != NULL;
}

static gboolean
has_annual (gconstpointer item)
{
  return ((const TenureOrganisationItem *) item)->annual_known > 0;
}

static gboolean
has_months_left (gconstpointer item)
{
  return ((const TenureOrganisationItem *) item)->months_left.kind == TENURE_FIGURE_DOUBLE;
}

static gboolean
has_reserves (gconstpointer item)
{
  return ((const TenureOrganisationItem *) item)->reserves.kind == TENURE_FIGURE_DOUBLE;
}

static gboolean
has_largest (gconstpointer item)
{
  return ((const TenureOrganisationItem *) item)->largest.kind == TENURE_FIGURE_DOUBLE;
}

/* --- Levels -------------------------------------------------------------------------------------------------- */

/* Wide enough for every level: a badge cuts its word where a column has no room. */
static GtkWidget *
badge_new (void)
{
  GtkWidget *badge = tenure_level_badge_new ();
  int widest = 0;

  for (int level = TENURE_LEVEL_NONE; level <= TENURE_LEVEL_RED; level++)
    {
      int natural;

      tenure_level_badge_show (TENURE_LEVEL_BADGE (badge), (TenureLevel) level, NULL);
      gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }
  gtk_widget_set_size_request (badge, widest, -1);
  return badge;
}

static void
show_level (GtkWidget *badge, gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  tenure_level_badge_show (TENURE_LEVEL_BADGE (badge), item->level, NULL);
}

static void
show_own_level (GtkWidget *badge, gconstpointer data)
{
  const TenureOrganisationItem *item = data;

  tenure_level_badge_show (TENURE_LEVEL_BADGE (badge), item->own_level, NULL);
}

/* --- Columns ------------------------------------------------------------------------------------------------- */

static char *
dup_annual (gconstpointer item)
{
  return tenure_organisation_item_dup_annual (item);
}

static char *
dup_months_left (gconstpointer item)
{
  return tenure_organisation_item_dup_months_left (item);
}

static char *
dup_largest (gconstpointer item)
{
  return tenure_organisation_item_dup_largest (item);
}

static char *
dup_reserves (gconstpointer item)
{
  return tenure_organisation_item_dup_reserves (item);
}

#define NAME 1 /* of the columns */

/* What is asked first comes first: the list stands beside the page of one, too, where it is narrow. */
static const TenureItemColumn columns[] = {
  { N_ ("Agreements’ flag"), .width_chars = 11, .compare = compare_levels, .create = badge_new, .show = show_level },
  { N_ ("Name"), FALSE, 26, 20, TRUE, dup_name, NULL, compare_names },
  { N_ ("Yearly value"), TRUE, 12, 0, FALSE, dup_annual, has_annual, compare_annual },
  { N_ ("Months left"), TRUE, 6, 0, FALSE, dup_months_left, has_months_left, compare_months_left },
  { N_ ("Largest funder"), TRUE, 6, 0, FALSE, dup_largest, has_largest, compare_largest },
  { N_ ("Reserves"), TRUE, 6, 0, FALSE, dup_reserves, has_reserves, compare_reserves },
  { N_ ("Organisation’s flag"), .width_chars = 11, .compare = compare_own_levels, .create = badge_new,
    .show = show_own_level },
  { N_ ("Running"), TRUE, 4, 0, FALSE, dup_running, NULL, compare_running },
  { N_ ("Agreements"), TRUE, 4, 0, FALSE, dup_agreements, NULL, compare_agreements },
  { N_ ("{Sector}"), FALSE, 4, 0, FALSE, dup_vcs, has_vcs, compare_vcs },
  { N_ ("Kind"), FALSE, 18, 0, FALSE, dup_kind, has_kind, compare_kinds },
  { N_ ("Place"), FALSE, 10, 0, FALSE, dup_place, has_place, compare_places },
};

/* --- Table --------------------------------------------------------------------------------------------------- */

const TenureItemTableKind tenure_organisation_table = {
  .title = N_ ("Organisations"),
  .record = "organisation",
  .get_type = tenure_organisation_item_get_type,
  .id_offset = G_STRUCT_OFFSET (TenureOrganisationItem, id),
  .take = tenure_organisation_item_take,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .name = NAME,
};
