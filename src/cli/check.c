#include "config.h"
#include "cli/check.h"

static void
problem_free (gpointer data)
{
  TenureCheckProblem *problem = data;

  g_free (problem->name);
  g_free (problem->field);
  g_free (problem->message);
  g_free (problem);
}

TenureCheck *
tenure_check_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

void
tenure_check_add (TenureCheck *check,
                  TenureCheckLevel level,
                  const char *code,
                  TenureRecordType type,
                  TenureId record,
                  const char *name,
                  const char *field,
                  const char *format,
                  ...)
{
  TenureCheckProblem *problem = g_new0 (TenureCheckProblem, 1);
  va_list arguments;

  problem->level = level;
  problem->code = code;
  problem->type = type;
  problem->record = record;
  problem->name = g_strdup (name);
  problem->field = g_strdup (field);
  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (check, problem);
}
