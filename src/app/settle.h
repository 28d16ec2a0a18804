#pragma once

#include "analysis/flags.h"

G_BEGIN_DECLS

/* What settles a flag: the form in which its reason is put right, at the field that is to be changed or that is missing.
 * Leaving the record out of the rule and snoozing are ways of living with a flag, and offered beside these
 * (app/flag-row.h). Without widgets; test: tests/app/test-settle.c. */

typedef struct
{
  char *label;        /* of a button: "Record the Decision…", "Record “Signed end”…" */
  const char *action; /* of actions.h, static */
  GVariant *target;
} TenureSettlement;

/* What a button offers for each field that cannot be told otherwise. More would be a form beside the form. */
#define TENURE_SETTLE_MAX_MISSING 2

/* The ways to settle @flag, of TenureSettlement: for one that cannot be told, the fields that are missing, at most
 * TENURE_SETTLE_MAX_MISSING; otherwise what its rule asks for. Never empty. Free with g_ptr_array_unref(). */
GPtrArray *tenure_settlements_new (const TenureFlags *flags, const TenureFlag *flag);

G_END_DECLS
