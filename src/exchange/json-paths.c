#include "exchange/json-paths-private.h"

#include <string.h>

#define MAX_NODES 16384

typedef struct
{
  char *key;
  gsize length;
  guint parent;
  guint column;
  guint first_child; /* 0: none; the root is nobody's child */
  guint next_sibling;
  guint last_found; /* the child that was asked for last */
} Node;

struct _TenureJsonPaths
{
  GArray *nodes; /* Node */
};

static void
clear_node (gpointer data)
{
  g_free (((Node *) data)->key);
}

static Node *
node_at (TenureJsonPaths *paths, guint index)
{
  return &g_array_index (paths->nodes, Node, index);
}

TenureJsonPaths *
tenure_json_paths_new (void)
{
  TenureJsonPaths *paths = g_new0 (TenureJsonPaths, 1);
  Node root = { .column = TENURE_JSON_NO_COLUMN };

  paths->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  g_array_set_clear_func (paths->nodes, clear_node);
  g_array_append_val (paths->nodes, root);
  return paths;
}

void
tenure_json_paths_free (TenureJsonPaths *paths)
{
  if (paths == NULL)
    return;
  g_array_unref (paths->nodes);
  g_free (paths);
}

static gboolean
is_key (const Node *node, const char *key, gsize length)
{
  return node->length == length && memcmp (node->key, key, length) == 0;
}

gboolean
tenure_json_paths_enter_key (TenureJsonPaths *paths, guint parent, const char *key, gsize length, guint *out_node)
{
  guint last = node_at (paths, parent)->last_found;
  guint guess = last != 0 ? node_at (paths, last)->next_sibling : node_at (paths, parent)->first_child;
  guint tail = 0;
  Node node = { .parent = parent, .length = length, .column = TENURE_JSON_NO_COLUMN };

  if (guess == 0 || !is_key (node_at (paths, guess), key, length))
    for (guess = node_at (paths, parent)->first_child; guess != 0; guess = node_at (paths, guess)->next_sibling)
      {
        if (is_key (node_at (paths, guess), key, length))
          break;
        tail = guess;
      }
  if (guess == 0)
    {
      if (paths->nodes->len >= MAX_NODES)
        return FALSE;
      node.key = g_strndup (key, length);
      guess = paths->nodes->len;
      g_array_append_val (paths->nodes, node);
      if (tail != 0)
        node_at (paths, tail)->next_sibling = guess;
      else
        node_at (paths, parent)->first_child = guess;
    }
  node_at (paths, parent)->last_found = guess;
  *out_node = guess;
  return TRUE;
}

gboolean
tenure_json_paths_enter_item (TenureJsonPaths *paths, guint parent, guint index, guint *out_node)
{
  char key[12];
  int length = g_snprintf (key, sizeof key, "%u", index);

  return tenure_json_paths_enter_key (paths, parent, key, (gsize) length, out_node);
}

static char *
dup_title (TenureJsonPaths *paths, guint node)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  GString *title = g_string_new (NULL);

  for (; node != TENURE_JSON_ROOT; node = node_at (paths, node)->parent)
    g_ptr_array_add (steps, node_at (paths, node)->key);
  for (guint i = steps->len; i > 0; i--)
    {
      g_string_append (title, g_ptr_array_index (steps, i - 1));
      if (i > 1)
        g_string_append_c (title, '/');
    }
  return g_string_free (title, FALSE);
}

guint
tenure_json_paths_column (TenureJsonPaths *paths, guint node, GPtrArray *titles, guint max_columns)
{
  Node *at = node_at (paths, node);

  if (at->column == TENURE_JSON_NO_COLUMN && titles->len < max_columns)
    {
      at->column = titles->len;
      g_ptr_array_add (titles, dup_title (paths, node));
    }
  return at->column;
}
