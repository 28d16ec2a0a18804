#include "config.h"
#include "register/scenario-request.h"

#include "base/count.h"
#include "base/hundredths.h"
#include "base/i18n.h"

/* Agreements that are named one by one. */
#define NAMED 2

TenureScenarioRequest *
tenure_scenario_request_new (TenureScenarioKind kind, const GArray *agreements)
{
  TenureScenarioRequest *request = g_new0 (TenureScenarioRequest, 1);

  request->kind = kind;
  request->day = request->start = TENURE_DAY_NONE;
  request->agreements = g_array_new (FALSE, FALSE, sizeof (TenureId));
  if (agreements != NULL)
    g_array_append_vals (request->agreements, agreements->data, agreements->len);
  return request;
}

TenureScenarioRequest *
tenure_scenario_request_dup (const TenureScenarioRequest *request)
{
  TenureScenarioRequest *copy = g_memdup2 (request, sizeof *request);

  copy->agreements = g_array_copy (request->agreements);
  copy->title = g_strdup (request->title);
  return copy;
}

void
tenure_scenario_request_free (TenureScenarioRequest *request)
{
  if (request == NULL)
    return;
  g_array_unref (request->agreements);
  g_free (request->title);
  g_free (request);
}

GPtrArray *
tenure_scenario_requests_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_scenario_request_free);
}

