/* What is known about organisations beyond the register they are on: former names, the network they belong to, whom and
 * where they serve. */

#include "sample.h"

#include "funding-table.h"
#include "networks-table.h"
#include "organisations-table.h"

static void
write_former_names (Sample *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_former_names); i++)
    {
      const SampleFormerName *row = &sample_former_names[i];
      TenureRecord *record = tenure_record_new (TENURE_RECORD_FORMER_NAME);

      sample_reference (record, "organisation", sample_organisation (self, row->organisation));
      sample_text (record, "name", row->name);
      sample_day (record, "from_day", sample_date (row->from_day));
      sample_day (record, "to_day", sample_date (row->to_day));
      sample_insert (self, record);
    }
}

static const char *
parent_of (const char *organisation)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_parents); i++)
    if (g_str_equal (sample_parents[i].organisation, organisation))
      return sample_parents[i].parent;
  return NULL;
}

static const char *
neighbour_of (const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_neighbours); i++)
    if (g_str_equal (sample_neighbours[i][0], place))
      return sample_neighbours[i][1];
  g_error ("The tables of the sample have no place “%s”.", place);
}

/* The own place, and for a third of them the one next to it. */
static void
set_places (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  g_autofree char *places = NULL;

  if (row->place == NULL || sample_chance (self, 35))
    return;
  places = sample_chance (self, 35) ? g_strdup_printf ("%s; %s", row->place, neighbour_of (row->place)) : g_strdup (row->place);
  sample_text (record, "places_served", places);
}

/* Whom the organisation is paid to serve. */
static void
set_communities (Sample *self, TenureRecord *record, const SampleOrganisation *row)
{
  g_autoptr (GPtrArray) communities = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sample_funding); i++)
    if (g_str_equal (sample_funding[i].provider, row->name) && sample_funding[i].communities != NULL &&
        !g_ptr_array_find_with_equal_func (communities, sample_funding[i].communities, g_str_equal, NULL))
      g_ptr_array_add (communities, (gpointer) sample_funding[i].communities);
  if (communities->len == 0 || sample_chance (self, 40))
    return;
  g_ptr_array_add (communities, NULL);
  text = g_strjoinv ("; ", (char **) communities->pdata);
  sample_text (record, "communities", text);
}

static void
add_details (Sample *self, const SampleOrganisation *row)
{
  TenureRecord *record = sample_load (self, TENURE_RECORD_ORGANISATION, sample_organisation (self, row->name));
  const char *parent = parent_of (row->name);

  if (parent != NULL)
    sample_reference (record, "parent", sample_organisation (self, parent));
  if (g_strv_contains (sample_infrastructure, row->name))
    sample_flag (record, "infrastructure", 1);
  else if (sample_chance (self, 45))
    sample_flag (record, "infrastructure", 0);
  set_places (self, record, row);
  set_communities (self, record, row);
  sample_update (self, record);
}

static void
write_networks (Sample *self, gpointer data)
{
  write_former_names (self);
  for (guint i = 0; i < G_N_ELEMENTS (sample_organisations); i++)
    if (sample_organisations[i].vcs == 1)
      add_details (self, &sample_organisations[i]);
}

void
sample_write_networks (Sample *self)
{
  sample_edit_apart (self, "2026-10-05 16:10", "Maud Oyelaran-Pike", "Add former names, networks and whom organisations serve",
                     write_networks, NULL);
}
