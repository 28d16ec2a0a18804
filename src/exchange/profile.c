/* Profiles: what columns can mean in each kind of file. The titles come from the catalogue's fields; here stand only
 * those that belong to no single field (identifiers of the provider, packed supplier cells, members of a board). */

#include "config.h"
#include "exchange/profile-private.h"

#include "base/i18n.h"
#include <string.h>

#include "exchange/header-key-private.h"

#define AGREEMENT TENURE_RECORD_AGREEMENT
#define ORGANISATION TENURE_RECORD_ORGANISATION

/* clang-format off */

/* 360Giving and registers share their table: a grants file is a register with stricter titles. What differs, the kind
 * of agreement and the meaning of its amount, is in tenure_plan_new(). */
static const TenureTargetDef agreement_targets[] = {
  { TENURE_TARGET_REFERENCE, "reference", NULL, AGREEMENT, "reference", "id|Reference|Contract Number|Agreement Reference" },
  { TENURE_TARGET_TITLE, "title", NULL, AGREEMENT, "title", "Agreement|Agreement Title" },
  { TENURE_TARGET_DESCRIPTION, "description", NULL, AGREEMENT, "description", NULL },
  { TENURE_TARGET_KIND, "kind", NULL, AGREEMENT, "kind", "Kind|Agreement Type|Contract or grant" },
  { TENURE_TARGET_SERVICE, "service", NULL, AGREEMENT, "service", NULL },
  { TENURE_TARGET_PROGRAMME, "programme", NULL, AGREEMENT, "programme", "Grant Programme:Name|Programme Name" },
  { TENURE_TARGET_PLACE, "place", NULL, AGREEMENT, "place", "place_name" },
  { TENURE_TARGET_AWARDED, "awarded", NULL, AGREEMENT, "award_day", "Awarded" },
  { TENURE_TARGET_SIGNED, "signed", NULL, AGREEMENT, "signed", NULL },
  { TENURE_TARGET_START, "start", NULL, AGREEMENT, "start", NULL, "Contract start date" },
  { TENURE_TARGET_END, "end", NULL, AGREEMENT, "end", "End date as signed", "Contract end date" },
  { TENURE_TARGET_ACTUAL_START, "actual-start", N_("Actual start"), AGREEMENT, NULL, "Actual Dates:Start Date" },
  { TENURE_TARGET_ACTUAL_END, "actual-end", N_("Actual end"), AGREEMENT, NULL, "Actual Dates:End Date" },
  { TENURE_TARGET_DURATION, "duration", NULL, AGREEMENT, "duration", "Duration|Term in months" },
  { TENURE_TARGET_MAXIMUM_END, "maximum-end", NULL, AGREEMENT, "maximum_end", NULL },
  { TENURE_TARGET_EXTENSION, "extension", NULL, AGREEMENT, "extension_text", NULL, "Option to Extend" },
  { TENURE_TARGET_REVIEW, "review", NULL, AGREEMENT, "review_day", NULL },
  { TENURE_TARGET_VALUE, "value", NULL, AGREEMENT, "value", "Total Value|Total Contract Value|Grant Amount|Award Value", "Awarded Value" },
  { TENURE_TARGET_ANNUAL_VALUE, "annual-value", NULL, AGREEMENT, "annual_value", "Annual Contract Value|Value per annum" },
  { TENURE_TARGET_CURRENCY, "currency", NULL, AGREEMENT, "currency", NULL },
  { TENURE_TARGET_REGIME, "regime", NULL, AGREEMENT, "regime", NULL },
  { TENURE_TARGET_PROCEDURE, "procedure", NULL, AGREEMENT, "procedure", NULL },
  { TENURE_TARGET_OPEN_CALL, "open-call", N_("From an open call"), AGREEMENT, NULL, "From an open call?|From an open call" },
  { TENURE_TARGET_CATEGORY, "category", NULL, AGREEMENT, "category", NULL },
  { TENURE_TARGET_DEPARTMENT, "department", NULL, AGREEMENT, "department", NULL },
  { TENURE_TARGET_STATUS, "status", NULL, AGREEMENT, "source_status", NULL },
  { TENURE_TARGET_OWNER, "owner", NULL, AGREEMENT, "owner", NULL },
  { TENURE_TARGET_INDIVIDUAL, "individual", N_("Recipient who is a person"), AGREEMENT, NULL, "Recipient Ind:Identifier|Recipient Ind:Name|To Individuals Details:Primary Grant Reason" },
  { TENURE_TARGET_SUPPLIERS, "suppliers", N_("Suppliers in brackets"), AGREEMENT, NULL, "Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]" },
  { TENURE_TARGET_BUYER, "buyer", N_("Funder or buyer"), TENURE_RECORD_FUNDER, "organisation", "Funder Name|Buyer Name|Funding Organisation|Commissioner" },
  { TENURE_TARGET_BUYER_ID, "buyer-identifier", N_("Identifier of the funder"), TENURE_RECORD_FUNDER, NULL, "Funding Org:Identifier|funder_id|buyer_id" },
  { TENURE_TARGET_ORG_NAME, "provider", NULL, AGREEMENT, "provider", "Recipient Name|Recipient|Grantee|Provider Name|Organisation funded" },
  { TENURE_TARGET_ORG_ID, "provider-identifier", N_("Identifier of the provider"), TENURE_RECORD_IDENTIFIER, "value", "Recipient Id|Recipient Identifier|Provider Id" },
  { TENURE_TARGET_ORG_CHARITY, "provider-charity", N_("Charity number of the provider"), AGREEMENT, NULL, "Recipient Org:Charity Number|charityNumber|Charity Number|VCSE Registration Number|Registered Charity Number|Supplier charity number" },
  { TENURE_TARGET_ORG_COMPANY, "provider-company", N_("Company number of the provider"), AGREEMENT, NULL, "Recipient Org:Company Number|companyNumber|Company Number|Supplier registered company number|Company Registration Number" },
  { TENURE_TARGET_ORG_VCS, "provider-vcs", NULL, ORGANISATION, "vcs", NULL },
  { TENURE_TARGET_ORG_KIND, "provider-kind", N_("Kind of provider"), AGREEMENT, NULL, "Recipient Org:Organisation Type" },
  { TENURE_TARGET_ORG_PLACE, "provider-place", N_("Place of the provider"), AGREEMENT, NULL, "Recipient Org:City|Supplier town" },
  { TENURE_TARGET_ORG_POSTCODE, "provider-postcode", N_("Postcode of the provider"), AGREEMENT, NULL, "Recipient Org:Postal Code|Supplier postcode" },
  { TENURE_TARGET_ORG_WEBSITE, "provider-website", N_("Website of the provider"), AGREEMENT, NULL, "Recipient Org:Web Address" },
  { TENURE_TARGET_NONE },
};

