/* Writes the agreements that funding-plan.c worked out, a financial year at a step, with the gaps that real
 * registers have: between a fifth and a third of what need not be filled in is not. */

#include "sample.h"

#include "funding-table.h"

#define CCG "NHS Aldermere Clinical Commissioning Group"
#define OLD_ICB "NHS Aldermere and Skelmoor Integrated Care Board"
#define ICB "NHS North Ridge Integrated Care Board"

/* --- Who pays --- */

static const char *
funder_name (char letter, TenureDay day)
{
  switch (letter)
    {
    case 'I':
      return day < sample_date ("2022-07-01") ? CCG : day < sample_date ("2026-04-01") ? OLD_ICB : ICB;
    case 'A':
      return "Aldermere City Council";
    case 'C':
      return "North Ridgeshire County Council";
    case 'B':
      return "Brackenford Borough Council";
    case 'E':
      return "Eskerton District Council";
    case 'P':
      return "Police and Crime Commissioner for North Ridge";
    case 'F':
      return "The Fellmonger Foundation";
    case 'N':
      return "North Ridge Community Foundation";
    case 'Q':
      return "The Quillfeather Trust";
    default:
      g_error ("The funding table names a funder “%c”, which is none.", letter);
    }
}

/* "I" pays all; "I60" sixty in a hundred; "I?" a part that is not recorded. */
static void
write_funders (Sample *self, const SampleFunding *funding, const SampleAgreement *agreement)
{
  g_auto (GStrv) words = g_strsplit (funding->funders, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      TenureRecord *record = tenure_record_new (TENURE_RECORD_FUNDER);
      const char *part = words[i] + 1;

      sample_reference (record, "agreement", agreement->id);
      sample_reference (record, "organisation",
                        sample_organisation (self, funder_name (words[i][0], agreement->entered)));
      if (*part != '?')
        sample_number (record, "share", *part == '\0' ? 10000 : 100 * strtol (part, NULL, 10));
      sample_insert (self, record);
    }
}

static void
write_options (Sample *self, const SampleAgreement *agreement)
{
  for (guint i = 0; i < G_N_ELEMENTS (agreement->options) && agreement->options[i] > 0; i++)
    {
      TenureRecord *record = tenure_record_new (TENURE_RECORD_EXTENSION);

      sample_reference (record, "agreement", agreement->id);
      tenure_record_set_duration (record, tenure_record_field_index (TENURE_RECORD_EXTENSION, "length"),
                                  TENURE_DURATION_MONTHS (agreement->options[i]));
      sample_insert (self, record);
    }
}

/* --- The agreement itself --- */

static void
set_what (Sample *self, TenureRecord *record, const SampleFunding *funding)
{
  sample_text (record, "title", funding->title);
  sample_text (record, "kind", funding->kind);
  sample_reference (record, "provider", sample_organisation (self, funding->provider));
  sample_text (record, "service", funding->service);
  sample_text (record, "programme", funding->programme);
  sample_text (record, "place", funding->place);
  if (sample_chance (self, 75))
    sample_text (record, "communities", funding->communities);
  if (sample_chance (self, 85))
    sample_text (record, "purpose", funding->purpose);
  if (funding->marks & SAMPLE_ONE_OFF)
    sample_flag (record, "one_off", 1);
  else if (sample_chance (self, 40))
    sample_flag (record, "one_off", 0);
  if (funding->marks & SAMPLE_INDIVIDUAL)
    sample_flag (record, "to_individual", 1);
  if (sample_chance (self, 70) && funding->communities != NULL)
    {
      g_autofree char *text =
          g_strdup_printf ("%s. Who it is for: %s. Where: %s.", funding->title, funding->communities,
                           funding->place != NULL ? funding->place : "all of North Ridge");
      sample_text (record, "description", text);
    }
}

