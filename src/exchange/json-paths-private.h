#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The paths of a JSON list of records as a tree, and the column that each leaf has in the table. Records of one file
 * repeat the same keys in the same order, so a key is looked for first where the last record had it: one comparison
 * a key, no hashing. */
typedef struct _TenureJsonPaths TenureJsonPaths;

#define TENURE_JSON_ROOT 0u
#define TENURE_JSON_NO_COLUMN G_MAXUINT

TenureJsonPaths *tenure_json_paths_new (void);
void tenure_json_paths_free (TenureJsonPaths *paths);

/* The node below @parent for an object's key, or for item @index of a list; made when new. FALSE when there are too
 * many nodes: a file made to exhaust memory. */
gboolean tenure_json_paths_enter_key (TenureJsonPaths *paths, guint parent, const char *key, gsize length, guint *out_node);
gboolean tenure_json_paths_enter_item (TenureJsonPaths *paths, guint parent, guint index, guint *out_node);

/* The column of a node that holds a value; the next free one, and its title ("recipientOrganization/0/id") appended
 * to @titles, when it has none yet. NO_COLUMN past @max_columns. */
guint tenure_json_paths_column (TenureJsonPaths *paths, guint node, GPtrArray *titles, guint max_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureJsonPaths, tenure_json_paths_free)

G_END_DECLS
