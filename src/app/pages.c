/* The table of pages. To add one: write its widget in a folder of its own and give it a line here. */

#include "config.h"
#include "app/page.h"

#include "app/agreements/inspector.h"
#include "app/agreements/register-page.h"
#include "app/boards/boards-page.h"
#include "app/history/history-page.h"
#include "app/organisations/organisations-page.h"
#include "app/overview/overview-page.h"
#include "app/people/people-page.h"
#include "app/rules/rules-page.h"
#include "app/taking-part/taking-part-page.h"
#include "app/timeline/timeline-page.h"

#include "base/i18n.h"

static const TenurePage pages[] = {
  { "overview", "tenure-overview-symbolic", N_ ("Overview"), TENURE_RECORD_NONE, TENURE_RECORD_NONE,
    tenure_overview_page_new },
  { "agreements", "tenure-agreements-symbolic", N_ ("Agreements"), TENURE_RECORD_AGREEMENT, TENURE_RECORD_AGREEMENT,
    tenure_register_page_new },
  { "timeline", "tenure-timeline-symbolic", N_ ("Timeline"), TENURE_RECORD_NONE, TENURE_RECORD_AGREEMENT,
    tenure_timeline_page_new },
  { "organisations", "tenure-organisations-symbolic", N_ ("Organisations"), TENURE_RECORD_ORGANISATION,
    TENURE_RECORD_ORGANISATION, tenure_organisations_page_new },
  { "boards", "tenure-boards-symbolic", N_ ("Boards"), TENURE_RECORD_BOARD, TENURE_RECORD_BOARD, tenure_boards_page_new },
  { "people", "tenure-people-symbolic", N_ ("People"), TENURE_RECORD_PERSON, TENURE_RECORD_PERSON, tenure_people_page_new },
  { "taking-part", "tenure-taking-part-symbolic", N_ ("Taking Part"), TENURE_RECORD_NONE, TENURE_RECORD_NONE,
    tenure_taking_part_page_new },
  { "rules", "tenure-rules-symbolic", N_ ("Rules"), TENURE_RECORD_NONE, TENURE_RECORD_NONE, tenure_rules_page_new },
  { "history", "tenure-history-symbolic", N_ ("History"), TENURE_RECORD_NONE, TENURE_RECORD_NONE, tenure_history_page_new },
};

const TenurePage *
tenure_pages_get (guint *out_n_pages)
{
  *out_n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const TenurePage *
tenure_page_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}

GtkWidget *
tenure_pages_create_inspector (TenureSession *session)
{
  return tenure_inspector_new (session);
}
