#pragma once

#include "analysis/term.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What `tenure-cli check` looks for besides damage of the file, which opening finds: links that lead nowhere, and records
 * that contradict each other or themselves. Nothing is mended and nothing that is merely not recorded is a problem. */
typedef enum
{
  TENURE_CHECK_WARNING, /* it contradicts itself: somebody should look */
  TENURE_CHECK_ERROR,   /* the document is not as Tenure would have written it */
} TenureCheckLevel;

typedef struct
{
  TenureCheckLevel level;
  const char *code; /* stable, static: "end-before-start" */
  TenureRecordType type;
  TenureId record;
  char *name;    /* what the record is called; NULL when it has no name */
  char *field;   /* the catalogue's name of the field, "funder.share" of a child's; NULL when it is none */
  char *message; /* a translated sentence */
} TenureCheckProblem;

typedef GPtrArray TenureCheck; /* of TenureCheckProblem */

TenureCheck *tenure_check_new (void);

/* Adds a problem of the record; the message, which says in words which field it is about, is written as printf does. */
void tenure_check_add (TenureCheck *check,
                       TenureCheckLevel level,
                       const char *code,
                       TenureRecordType type,
                       TenureId record,
                       const char *name,
                       const char *field,
                       const char *format,
                       ...) G_GNUC_PRINTF (8, 9);

/* References to records that are not there, steps of history whose bytes are damaged. FALSE on an error of reading. */
gboolean tenure_check_links (TenureCheck *check, TenureReader *reader, GError **error);
gboolean tenure_check_history (TenureCheck *check, TenureReader *reader, GError **error);

/* One identifier or one name on several organisations, and identifiers that their register cannot have issued. FALSE on an
 * error of reading. */
gboolean tenure_check_organisations (TenureCheck *check, TenureReader *reader, GError **error);

/* Ends before starts, shares that do not make 100 %, loops of renewal, amounts without a currency, … */
void tenure_check_agreements (TenureCheck *check, const TenureTerms *terms);

/* Appointments that overlap or run backwards, seats and boards that end before they begin, quotas nobody can reach. */
void tenure_check_boards (TenureCheck *check, const TenureFacts *facts);

/* Rules of portfolios that cannot be followed. FALSE on an error of reading. */
gboolean tenure_check_portfolios (TenureCheck *check, TenureReader *reader, GError **error);

/* Settings of rules that are not followed. */
void tenure_check_rule_settings (TenureCheck *check, const TenureFacts *facts);

/* Rules and records of exemptions that are not there. */
void tenure_check_exemptions (TenureCheck *check, const TenureFacts *facts);

G_END_DECLS
