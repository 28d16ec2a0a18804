#pragma once

#include "app/agreements/register-column.h"

G_BEGIN_DECLS

typedef struct _TenureRegisterModel TenureRegisterModel;

/* One row of the register: made when it becomes visible, told when what it shows may differ (signal “changed”). */
#define TENURE_TYPE_REGISTER_ROW (tenure_register_row_get_type ())
G_DECLARE_FINAL_TYPE (TenureRegisterRow, tenure_register_row, TENURE, REGISTER_ROW, GObject)

TenureId tenure_register_row_get_id (TenureRegisterRow *self);

/* Whether there is a snapshot behind the row; without one its computed columns are blank, not unknown. */
gboolean tenure_register_row_is_computed (TenureRegisterRow *self);

/* The row's index in the snapshot's facts. */
guint tenure_register_row_get_agreement (TenureRegisterRow *self);

/* The text of a cell; NULL when not recorded or when it cannot be told. The caller frees. */
char *tenure_register_row_dup_text (TenureRegisterRow *self, const TenureRegisterColumn *column);

/* The worst level, for the glyph. */
TenureLevel tenure_register_row_get_level (TenureRegisterRow *self);

G_END_DECLS
