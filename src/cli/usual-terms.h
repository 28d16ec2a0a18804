#pragma once

#include "base/duration.h"

G_BEGIN_DECLS

/* Reads the length of a usual renewal notice or lead time: "P3M", "3 months", "2 years"; FALSE for anything else. */
gboolean tenure_usual_terms_read_length (const char *text, TenureDuration *out_length);

G_END_DECLS
