/* Which places of a document can be opened. */

#include "app/agreements/document-link.h"

typedef struct
{
  const char *location;
  const char *uri; /* NULL: stays text */
} Case;

static const Case cases[] = {
  { NULL, NULL },
  { "", NULL },
  { "https://www.example.org/grants/agreement.pdf", "https://www.example.org/grants/agreement.pdf" },
  { "http://example.org", "http://example.org" },
  { "HTTPS://example.org/a?b=c#d", "https://example.org/a?b=c#d" },
  { "  https://example.org/a\n", "https://example.org/a" },
  { "file:///srv/grants/Signed%20agreement.pdf", "file:///srv/grants/Signed%20agreement.pdf" },
  { "file://localhost/srv/grants/a.pdf", "file://localhost/srv/grants/a.pdf" },
  { "/srv/grants/Signed agreement.pdf", "file:///srv/grants/Signed%20agreement.pdf" },
  { "/", "file:///" },
  /* Text. */
  { "Signed agreement.pdf", NULL },
  { "grants/agreement.pdf", NULL },
  { "../agreement.pdf", NULL },
  { "~/agreement.pdf", NULL },
  { "in the red folder", NULL },
  { "www.example.org/agreement.pdf", NULL },
  { "C:\\Grants\\agreement.pdf", NULL },
  { "\\\\server\\grants\\agreement.pdf", NULL },
  { "//server/grants/agreement.pdf", NULL },
  /* Other schemes, other machines, nothing to go to. */
  { "javascript:alert(1)", NULL },
  { "data:text/html,hello", NULL },
  { "mailto:wren@example.org", NULL },
  { "smb://server/grants", NULL },
  { "ssh://server", NULL },
  { "file://server/grants/agreement.pdf", NULL },
  { "file:agreement.pdf", NULL },
  { "https:", NULL },
  { "https://", NULL },
  { "https:agreement.pdf", NULL },
  /* What is read must be what is opened. */
  { "https://www.example.org@elsewhere.example/agreement", NULL },
  { "https://example.org/a\nb", NULL },
  { "https://example.org/\xe2\x80\xae" "fdp.exe", NULL },
  { "/srv/grants/a\x01.pdf", NULL },
  { "https://example.org/\xff", NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = tenure_document_link_dup_uri (cases[i].location);
      g_autofree char *shown = g_strescape (cases[i].location != NULL ? cases[i].location : "(none)", NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-link/cases", test_cases);
  return g_test_run ();
}
