#pragma once

#include "chart/anatomy.h"

G_BEGIN_DECLS

/* What the title says the reader should see, what is drawn, and both as sentences for a screen reader. Freed by the
 * caller. */
char *tenure_anatomy_dup_title (const TenureAnatomyData *data);
char *tenure_anatomy_dup_subtitle (const TenureAnatomyData *data);
char *tenure_anatomy_dup_summary (const TenureAnatomyData *data);

/* "Apr 2027". */
char *tenure_anatomy_dup_month (const TenureAnatomyData *data, guint i);
const char *tenure_anatomy_name (const TenureAnatomyAgreement *agreement);

/* The name with its remark, if it has one. */
char *tenure_anatomy_dup_remarked (const TenureAnatomyAgreement *agreement);

/* "£9,000 a month", and by how much (> 0) that and other income are less than cost, where that is told. */
char *tenure_anatomy_dup_a_month (const TenureAnatomyData *data, double minor, double short_by);

G_END_DECLS