static const TenureTargetDef organisation_targets[] = {
  { TENURE_TARGET_ORG_NAME, "name", NULL, ORGANISATION, "name", "Name" },
  { TENURE_TARGET_ORG_ID, "identifier", N_("Identifier"), TENURE_RECORD_IDENTIFIER, "value", "Identifier|Organisation Identifier|org_id|orgid" },
  { TENURE_TARGET_ORG_CHARITY, "charity", N_("Charity number"), ORGANISATION, NULL, "registered_charity_number|Charity Number|charityNumber|Recipient Org:Charity Number" },
  { TENURE_TARGET_ORG_LINKED, "linked-charity", N_("Number of a linked charity"), ORGANISATION, NULL, "linked_charity_number" },
  { TENURE_TARGET_ORG_COMPANY, "company", N_("Company number"), ORGANISATION, NULL, "charity_company_registration_number|Company Number|companyNumber|Recipient Org:Company Number" },
  { TENURE_TARGET_ORG_VCS, "vcs", NULL, ORGANISATION, "vcs", NULL },
  { TENURE_TARGET_ORG_KIND, "kind", NULL, ORGANISATION, "kind", "Kind" },
  { TENURE_TARGET_ORG_PLACE, "place", NULL, ORGANISATION, "place", NULL },
  { TENURE_TARGET_ORG_POSTCODE, "postcode", NULL, ORGANISATION, "postcode", "Postal Code" },
  { TENURE_TARGET_ORG_WEBSITE, "website", NULL, ORGANISATION, "website", "Web Address" },
  { TENURE_TARGET_ORG_OPENED, "opened", NULL, ORGANISATION, "opened", NULL },
  { TENURE_TARGET_ORG_CLOSED, "closed", NULL, ORGANISATION, "closed", NULL },
  { TENURE_TARGET_ORG_INCOME, "income", NULL, ORGANISATION, "income", NULL },
  { TENURE_TARGET_ORG_EXPENDITURE, "expenditure", NULL, ORGANISATION, "expenditure", NULL },
  { TENURE_TARGET_ORG_ACCOUNTS_END, "accounts-end", NULL, ORGANISATION, "accounts_end", NULL },
  { TENURE_TARGET_ORG_NOTES, "notes", NULL, ORGANISATION, "notes", "Notes" },
  { TENURE_TARGET_NONE },
};

