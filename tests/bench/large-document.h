#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BENCH_AGREEMENTS 100000

/* Makes a document of BENCH_AGREEMENTS agreements at @path; its working copy is kept beside it meanwhile. The same one each
 * time, but for ids and for the day from which the agreements are counted back. */
gboolean bench_make_large_document (const char *path, GError **error);

G_END_DECLS
