/* What people did with the register once it was filled: options taken up, agreements ended, a merger
 * followed, renewals decided, portfolios made, usual terms and exemptions recorded. Each is a step of history
 * with values before and after. */

#include "sample.h"

#include "funding-table.h"

#define OLD_ICB "NHS Aldermere and Skelmoor Integrated Care Board"
#define ICB "NHS North Ridge Integrated Care Board"

static const SampleAgreement *
agreement_at (Sample *self, guint index)
{
  return &g_array_index (self->agreements, SampleAgreement, index);
}

static void
set_day (Sample *self, TenureRecordType type, TenureId id, const char *field, TenureDay day)
{
  char iso[TENURE_DAY_ISO_SIZE];

  sample_set (self, type, id, field, TENURE_VALUE_OF_TEXT (tenure_day_to_iso (day, iso)));
}

static GPtrArray *
load_children (Sample *self, TenureRecordType type, TenureId parent)
{
  GPtrArray *records = NULL;

  if (self->error == NULL)
    records = tenure_reader_load_children (tenure_edit_get_reader (self->edit), type, parent, &self->error);
  return records != NULL ? records : g_ptr_array_new ();
}

static void
take_up_options (Sample *self, gpointer data)
{
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = agreement_at (self, i);
      g_autoptr (GPtrArray) options = NULL;

      if (!agreement->taken_up)
        continue;
      options = load_children (self, TENURE_RECORD_EXTENSION, agreement->id);
      if (options->len > 0)
        set_day (self, TENURE_RECORD_EXTENSION, ((TenureRecord *) options->pdata[0])->id, "exercised",
                 agreement->end - sample_between (self, 45, 150));
    }
}

static void
end_early (Sample *self, gpointer data)
{
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = agreement_at (self, i);

      if (tenure_day_is_known (agreement->terminated))
        set_day (self, TENURE_RECORD_AGREEMENT, agreement->id, "terminated", agreement->terminated);
    }
}

/* On 1 April 2026 the merged board took over what its predecessor was paying for. */
static void
follow_merger (Sample *self, gpointer data)
{
  const guint organisation = tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation");
  TenureId old = sample_organisation (self, OLD_ICB);
  TenureDay merger = sample_date ("2026-04-01");

  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = agreement_at (self, i);
      g_autoptr (GPtrArray) funders = NULL;

      if (tenure_day_is_known (agreement->until) && agreement->until < merger)
        continue;
      funders = load_children (self, TENURE_RECORD_FUNDER, agreement->id);
      for (guint n = 0; n < funders->len; n++)
        if (tenure_record_get_reference (funders->pdata[n], organisation) == old)
          sample_set (self, TENURE_RECORD_FUNDER, ((TenureRecord *) funders->pdata[n])->id, "organisation",
                     TENURE_VALUE_OF_INTEGER (sample_organisation (self, ICB)));
    }
}

/* --- Renewals --- */

static void
set_renewal (Sample *self, const SampleAgreement *agreement, const char *status, TenureDay decided)
{
  sample_set (self, TENURE_RECORD_AGREEMENT, agreement->id, "renewal_status", TENURE_VALUE_OF_TEXT (status));
  if (tenure_day_is_known (decided))
    set_day (self, TENURE_RECORD_AGREEMENT, agreement->id, "decided", MIN (decided, self->today - 3));
}

/* What was decided about agreements that are over or have a successor. */
static void
record_past_renewals (Sample *self, gpointer data)
{
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = agreement_at (self, i);
      gboolean over = agreement->until < self->today;
      gboolean lately = over && agreement->until > self->today - 90;
      TenureDay decided = TENURE_DAY_NONE;

      if (!tenure_day_is_known (agreement->until))
        continue;
      if (sample_chance (self, 70))
        decided = agreement->until - sample_between (self, 10, 120);
      if (agreement->successor >= 0 && sample_chance (self, 90))
        set_renewal (self, agreement, "renewed", decided);
      else if (agreement->successor < 0 && lately)
        set_renewal (self, agreement, "in_progress", TENURE_DAY_NONE); /* the money stopped, the talks go on */
      else if (agreement->successor < 0 && over && sample_chance (self, 65))
        set_renewal (self, agreement, "not_renewing", decided);
    }
}

/* Where the running ones stand this autumn; of one in four nobody has said. */
static void
record_open_renewals (Sample *self, gpointer data)
{
  TenureDay soon = tenure_day_add_months (self->today, 12);

  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = agreement_at (self, i);
      int chance = sample_between (self, 0, 99);

      if (agreement->successor >= 0 || agreement->until < self->today || agreement->start > self->today ||
          chance < 25)
        continue;
      if (agreement->until < soon && chance < 33)
        set_renewal (self, agreement, "not_renewing", self->today - sample_between (self, 5, 60));
      else if (agreement->until < soon && chance < 55)
        set_renewal (self, agreement, "in_progress", TENURE_DAY_NONE);
      else
        set_renewal (self, agreement, "not_started", TENURE_DAY_NONE);
    }
}

/* --- Portfolios --- */

typedef struct
{
  const char *name, *owner, *purpose;
  const char *services; /* separated by ';'; NULL: all that the sector provides */
} Portfolio;