static const TenureTargetDef board_targets[] = {
  { TENURE_TARGET_BOARD, "board", N_("Board"), TENURE_RECORD_BOARD, "name", "name" },
  { TENURE_TARGET_BOARD_TYPE, "board-type", N_("Type of board"), TENURE_RECORD_BOARD, "type", "Committee type|Board type" },
  { TENURE_TARGET_PERSON, "person", N_("Person"), TENURE_RECORD_PERSON, "name", "Members|members:name|Membership|Councillors|Holder" },
  { TENURE_TARGET_ROLE, "role", NULL, TENURE_RECORD_SEAT, "role", "members:role" },
  { TENURE_TARGET_BLOC, "bloc", NULL, TENURE_RECORD_SEAT, "bloc", "members:party|Political group" },
  { TENURE_TARGET_MEMBER_ORG, "organisation", N_("Works for"), TENURE_RECORD_PERSON, "organisation", "Organisation|Representing|members:organisation" },
  { TENURE_TARGET_FROM, "from", NULL, TENURE_RECORD_APPOINTMENT, "from_day", "From|Start|Start date|Appointed|members:from" },
  { TENURE_TARGET_TO, "to", NULL, TENURE_RECORD_APPOINTMENT, "to_day", "To|End|End date|Term ends|members:to" },
  { TENURE_TARGET_NONE },
};

/* clang-format on */

const TenureTargetDef *
tenure_profile_get_targets (TenureProfile profile)
{
  switch (profile)
    {
    case TENURE_PROFILE_ORGANISATIONS:
      return organisation_targets;
    case TENURE_PROFILE_BOARDS:
      return board_targets;
    case TENURE_PROFILE_AUTO:
    case TENURE_PROFILE_360GIVING:
    case TENURE_PROFILE_REGISTER:
    default:
      return agreement_targets;
    }
}

const TenureTargetDef *
tenure_profile_find_target (TenureProfile profile, const char *name)
{
  for (const TenureTargetDef *def = tenure_profile_get_targets (profile); def->target != TENURE_TARGET_NONE; def++)
    if (g_str_equal (def->name, name))
      return def;
  return NULL;
}

gboolean
tenure_target_is_term (TenureTarget target)
{
  return target == TENURE_TARGET_START || target == TENURE_TARGET_ACTUAL_START || target == TENURE_TARGET_END
         || target == TENURE_TARGET_ACTUAL_END || target == TENURE_TARGET_MAXIMUM_END || target == TENURE_TARGET_DURATION
         || target == TENURE_TARGET_AWARDED;
}

gboolean
tenure_target_is_provider (TenureTarget target)
{
  return target == TENURE_TARGET_SUPPLIERS || target == TENURE_TARGET_INDIVIDUAL
         || (target >= TENURE_TARGET_ORG_NAME && target <= TENURE_TARGET_ORG_COMPANY);
}

