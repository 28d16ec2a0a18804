#pragma once

#include <glib.h>

/* What organisations were called before, which belong to a larger one, and which support the others. Invented. */

typedef struct
{
  const char *organisation;
  const char *name;
  const char *from_day; /* NULL: not recorded */
  const char *to_day;
} SampleFormerName;

typedef struct
{
  const char *organisation;
  const char *parent;
} SampleParent;

/* clang-format off */
static const SampleFormerName sample_former_names[] = {
  { "Age Well Aldermere", "Aldermere Old People’s Welfare Committee", "1974-04-01", "1988-06-30" },
  { "Age Well Aldermere", "Aldermere Concern for the Elderly", "1988-07-01", "2011-03-31" },
  { "Know Your Rights North Ridge", "Aldermere Citizens’ Information Bureau", NULL, "2013-09-30" },
  { "Aldermere Minds Together", "Aldermere Association for Mental Welfare", "1986-02-14", "2009-12-31" },
  { "Second Spring Recovery", "Skelmoor Alcohol Advisory Service", "2002-08-19", "2016-05-01" },
  { "Skelmoor Community Action", "Skelmoor Rural Community Council", "1971-05-17", NULL },
  { "Deaf Together North Ridge", "Aldermere Deaf Institute", NULL, NULL },
  { "North Ridge VCSE Alliance", "Aldermere Voluntary Sector Forum", "2019-11-18", "2022-06-30" },
  { "Open Latch", "Aldermere Night Shelter", "1991-11-05", "2004-08-31" },
};

static const SampleParent sample_parents[] = {
  { "Age Well Eskerton", "Age Well Aldermere" },
  { "Skelmoor Young Carers", "North Ridge Carers" },
  { "Thrushby Money Advice", "Know Your Rights North Ridge" },
  { "Skelmoor Hospice at Home", "Saint Wystan’s Hospice Aldermere" },
  { "Memory Café Thrushby", "Brackenford Dementia Day Centre" },
  { "Roma Voices Brackenford CIC", "Roadside Health Aldermere CIC" },
};

static const char *const sample_infrastructure[] = {
  "North Ridge VCSE Alliance", "Voluntary Action Aldermere", "Skelmoor Community Action", "Brackenford Connect", NULL,
};

/* Places beyond their own that organisations reach, as far as they said. */
static const char *const sample_neighbours[][2] = {
  { "Aldermere", "Brackenford" }, { "Brackenford", "Aldermere" }, { "Skelmoor", "Thrushby" },
  { "Thrushby", "Skelmoor" },     { "Eskerton", "Thrushby" },
};
/* clang-format on */