static const Portfolio portfolios[] = {
  { "Voluntary sector", "Wren Hathersedge",
    "All that the sector is paid for, for the partnership’s yearly review", NULL },
  { "Mental health and wellbeing", "Bram Tolliver", NULL,
    "Mental health;Mental health crisis;Substance use;Bereavement;Autism;Social prescribing" },
  { "Ageing well and carers", "Lalita Cawthray", "Shared with the county’s adult services",
    "Ageing well;Carers;Dementia;Falls and frailty;Hospital discharge" },
};

static gboolean
belongs (const Portfolio *portfolio, const SampleFunding *funding)
{
  static const char *const outside[] = { "Merrowdene Care Ltd",
                                         "Calderrow Health Ltd",
                                         "Skelmoor Practices Together CIC",
                                         "Thrushby Leisure and Libraries",
                                         "Wheelwright Supported Living",
                                         NULL };
  g_auto (GStrv) services = NULL;

  if (portfolio->services == NULL)
    return !g_strv_contains (outside, funding->provider);
  services = g_strsplit (portfolio->services, ";", -1);
  return g_strv_contains ((const char *const *) services, funding->service);
}

static void
write_membership (Sample *self, TenureId portfolio, TenureId agreement)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_MEMBERSHIP);

  sample_reference (record, "portfolio", portfolio);
  sample_reference (record, "agreement", agreement);
  sample_insert (self, record);
}

static void
make_portfolios (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (portfolios); i++)
    {
      TenureRecord *record = tenure_record_new (TENURE_RECORD_PORTFOLIO);
      TenureId id;

      sample_text (record, "name", portfolios[i].name);
      sample_text (record, "owner", portfolios[i].owner);
      sample_text (record, "purpose", portfolios[i].purpose);
      id = sample_insert (self, record);
      for (guint n = 0; n < self->agreements->len; n++)
        if (belongs (&portfolios[i], &sample_funding[agreement_at (self, n)->row]))
          write_membership (self, id, agreement_at (self, n)->id);
    }
}

/* --- Terms and exemptions --- */

static void
write_usual_terms (Sample *self, const char *funder, const char *kind, const char *notice, const char *lead)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_USUAL_TERMS);

  sample_reference (record, "funder", sample_organisation (self, funder));
  sample_text (record, "kind", kind);
  sample_text (record, "renewal_notice", notice);
  sample_text (record, "lead_time", lead);
  sample_insert (self, record);
}

static void
record_usual_terms (Sample *self, gpointer data)
{
  write_usual_terms (self, ICB, NULL, "P3M", "P2M");
  write_usual_terms (self, ICB, "contract", "P6M", "P4M");
  write_usual_terms (self, "Aldermere City Council", NULL, "P3M", "P3M");
}

static void
write_exemption (Sample *self,
                 const char *rule,
                 TenureId record_id,
                 const char *reason,
                 const char *by,
                 const char *review)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_EXEMPTION);

  sample_text (record, "rule", rule);
  sample_number (record, "record", record_id);
  sample_text (record, "reason", reason);
  sample_text (record, "granted_by", by);
  sample_day (record, "from_day", sample_date ("2026-06-01"));
  sample_day (record, "review", sample_date (review));
  sample_insert (self, record);
}

static void
record_exemptions (Sample *self, gpointer data)
{
  write_exemption (self, "T1", sample_agreement_running (self, "Digital inclusion pilot")->id,
                   "A ten-month pilot; the evaluation decides what follows", "Piers Underhay", "2027-03-31");
  write_exemption (self, "G1", sample_board (self, "Audit and Risk Committee"),
                   "Statutory audit committee with independent members only", "Odile Marchbank",
                   "2027-06-01");
  write_exemption (self, "T2", sample_agreement_running (self, "Domestic abuse outreach")->id,
                   "The county-wide service is designed anew in 2027", "Sunniva Arkwell", "2027-09-01");
  write_exemption (self, "T1", sample_agreement_running (self, "Stroke exercise group")->id,
                   "To be moved to a three-year grant in autumn 2026", "Piers Underhay", "2026-10-01");
}

void
sample_write_decisions (Sample *self)
{
  sample_edit (self, "2026-11-11", "Odile Marchbank", "Record the options that were taken up",
               take_up_options, NULL);
  sample_edit (self, "2026-11-12", "Lalita Cawthray", "Record agreements that end early", end_early, NULL);
  sample_edit (self, "2026-11-13", "Odile Marchbank",
               "Move running agreements to the merged integrated care board", follow_merger, NULL);
  sample_edit (self, "2026-11-16", "Bram Tolliver", "Record what was decided on renewal",
               record_past_renewals, NULL);
  sample_edit (self, "2026-11-17", "Sunniva Arkwell", "Autumn review: where renewals stand",
               record_open_renewals, NULL);
  sample_edit (self, "2026-11-18", "Wren Hathersedge", "Make three portfolios", make_portfolios, NULL);
  sample_edit (self, "2026-11-19", "Odile Marchbank", "Record usual notice and lead times",
               record_usual_terms, NULL);
  sample_edit (self, "2026-11-20", "Wren Hathersedge", "Record exemptions", record_exemptions, NULL);
}