static const char *const profile_names[] = {
  [TENURE_PROFILE_AUTO] = "auto",         [TENURE_PROFILE_360GIVING] = "360giving",
  [TENURE_PROFILE_REGISTER] = "register", [TENURE_PROFILE_ORGANISATIONS] = "organisations",
  [TENURE_PROFILE_BOARDS] = "boards",
};

const char *
tenure_profile_get_name (TenureProfile profile)
{
  g_return_val_if_fail ((guint) profile < G_N_ELEMENTS (profile_names), "auto");

  return profile_names[profile];
}

gboolean
tenure_profile_from_name (const char *name, TenureProfile *out_profile)
{
  g_return_val_if_fail (name != NULL && out_profile != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (profile_names); i++)
    if (g_ascii_strcasecmp (name, profile_names[i]) == 0)
      {
        *out_profile = (TenureProfile) i;
        return TRUE;
      }
  return FALSE;
}

typedef struct
{
  const TenureTargetDef *def;
  guint rank;
} Meaning;

struct _TenureTitles
{
  GHashTable *meanings; /* header key → Meaning */
};

static void
add_title (TenureTitles *titles, const TenureTargetDef *def, const char *title, guint rank)
{
  g_autofree char *key = tenure_header_key (title, NULL);
  const Meaning *known = g_hash_table_lookup (titles->meanings, key);
  Meaning *meaning;

  if (known != NULL && known->rank <= rank)
    return;
  meaning = g_new (Meaning, 1);
  *meaning = (Meaning){ .def = def, .rank = rank };
  g_hash_table_replace (titles->meanings, g_steal_pointer (&key), meaning);
}

static void
add_spellings (TenureTitles *titles, const TenureTargetDef *def, const char *spellings, guint rank)
{
  g_auto (GStrv) list = NULL;

  /* The title of Contracts Finder's supplier column holds the separator itself. */
  if (spellings != NULL && strchr (spellings, '[') != NULL)
    {
      add_title (titles, def, spellings, rank);
      return;
    }
  list = g_strsplit (spellings != NULL ? spellings : "", "|", -1);
  for (char **title = list; *title != NULL; title++)
    if (**title != '\0')
      add_title (titles, def, *title, rank);
}

TenureTitles *
tenure_titles_new (TenureProfile profile)
{
  TenureTitles *titles = g_new0 (TenureTitles, 1);

  titles->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (const TenureTargetDef *def = tenure_profile_get_targets (profile); def->target != TENURE_TARGET_NONE; def++)
    {
      const TenureField *field = NULL;

      if (def->field != NULL)
        field = &tenure_record_def (def->record)->fields[tenure_record_field_index (def->record, def->field)];
      add_spellings (titles, def, def->preferred, 0);
      add_spellings (titles, def, field != NULL ? field->three_sixty : NULL, 0);
      add_spellings (titles, def, field != NULL ? field->spellings : NULL, 1);
      add_spellings (titles, def, def->spellings, 1);
      if (field != NULL && def->label == NULL)
        add_title (titles, def, field->label, 2);
    }
  return titles;
}

void
tenure_titles_free (TenureTitles *titles)
{
  if (titles == NULL)
    return;
  g_hash_table_unref (titles->meanings);
  g_free (titles);
}

const TenureTargetDef *
tenure_titles_find (const TenureTitles *titles, const char *title, guint *out_rank, guint *out_item)
{
  g_autofree char *key = tenure_header_key (title, out_item);
  const Meaning *meaning = key[0] != '\0' ? g_hash_table_lookup (titles->meanings, key) : NULL;

  if (meaning == NULL)
    return NULL;
  *out_rank = meaning->rank;
  return meaning->def;
}

gboolean
tenure_title_is_three_sixty (const char *title)
{
  static const char *const roots[] = { "recipientorg:",        "recipientind:", "fundingorg:",
                                       "planneddates:",        "actualdates:",  "grantprogramme:",
                                       "beneficiarylocation:", "amountawarded", "fromanopencall?" };
  g_autofree char *key = tenure_header_key (title, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_has_prefix (key, roots[i]))
      return TRUE;
  return FALSE;
}
