/* Ways of looking: two views, a portfolio that follows a rule, and what was put off. */

#include "sample.h"

/* As the register writes filters, columns and orders. */
static const struct
{
  const char *name, *filter, *columns, *sort;
} views[] = {
  { "Mine, undecided",
    "status=planned&status=active&status=ending&status=open_ended&renewal=not_started&renewal=in_progress&renewal="
    "&owner=Sunniva%20Arkwell",
    "level; title; provider; committed_end; decision_day; renewal_status; annual", "decision_day; committed_end" },
  { "Aldermere, ending by March", "ends=3&ends=6&place=Aldermere",
    "level; title; provider; service; committed_end; renewal_status; annual; owner", "committed_end; title" },
};

static void
write_views (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      TenureRecord *record = tenure_record_new (TENURE_RECORD_SAVED_VIEW);

      sample_text (record, "name", views[i].name);
      sample_text (record, "filter", views[i].filter);
      sample_text (record, "columns", views[i].columns);
      sample_text (record, "sort", views[i].sort);
      sample_insert (self, record);
    }
}

static void
write_place_portfolio (Sample *self, gpointer data)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_PORTFOLIO);

  sample_text (record, "name", "Aldermere");
  sample_text (record, "owner", "Piers Underhay");
  sample_text (record, "purpose", "Whatever is paid for in the city, for its place partnership");
  sample_text (record, "rule", "place=Aldermere");
  sample_insert (self, record);
}

/* @level: of the flag on the day on which it was put off. */
static void
write_snooze (Sample *self, const char *rule, TenureId record_id, const char *level, const char *reason, const char *by,
              const char *until)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_SNOOZE);

  sample_text (record, "rule", rule);
  sample_number (record, "record", record_id);
  sample_text (record, "reason", reason);
  sample_text (record, "put_off_by", by);
  sample_day (record, "until", sample_date (until));
  sample_day (record, "from_day", sample_date ("2026-11-20"));
  sample_text (record, "level", level);
  sample_insert (self, record);
}

static void
write_snoozes (Sample *self, gpointer data)
{
  write_snooze (self, "N2", sample_agreement_running (self, "Carers’ information and breaks")->id, "amber",
                "The county settles its budget on 11 December", "Lalita Cawthray", "2026-12-14");
  write_snooze (self, "T4", sample_agreement_running (self, "Village lunch clubs")->id, "red",
                "The district moves its grants to three years from April", "Gideon Slaithwaite", "2027-02-01");
  write_snooze (self, "R1", sample_organisation (self, "Ridge Arts for Health"), "red",
                "New accounts go to its trustees in December", "Odile Marchbank", "2026-12-18");
}

void
sample_write_views (Sample *self)
{
  sample_edit_apart (self, "2026-11-20 14:45", "Piers Underhay", "Make a portfolio that follows a rule", write_place_portfolio,
                     NULL);
  sample_edit_apart (self, "2026-11-20 15:05", "Sunniva Arkwell", "Keep two views of the register", write_views, NULL);
  sample_edit_apart (self, "2026-11-20 15:40", "Odile Marchbank", "Put three flags off until there is news", write_snoozes,
                     NULL);
}
