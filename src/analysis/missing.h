#pragma once

#include "catalogue/field.h"

G_BEGIN_DECLS

/* Fields that a result lacks. One set of bits for every rule and figure, named by tenure_missing_field(). */
typedef enum
{
  TENURE_MISSING_START = 1 << 0,
  TENURE_MISSING_END = 1 << 1,
  TENURE_MISSING_SIGNED = 1 << 2,
  TENURE_MISSING_PROVIDER = 1 << 3,
  TENURE_MISSING_VALUE = 1 << 4,
  TENURE_MISSING_VALUE_BASIS = 1 << 5,
  TENURE_MISSING_CURRENCY = 1 << 6,
  TENURE_MISSING_FULL_COST = 1 << 7,
  TENURE_MISSING_OTHER_FUNDING = 1 << 8,
  TENURE_MISSING_FUNDER_NOTICE = 1 << 9,
  TENURE_MISSING_WITHOUT_CAUSE = 1 << 10,
  TENURE_MISSING_RENEWAL_NOTICE = 1 << 11,
  TENURE_MISSING_LEAD_TIME = 1 << 12,
  TENURE_MISSING_RENEWAL_STATUS = 1 << 13,
  TENURE_MISSING_EXTENSION_LENGTH = 1 << 14,
  TENURE_MISSING_SERVICE = 1 << 15,
  TENURE_MISSING_PREDECESSOR_START = 1 << 16,
  TENURE_MISSING_PREDECESSOR_END = 1 << 17,
  TENURE_MISSING_PREDECESSOR_PROVIDER = 1 << 18,
  TENURE_MISSING_BOARD_VOTES = 1 << 19,
  TENURE_MISSING_DECISION_RULE = 1 << 20,
  TENURE_MISSING_SEATS = 1 << 21,
  TENURE_MISSING_BLOC = 1 << 22,
  TENURE_MISSING_VOTE_WEIGHT = 1 << 23,
  TENURE_MISSING_ESTABLISHED = 1 << 24,
  TENURE_MISSING_PERSON = 1 << 25,
  TENURE_MISSING_QUOTA = 1 << 26,
} TenureMissing;

#define TENURE_N_MISSING 27

/* The field that bit @bit (0 … TENURE_N_MISSING − 1) stands for, static: its catalogue name, the type of
 * record that lacks it, and the name used in files ("end", "predecessor.end", "seat.bloc"). */
const char *tenure_missing_field (guint bit, TenureRecordType *out_record_type, const char **out_code);

G_END_DECLS