GPtrArray *
tenure_scenario_requests_dup (const GPtrArray *requests)
{
  GPtrArray *copy = tenure_scenario_requests_new ();

  for (guint i = 0; i < requests->len; i++)
    g_ptr_array_add (copy, tenure_scenario_request_dup (requests->pdata[i]));
  return copy;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

static char *
dup_uplift (gint32 uplift_bp)
{
  g_autofree char *rate = tenure_hundredths_dup_text (ABS (uplift_bp));

  return uplift_bp < 0 ? g_strdup_printf (_ ("Lower the price by %s %%"), rate)
                       : g_strdup_printf (_ ("Raise the price by %s %%"), rate);
}

static char *
dup_add (const TenureScenarioRequest *request)
{
  g_autofree char *start = tenure_day_dup_label (request->start);
  g_autofree char *end = tenure_day_dup_label (request->day);

  return g_strdup_printf (_ ("Add “%1$s”, %2$s to %3$s"), request->title != NULL ? request->title : "", start, end);
}

char *
tenure_scenario_request_dup_label (const TenureScenarioRequest *request)
{
  g_autofree char *day = tenure_day_dup_label (request->day);

  switch (request->kind)
    {
    case TENURE_SCENARIO_EXTEND:
      return g_strdup_printf (ngettext ("Extend by %d month", "Extend by %d months", (gulong) request->months),
                              request->months);
    case TENURE_SCENARIO_EXERCISE:
      return g_strdup (_ ("Take up the next option"));
    case TENURE_SCENARIO_UPLIFT:
      return dup_uplift (request->uplift_bp);
    case TENURE_SCENARIO_MOVE_END:
      return g_strdup_printf (_ ("Move the end to %s"), day);
    case TENURE_SCENARIO_END_EARLY:
      return g_strdup_printf (_ ("End early on %s"), day);
    case TENURE_SCENARIO_MERGE:
      return g_strdup_printf (_ ("Merge to one term, to %s"), day);
    case TENURE_SCENARIO_ADD:
    default:
      return dup_add (request);
    }
}

char *
tenure_scenario_request_dup_agreements (const TenureScenarioRequest *request, const TenureFacts *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = request->agreements->len, named = 0;

  for (guint i = 0; i < n && named < NAMED; i++)
    {
      int index = tenure_facts_find_agreement (facts, g_array_index (request->agreements, TenureId, i));
      g_autofree char *name = index >= 0 ? tenure_facts_dup_agreement_name (facts, (guint) index) : NULL;

      if (name == NULL)
        continue;
      /* Translators: the names of agreements behind each other: “Befriending”, “Advice line”. */
      g_string_append_printf (text, named > 0 ? _ (", “%s”") : _ ("“%s”"), name);
      named++;
    }
  if (named < n && named > 0)
    {
      g_autofree char *more = tenure_count_dup_words (ngettext (" and %s more", " and %s more", n - named), n - named);

      g_string_append (text, more);
    }
  return named > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* --- Changes -------------------------------------------------------------------------------------------------- */

/* Of terms that become one, the present one says how it goes on. */
static TenureId
find_latest (const TenureFacts *facts, const GArray *agreements)
{
  TenureId latest = g_array_index (agreements, TenureId, 0);
  TenureDay start = TENURE_DAY_NONE;

  for (guint i = 0; i < agreements->len; i++)
    {
      TenureId id = g_array_index (agreements, TenureId, i);
      int index = tenure_facts_find_agreement (facts, id);

      if (index < 0 || facts->agreements[index].start <= start)
        continue;
      latest = id;
      start = facts->agreements[index].start;
    }
  return latest;
}

static TenureScenarioChange
make_change (const TenureScenarioRequest *request, TenureId agreement)
{
  return (TenureScenarioChange){
    .kind = request->kind,
    .agreement = agreement,
    .months = request->months,
    .uplift_bp = request->uplift_bp,
    .day = request->day,
    .start = TENURE_DAY_NONE,
  };
}

static void
make_merge (TenureScenarioChanges *self, GArray *changes, const TenureScenarioRequest *request, const TenureFacts *facts)
{
  TenureId kept = find_latest (facts, request->agreements);
  TenureScenarioChange change = make_change (request, kept);
  TenureId *others = g_new (TenureId, request->agreements->len);

  for (guint i = 0; i < request->agreements->len; i++)
    {
      TenureId id = g_array_index (request->agreements, TenureId, i);

      if (id != kept)
        others[change.n_others++] = id;
    }
  g_ptr_array_add (self->kept, others);
  change.others = others;
  g_array_append_val (changes, change);
}

/* Where nobody says it: as the agreement it is like. */
static TenureCurrency
get_currency (const TenureScenarioRequest *request, const TenureFacts *facts, TenureId like)
{
  int index = like != TENURE_ID_NONE ? tenure_facts_find_agreement (facts, like) : -1;

  if (request->annual_known && request->annual.currency != TENURE_CURRENCY_NONE)
    return request->annual.currency;
  return index >= 0 ? facts->agreements[index].currency : TENURE_CURRENCY_NONE;
}

static void
make_addition (TenureScenarioChanges *self, GArray *changes, const TenureScenarioRequest *request, const TenureFacts *facts)
{
  TenureScenarioChange change = make_change (request, TENURE_ID_NONE);
  char *title = g_strdup (request->title != NULL ? request->title : "");

  g_ptr_array_add (self->kept, title);
  change.title = title;
  change.start = request->start;
  change.provider = request->provider;
  change.like = request->agreements->len > 0 ? g_array_index (request->agreements, TenureId, 0) : TENURE_ID_NONE;
  change.annual_known = request->annual_known;
  change.annual_minor = request->annual_known ? request->annual.minor : 0;
  change.currency = get_currency (request, facts, change.like);
  g_array_append_val (changes, change);
}

/* What a request of which somebody deleted the agreements, or their provider, comes to. */
static char *
dup_want (const TenureScenarioRequest *request)
{
  gboolean wants = request->kind == TENURE_SCENARIO_ADD
                       ? request->agreements->len == 0 && request->provider == TENURE_ID_NONE
                       : request->agreements->len == 0;
  g_autofree char *label = wants ? tenure_scenario_request_dup_label (request) : NULL;

  if (!wants)
    return NULL;
  return request->kind == TENURE_SCENARIO_ADD
             ? g_strdup_printf (_ ("%s: who would provide it is not recorded any more."), label)
             : g_strdup_printf (_ ("%s: its agreements are no longer there."), label);
}

static void
make_changes (TenureScenarioChanges *self, GArray *changes, const TenureScenarioRequest *request, const TenureFacts *facts)
{
  char *want = dup_want (request);

  if (want != NULL)
    g_ptr_array_add (self->problems, want);
  else if (request->kind == TENURE_SCENARIO_MERGE)
    make_merge (self, changes, request, facts);
  else if (request->kind == TENURE_SCENARIO_ADD)
    make_addition (self, changes, request, facts);
  else
    for (guint i = 0; i < request->agreements->len; i++)
      {
        TenureScenarioChange change = make_change (request, g_array_index (request->agreements, TenureId, i));

        g_array_append_val (changes, change);
      }
}

TenureScenarioChanges *
tenure_scenario_changes_new (const GPtrArray *requests, const TenureFacts *facts)
{
  TenureScenarioChanges *self;
  GArray *changes;

  g_return_val_if_fail (requests != NULL && facts != NULL, NULL);

  self = g_new0 (TenureScenarioChanges, 1);
  changes = g_array_new (FALSE, FALSE, sizeof (TenureScenarioChange));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < requests->len; i++)
    make_changes (self, changes, requests->pdata[i], facts);
  self->n = changes->len;
  self->changes = (TenureScenarioChange *) (gpointer) g_array_free (changes, FALSE);
  return self;
}

void
tenure_scenario_changes_free (TenureScenarioChanges *changes)
{
  if (changes == NULL)
    return;
  g_free (changes->changes);
  g_ptr_array_unref (changes->problems);
  g_ptr_array_unref (changes->kept);
  g_free (changes);
}
