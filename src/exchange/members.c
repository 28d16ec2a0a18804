#include "exchange/members-private.h"

#include <string.h>

#include "base/text.h"
#include "exchange/read-date.h"

#define MAX_MEMBERS 1000

void
tenure_member_clear (TenureMember *member)
{
  g_clear_pointer (&member->name, g_free);
  g_clear_pointer (&member->group, g_free);
  g_clear_pointer (&member->role, g_free);
}

static void
clear_member (gpointer data)
{
  tenure_member_clear (data);
}

static const struct
{
  const char *words;
  const char *role;
  gboolean plain;
} roles[] = {
  { "vice-chair", "vice_chair", TRUE },   { "vice chair", "vice_chair", TRUE }, { "vicechair", "vice_chair", TRUE },
  { "deputy chair", "vice_chair", TRUE }, { "deputy", "vice_chair", FALSE },    { "chair", "chair", TRUE },
  { "convener", "chair", TRUE },          { "convenor", "chair", TRUE },
};

const char *
tenure_member_seat_role (const char *role)
{
  g_autofree char *key = tenure_text_dup_key (role);

  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strstr (key, roles[i].words) != NULL)
      return roles[i].role;
  return "member";
}

gboolean
tenure_member_is_plain_role (const char *role)
{
  g_autofree char *key = tenure_text_dup_key (role);

  if (key == NULL || g_str_equal (key, "member"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].plain && g_str_equal (key, roles[i].words))
      return TRUE;
  return FALSE;
}

/* Takes the last "(…)" off @text and returns what is in it; NULL when @text does not end with one. */
static char *
take_brackets (char *text)
{
  gsize length = strlen (text);
  char *open = strrchr (text, '('), *inside;

  if (length == 0 || text[length - 1] != ')' || open == NULL)
    return NULL;
  text[length - 1] = '\0';
  inside = tenure_text_dup_clean (open + 1);
  for (*open = '\0'; open > text && open[-1] == ' ';)
    *--open = '\0';
  return inside;
}

/* "Cllr", "County Councillor" and a stray mark before the name are no part of it. */
static const char *
skip_titles (const char *name)
{
  static const char *const titles[] = { "County Councillor ", "Councillor ", "Cllr. ", "Cllr ", "CC ", ". " };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_ascii_strncasecmp (name, titles[i], strlen (titles[i])) == 0)
      return name + strlen (titles[i]);
  return name;
}

static void
parse_line (TenureMember *member, const char *line)
{
  g_autofree char *text = tenure_text_dup_clean (line);
  char *inside;

  *member = (TenureMember){ .from = TENURE_DAY_NONE, .to = TENURE_DAY_NONE };
  while (text != NULL && (inside = take_brackets (text)) != NULL)
    {
      gboolean is_role = !g_str_equal (tenure_member_seat_role (inside), "member");
      char **place = is_role ? &member->role : &member->group;

      if (*place == NULL)
        *place = inside;
      else
        g_free (inside);
    }
  member->name = text != NULL ? tenure_text_dup_clean (skip_titles (text)) : NULL;
}

GArray *
tenure_members_parse (const char *text)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (TenureMember));
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  g_array_set_clear_func (members, clear_member);
  for (char **line = lines; *line != NULL && members->len < MAX_MEMBERS; line++)
    {
      TenureMember member;

      parse_line (&member, *line);
      if (member.name != NULL)
        g_array_append_val (members, member);
      else
        tenure_member_clear (&member);
    }
  return members;
}

/* The date that is all of @text[0, @length). */
static TenureDay
date_in (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);

  return tenure_read_date_text (part).day;
}

void
tenure_member_take_role (TenureMember *member, const char *text)
{
  g_autofree char *clean = tenure_text_dup_clean (text);
  char *dash, *start;

  if (clean == NULL)
    return;
  dash = strstr (clean, " - ");
  if (dash != NULL)
    {
      /* The first date is the last word before the dash. */
      for (start = dash; start > clean && start[-1] != ' ' && start[-1] != '(';)
        start--;
      member->from = date_in (start, (gsize) (dash - start));
      member->to = date_in (dash + 3, strcspn (dash + 3, " )"));
      if (member->from != TENURE_DAY_NONE || member->to != TENURE_DAY_NONE)
        for (*start = '\0'; start > clean && strchr (" (", start[-1]) != NULL;)
          *--start = '\0';
    }
  g_free (member->role);
  member->role = tenure_text_dup_clean (clean);
}