/* Every funder numbers in its own way. */
static void
set_reference (Sample *self,
               TenureRecord *record,
               const SampleFunding *funding,
               const SampleAgreement *agreement)
{
  g_autofree char *reference = NULL;
  guint number = (guint) (agreement - (SampleAgreement *) (gpointer) self->agreements->data) + 1;
  int year;

  if (sample_chance (self, 8))
    return;
  tenure_day_to_civil (agreement->entered, &year, NULL, NULL);
  switch (funding->funders[0])
    {
    case 'I':
      reference = g_strdup_printf ("NR%04u", 1200 + number * 7);
      break;
    case 'A':
      reference = g_strdup_printf ("ACC-%d-%03u", year, number);
      break;
    case 'C':
      reference = g_strdup_printf ("NCC/%02d/%05u", year % 100, 30000 + number * 13);
      break;
    case 'F':
      reference = g_strdup_printf ("360G-fellmonger-A%05u", number * 31);
      break;
    case 'N':
      reference = g_strdup_printf ("360G-nrcommunity-%d-%02u", year, number % 100);
      break;
    case 'Q':
      reference = g_strdup_printf ("360G-quillfeather-%u", 500 + number);
      break;
    default:
      reference = g_strdup_printf ("%c%02d-%03u", funding->funders[0], year % 100, number);
      break;
    }
  sample_text (record, "reference", reference);
}

/* About one in six is signed after it began: the letter came late, the work had to go on. */
static void
set_signature (Sample *self, TenureRecord *record, const SampleAgreement *agreement)
{
  TenureDay signed_day;

  if (agreement->start == TENURE_DAY_NONE || sample_chance (self, 22))
    return;
  signed_day = agreement->start - sample_between (self, 3, 45);
  if (sample_chance (self, 17))
    signed_day = agreement->start + sample_between (self, 2, 70);
  signed_day = MIN (signed_day, self->today - sample_between (self, 5, 40));
  sample_day (record, "signed", signed_day);
  if (sample_chance (self, 65))
    sample_day (record, "award_day", signed_day - sample_between (self, 5, 40));
}

static void
set_length (TenureRecord *record, int months)
{
  tenure_record_set_duration (record, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "duration"),
                              TENURE_DURATION_MONTHS (months));
}

static void
set_term (Sample *self, TenureRecord *record, const SampleAgreement *agreement)
{
  sample_day (record, "start", agreement->start);
  if (agreement->length_only)
    set_length (record, agreement->months);
  else
    sample_day (record, "end", agreement->end);
  if (agreement->open_ended)
    sample_flag (record, "open_ended", 1);
  if (agreement->to_be_confirmed)
    sample_text (record, "notes", "End date “TBC” in the register.");
  if (agreement->options[0] > 0)
    {
      int months = agreement->options[0] + agreement->options[1];

      if (sample_chance (self, 40))
        sample_day (record, "maximum_end", tenure_day_add_months (agreement->end + 1, months) - 1);
      if (sample_chance (self, 60))
        {
          g_autofree char *text = g_strdup_printf ("Option to extend by up to %d months", months);
          sample_text (record, "extension_text", text);
        }
    }
  if (agreement->months >= 24 && sample_chance (self, 30))
    sample_day (record, "review_day", tenure_day_add_months (agreement->start, 12));
  set_signature (self, record, agreement);
}

static void
set_notice (Sample *self, TenureRecord *record, const SampleAgreement *agreement)
{
  static const char *const notices[] = { "P3M", "P3M", "P3M", "P1M", "P28D", "P6M", NULL };
  static const char *const renewals[] = { "P3M", "P3M", "P6M", NULL };
  static const char *const leads[] = { "P2M", "P3M", NULL };

  if (sample_chance (self, 70))
    sample_text (record, "funder_notice", sample_pick (self, notices));
  if (sample_chance (self, 68))
    sample_flag (record, "funder_without_cause", sample_chance (self, 62));
  if (sample_chance (self, 35))
    sample_text (record, "provider_notice", sample_pick (self, notices));
  if (sample_chance (self, 24))
    sample_text (record, "renewal_notice", sample_pick (self, renewals));
  if (sample_chance (self, 14))
    sample_text (record, "lead_time", sample_pick (self, leads));
}

