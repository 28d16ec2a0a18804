#pragma once

#include "catalogue/field.h"
#include "exchange/plan.h"

G_BEGIN_DECLS

/* Everything that a column can mean to an import. One list for all profiles; each profile uses some of them. */
typedef enum
{
  TENURE_TARGET_NONE,

  TENURE_TARGET_REFERENCE,
  TENURE_TARGET_TITLE,
  TENURE_TARGET_DESCRIPTION,
  TENURE_TARGET_KIND,
  TENURE_TARGET_SERVICE,
  TENURE_TARGET_PROGRAMME,
  TENURE_TARGET_PLACE,
  TENURE_TARGET_AWARDED,
  TENURE_TARGET_SIGNED,
  TENURE_TARGET_START,
  TENURE_TARGET_END,
  TENURE_TARGET_ACTUAL_START,
  TENURE_TARGET_ACTUAL_END,
  TENURE_TARGET_DURATION,
  TENURE_TARGET_MAXIMUM_END,
  TENURE_TARGET_EXTENSION,
  TENURE_TARGET_REVIEW,
  TENURE_TARGET_VALUE,
  TENURE_TARGET_ANNUAL_VALUE,
  TENURE_TARGET_CURRENCY,
  TENURE_TARGET_REGIME,
  TENURE_TARGET_PROCEDURE,
  TENURE_TARGET_OPEN_CALL,
  TENURE_TARGET_CATEGORY,
  TENURE_TARGET_DEPARTMENT,
  TENURE_TARGET_STATUS,
  TENURE_TARGET_OWNER,
  TENURE_TARGET_INDIVIDUAL,
  TENURE_TARGET_SUPPLIERS, /* packed: [name|address|type|number|SME|VCSE][…] */
  TENURE_TARGET_BUYER,
  TENURE_TARGET_BUYER_ID,

  /* An organisation: the provider of an agreement, or the record itself. */
  TENURE_TARGET_ORG_NAME,
  TENURE_TARGET_ORG_ID,
  TENURE_TARGET_ORG_CHARITY,
  TENURE_TARGET_ORG_LINKED,
  TENURE_TARGET_ORG_COMPANY,
  TENURE_TARGET_ORG_VCS,
  TENURE_TARGET_ORG_KIND,
  TENURE_TARGET_ORG_PLACE,
  TENURE_TARGET_ORG_POSTCODE,
  TENURE_TARGET_ORG_WEBSITE,
  TENURE_TARGET_ORG_OPENED,
  TENURE_TARGET_ORG_CLOSED,
  TENURE_TARGET_ORG_INCOME,
  TENURE_TARGET_ORG_EXPENDITURE,
  TENURE_TARGET_ORG_ACCOUNTS_END,
  TENURE_TARGET_ORG_NOTES,

  TENURE_TARGET_BOARD,
  TENURE_TARGET_BOARD_TYPE,
  TENURE_TARGET_PERSON,
  TENURE_TARGET_ROLE,
  TENURE_TARGET_BLOC,
  TENURE_TARGET_MEMBER_ORG,
  TENURE_TARGET_FROM,
  TENURE_TARGET_TO,

  TENURE_N_TARGETS,
} TenureTarget;

typedef struct
{
  TenureTarget target;
  const char *name;  /* stable, for plans and machines */
  const char *label; /* translatable; NULL: that of the field */
  TenureRecordType record;
  const char *field;     /* whose spellings in the catalogue serve; NULL: none */
  const char *spellings; /* more of them, separated by '|' */
  const char *preferred; /* of several columns with this meaning, the one with this title serves */
} TenureTargetDef;

/* The targets of @profile (not AUTO), ended by TENURE_TARGET_NONE. */
const TenureTargetDef *tenure_profile_get_targets (TenureProfile profile);

/* The target called @name in @profile, NONE when there is none; and back. */
const TenureTargetDef *tenure_profile_find_target (TenureProfile profile, const char *name);

/* Whether @target says when an agreement is made, starts or ends; who provides it. */
gboolean tenure_target_is_term (TenureTarget target);
gboolean tenure_target_is_provider (TenureTarget target);

/* Recognises titles. */
typedef struct _TenureTitles TenureTitles;

TenureTitles *tenure_titles_new (TenureProfile profile);
void tenure_titles_free (TenureTitles *titles);

/* What the title means: NULL when it is not known. @out_rank: of two columns with one meaning the lower serves: 0 the
 * standard's own title or the preferred one, 1 any other spelling, 2 the field's label. @out_item: as
 * tenure_header_key(). */
const TenureTargetDef *tenure_titles_find (const TenureTitles *titles, const char *title, guint *out_rank, guint *out_item);

/* Whether the title is one of the 360Giving standard and of no other format. */
gboolean tenure_title_is_three_sixty (const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTitles, tenure_titles_free)

G_END_DECLS
