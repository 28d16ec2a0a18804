#pragma once

#include <glib.h>

/* What was changed midway. Invented. */

#define NO_PRICE G_MININT32 /* nobody wrote it down */

typedef struct
{
  const char *title; /* of the agreement that runs */
  const char *made;  /* NULL: not recorded, as below */
  const char *scope;
  int price_change; /* pounds over the rest of the term; NO_PRICE: not recorded */
  const char *description;
} SampleVariation;

/* clang-format off */
static const SampleVariation sample_variations[] = {
  /* More work, no more money */
  { "Drug and alcohol recovery service", "2025-07-14", "wider", 0, "Young people from 16 are seen as well; the separate service closed." },
  { "Social prescribing link workers, west", "2026-02-02", "wider", 0, "Two more practices." },
  { "Carers’ assessment and support", "2026-05-18", "wider", -6000, "Respite is now arranged here; the post for young adults went." },
  { "Crisis café", "2026-09-07", "wider", 0, "Open on Sundays, too." },
  { "Welfare advice in surgeries", NULL, "wider", 0, "Debt cases from the hospital." },

  /* More work, and it was paid for */
  { "Community mental health alliance", "2025-10-01", "wider", 310000, "A second hub in Skelmoor." },
  { "Hospice in-patient beds", "2025-12-15", "wider", 96000, "One more bed through the winter, kept since." },
  { "Alliance infrastructure and representation", "2026-04-20", "wider", 12500, "Elections to the new boards." },

  /* More work, and nobody wrote down what for */
  { "Falls prevention classes", "2025-09-01", "wider", NO_PRICE, NULL },
  { "Neighbourhood connectors", "2026-06-08", "wider", NO_PRICE, "Covers Thrushby until a connector is found there." },

  /* The same work for less, and less work for less */
  { "Youth counselling", "2026-04-01", "same", -18000, "Savings of the council." },
  { "Supported living, learning disability", "2025-04-01", "same", -42000, "Void costs are no longer paid." },
  { "Football and mental health", "2026-07-01", "narrower", -4200, "The women’s session stopped." },
  { "Public involvement programme", "2026-01-12", "narrower", 0, "The yearly festival was dropped; the time went into the panel." },

  /* Put right */
  { "Social prescribing link workers", "2025-04-28", "same", 9800, "Pay award, paid from the start of the year." },
  { "Refuge places", "2026-06-30", "same", 0, "One flat was exchanged for another." },
};
/* clang-format on */
