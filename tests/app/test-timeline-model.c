/* The groups of the timeline: those that what is shown belongs to, and no other. */

#include "app/timeline/timeline-model.h"

#include "register-fixture.h"

static TenureTimelineModel *
look (RegisterFixture *fixture, TenureTimelineGrouping grouping, const char *facet, const char *value)
{
  const char *const values[] = { value, NULL };
  TenureTimelineQuery query = { .choice = { .by = grouping, .then_by = TENURE_TIMELINE_N_GROUPINGS }, .year_start_month = 4 };
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  if (facet != NULL)
    tenure_filter_set_facet (filter, facet, values);
  snapshot = tenure_snapshot_new (fixture->basis, filter, fixture->reader, &error);
  g_assert_no_error (error);
  return tenure_timeline_model_new (snapshot, &query);
}

/* "Not recorded" is a group where somebody is in it; a filter that leaves nobody takes it away. */
static void
test_groups (RegisterFixture *fixture, gconstpointer data)
{
  static const struct
  {
    TenureTimelineGrouping grouping;
    const char *facet, *value, *groups;
    guint last; /* bars in the last of them */
  } cases[] = {
    { TENURE_TIMELINE_GROUP_PLACE, NULL, NULL, "North; South; Not recorded", 1 },
    { TENURE_TIMELINE_GROUP_PLACE, "place", "North", "North", 3 },
    { TENURE_TIMELINE_GROUP_PLACE, "place", "", "Not recorded", 1 },
    { TENURE_TIMELINE_GROUP_PLACE, "kind", "spot", "", 0 },
    { TENURE_TIMELINE_GROUP_PROVIDER, "place", "South", "Lantern Trust", 1 },
    { TENURE_TIMELINE_GROUP_OWNER, NULL, NULL, "Not recorded", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureTimelineModel) model = look (fixture, cases[i].grouping, cases[i].facet, cases[i].value);
      g_autoptr (GString) groups = g_string_new (NULL);
      guint last = 0;

      for (guint k = 0; k < model->n_groups; k++)
        g_string_append_printf (groups, "%s%s", k > 0 ? "; " : "", model->groups[k].label);
      g_test_message ("case %u", i);
      g_assert_cmpstr (groups->str, ==, cases[i].groups);
      for (guint k = 0; k < model->n_bars; k++)
        {
          g_assert_cmpuint (model->bars[k].group, <, model->n_groups);
          last += model->bars[k].group == model->n_groups - 1;
        }
      g_assert_cmpuint (last, ==, cases[i].last);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/timeline-model/groups", RegisterFixture, NULL, register_fixture_set_up, test_groups,
              register_fixture_tear_down);
  return g_test_run ();
}