static void
set_people (Sample *self, TenureRecord *record, const SampleFunding *funding)
{
  static const char *const nhs[] = { "Odile Marchbank", "Bram Tolliver", "Sunniva Arkwell", NULL };
  static const char *const city[] = { "Wren Hathersedge", "Piers Underhay", NULL };
  static const char *const county[] = { "Lalita Cawthray", "Joss Penhallick", NULL };
  static const char *const others[] = { "Grants officer", NULL };
  static const char *const deciders[] = { "Executive committee", "Director of commissioning",
                                          "Joint commissioning panel", "Grants committee", NULL };
  char letter = funding->funders[0];

  if (sample_chance (self, 78))
    sample_text (record, "owner",
                 sample_pick (self, letter == 'I'   ? nhs
                                    : letter == 'A' ? city
                                    : letter == 'C' ? county
                                                    : others));
  if (sample_chance (self, 40))
    sample_text (record, "decision_owner", sample_pick (self, deciders));
}

/* What the work costs is known for a few, and it is often more than what is paid. */
static void
set_full_cost (Sample *self, TenureRecord *record, gint64 value)
{
  gint64 cost = value * sample_between (self, 92, 128) / 100;

  if (!sample_chance (self, 18))
    return;
  sample_pounds (record, "full_cost", cost);
  if (cost > value && sample_chance (self, 40))
    sample_pounds (record, "other_funding", (cost - value) * sample_between (self, 30, 110) / 100);
}

static void
set_money (Sample *self, TenureRecord *record, const SampleFunding *funding, const SampleAgreement *agreement)
{
  gint64 total = (agreement->annual * agreement->months / 12 + 24) / 50 * 50;
  gboolean yearly = agreement->months == 0 || (agreement->months > 12 && sample_chance (self, 18));
  gint64 value = yearly ? agreement->annual : total;

  if (!agreement->value_known)
    return;
  sample_pounds (record, "value", value);
  if (yearly || sample_chance (self, 93))
    sample_text (record, "value_basis", yearly ? "annual" : "total");
  if (!yearly && agreement->months >= 24 && sample_chance (self, 30))
    sample_pounds (record, "annual_value", agreement->annual);
  if (sample_chance (self, 5))
    sample_flag (record, "value_approximate", 1);
  if (g_str_equal (funding->kind, "contract") && sample_chance (self, 60))
    sample_text (record, "value_tax", sample_chance (self, 70) ? "none" : "net");
  set_full_cost (self, record, value);
}

/* As the registers put it; one in eight still calls what is over "Live". */
static void
set_source_status (Sample *self, TenureRecord *record, const SampleAgreement *agreement)
{
  gboolean over = tenure_day_is_known (agreement->until) && agreement->until < self->today;

  if (sample_chance (self, 55))
    return;
  sample_text (record, "source_status", over && !sample_chance (self, 12) ? "Expired" : "Live");
}

