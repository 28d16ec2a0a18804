#include "config.h"
#include "app/overview/overview-recorded.h"

#include "base/count.h"
#include "base/i18n.h"
#include <string.h>

/* The facets that tell whether a field is recorded. */
static const struct
{
  const char *field, *facet;
} facets[] = {
  { "kind", "kind" },
  { "provider", "provider" },
  { "service", "service" },
  { "place", "place" },
  { "purpose", "purpose" },
  { "funder_notice", "notice" },
  { "funder_without_cause", "without-cause" },
  { "renewal_status", "renewal" },
  { "owner", "owner" },
  { "funder", "funder" },
};

static const char *
facet_of (TenureCounted counted)
{
  const char *name = tenure_counted_name (TENURE_RECORD_AGREEMENT, counted);

  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    if (strcmp (facets[i].field, name) == 0)
      return facets[i].facet;
  return NULL;
}

/* Most first; of equal ones in the order of the form. */
static void
insert (TenureOverviewMissing *missing, guint *n, TenureOverviewMissing entry)
{
  guint at = *n;

  while (at > 0 && missing[at - 1].n_missing < entry.n_missing)
    at--;
  if (at == TENURE_OVERVIEW_MAX_MISSING)
    return;
  if (*n < TENURE_OVERVIEW_MAX_MISSING)
    (*n)++;
  memmove (&missing[at + 1], &missing[at], (*n - 1 - at) * sizeof *missing);
  missing[at] = entry;
}

guint
tenure_overview_find_missing (const TenureCompletenessTally *agreements, TenureOverviewMissing *out)
{
  guint n = 0;

  for (guint i = 0; i < agreements->n_fields; i++)
    {
      const TenureFieldTally *tally = &agreements->fields[i];
      TenureOverviewMissing entry = { tally->counted, tally->of - tally->known, facet_of (tally->counted) };

      if (entry.n_missing > 0 && entry.facet != NULL)
        insert (out, &n, entry);
    }
  return n;
}

char *
tenure_overview_dup_recorded (const TenureCompletenessTally *agreements)
{
  g_autofree char *count = tenure_count_dup_label (agreements->n_records);

  if (agreements->of == 0 || agreements->known == agreements->of)
    return NULL;
  /* Rounded down, so that all is said only of all. */
  return g_strdup_printf (
      ngettext (
          "%1$u %% of what counts is recorded of %2$s planned or running agreement, of unknown sector included. "
          "Missing most often:",
          "%1$u %% of what counts is recorded of %2$s planned and running agreements, those of unknown sector included. "
          "Missing most often:",
          agreements->n_records),
      (guint) ((guint64) agreements->known * 100 / agreements->of), count);
}

char *
tenure_overview_dup_missing (const TenureOverviewMissing *missing)
{
  g_autofree char *count = tenure_count_dup_label (missing->n_missing);

  /* Translators: the label of a field, and of how many agreements it is missing: "Owner (31)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), tenure_counted_label (TENURE_RECORD_AGREEMENT, missing->counted), count);
}