static void
set_procurement (Sample *self,
                 TenureRecord *record,
                 const SampleFunding *funding,
                 const SampleAgreement *agreement)
{
  static const char *const routes[] = { "Open", "Direct award", "Competitive", "Single tender waiver", NULL };
  static const char *const categories[] = {
    "85312000-9 Social work services without accommodation", "85320000-8 Social services",
    "85323000-9 Community health services",
    "98133000-4 Services furnished by social membership organisations", NULL
  };
  static const char *const grant_routes[] = { "Grant round", "Invited", "Continuation", NULL };
  static const char *const city[] = { "Adult social care", "Public health", "Communities", NULL };
  static const char *const county[] = { "Adults and communities", "Public health", "Children’s services",
                                        NULL };
  gboolean grant = g_str_equal (funding->kind, "grant");

  if (g_str_equal (funding->kind, "contract") && sample_chance (self, 70))
    sample_text (record, "regime",
                 funding->funders[0] == 'I' && agreement->entered >= sample_date ("2024-01-01")
                     ? "Provider Selection Regime"
                 : agreement->entered >= sample_date ("2025-02-24") ? "Procurement Act 2023"
                                                                    : "Public Contracts Regulations 2015");
  if (g_str_equal (funding->kind, "contract") && sample_chance (self, 60))
    sample_text (record, "category", sample_pick (self, categories));
  if (sample_chance (self, 65))
    sample_text (record, "procedure", sample_pick (self, grant ? grant_routes : routes));
  if (funding->funders[0] == 'A' && sample_chance (self, 70))
    sample_text (record, "department", sample_pick (self, city));
  if (funding->funders[0] == 'C' && sample_chance (self, 70))
    sample_text (record, "department", sample_pick (self, county));
  set_source_status (self, record, agreement);
}

/* The agreement of the lead provider that runs on the day when this one begins. */
static TenureId
find_lead (Sample *self, const SampleFunding *funding, const SampleAgreement *agreement)
{
  for (guint i = 0; funding->under != NULL && i < self->agreements->len; i++)
    {
      const SampleAgreement *lead = &g_array_index (self->agreements, SampleAgreement, i);

      if (g_str_equal (sample_funding[lead->row].title, funding->under) && lead->start <= agreement->start &&
          agreement->start <= lead->until)
        return lead->id;
    }
  return TENURE_ID_NONE;
}

static void
write_agreement (Sample *self, SampleAgreement *agreement)
{
  const SampleFunding *funding = &sample_funding[agreement->row];
  TenureRecord *record = tenure_record_new (TENURE_RECORD_AGREEMENT);

  set_what (self, record, funding);
  set_reference (self, record, funding, agreement);
  set_term (self, record, agreement);
  set_notice (self, record, agreement);
  set_people (self, record, funding);
  set_money (self, record, funding, agreement);
  set_procurement (self, record, funding, agreement);
  if (agreement->predecessor >= 0)
    sample_reference (record, "predecessor",
                      g_array_index (self->agreements, SampleAgreement, agreement->predecessor).id);
  sample_reference (record, "lead_agreement", find_lead (self, funding, agreement));
  agreement->id = sample_insert (self, record);
  write_funders (self, funding, agreement);
  write_options (self, agreement);
}

/* --- A year a step --- */

typedef struct
{
  TenureDay first, after;
} Span;

static void
write_span (Sample *self, gpointer data)
{
  const Span *span = data;

  for (guint i = 0; i < self->agreements->len; i++)
    {
      SampleAgreement *agreement = &g_array_index (self->agreements, SampleAgreement, i);

      if (agreement->entered >= span->first && agreement->entered < span->after)
        write_agreement (self, agreement);
    }
}

void
sample_write_funding (Sample *self)
{
  static const char *const authors[] = { "Wren Hathersedge", "Odile Marchbank", "Lalita Cawthray" };
  static const char *const days[] = { "2026-10-06", "2026-10-08", "2026-10-12",
                                      "2026-10-15", "2026-10-20", "2026-11-02" };
  TenureDay first = sample_date ("2021-04-01");

  for (int year = 2021; (guint) (year - 2021) < G_N_ELEMENTS (days); year++)
    {
      TenureDay after = tenure_day_add_months (first, 12);
      Span span = { first, MIN (after, self->today + 1) };
      g_autofree char *label = g_strdup_printf ("Enter the agreements of %d/%02d", year, (year + 1) % 100);

      sample_edit (self, days[year - 2021], authors[year % 3], label, write_span, &span);
      first = after;
    }
  sample_edit (self, "2026-11-03", "Odile Marchbank", "Enter what is signed and yet to begin", write_span,
               &(Span){ self->today + 1, TENURE_DAY_MAX });
}
