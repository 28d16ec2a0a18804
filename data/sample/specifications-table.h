#pragma once

#include <glib.h>

/* What agreements ask for and leave out, what they are about, and the roles they pay for. Invented. */

typedef struct
{
  const char *title; /* of the agreement that runs */
  const char *in;    /* NULL: not written down, as below */
  const char *out;
} SampleRemit;

typedef struct
{
  const char *title;
  const char *role;
} SampleFundedRole;

/* What must be agreed before the first day: 1, 0, or -1 for not recorded. */
typedef struct
{
  const char *title; /* of the agreement that is still to begin */
  gint8 specification, measures, variation;
  gboolean serves; /* it is said whom */
} SampleReadiness;

typedef struct
{
  const char *service;
  const char *themes;
} SampleThemes;

typedef struct
{
  const char *title;
  const char *tags;
} SampleTags;

typedef struct
{
  const char *title;
  const char *document;
  const char *location;
} SampleDocument;

/* clang-format off */
static const SampleRemit sample_remits[] = {
  { "Crisis café", "A safe evening, a listening ear, a plan for the night.", "Assessment, medication, anybody at immediate risk: the crisis team, at any hour." },
  { "Home from hospital", "The first six weeks at home: shopping, a warm house, company, forms.", "Personal care and lifting: the reablement team." },
  { "Befriending for older people", "An hour a week with the same volunteer.", "Handling money, medicines." },
  { "Social prescribing link workers", "Eight conversations over three months, introductions to local groups.", "Waiting lists of other services; urgent safeguarding goes to the practice." },
  { "Social prescribing link workers, west", "Eight conversations over three months.", NULL },
  { "Welfare advice in surgeries", "Benefits, debt, housing; representation at tribunals in the city.", "Immigration advice beyond the first level." },
  { "Hospice at home nights", "Nine hours of care, four nights a week at most.", NULL },
  { "Hospital transport scheme", "Outpatients and day treatment.", "Discharge after nine in the evening; stretchers: patient transport." },
  { "Alliance infrastructure and representation", "Secretariat, elections, seats on boards, a yearly count of the sector.", "Speaking for a single provider in a tender." },
  { "Independent advocacy", NULL, "Legal advice." },
  { "Carers’ assessment and support", "Statutory assessments on behalf of the county, support plans, a helpline.", NULL },
  { "Homeless health and housing support", "Outreach, clinics in hostels, tenancies held for twelve months.", "Deciding who has priority need: the city." },
};

static const SampleFundedRole sample_funded_roles[] = {
  { "Alliance infrastructure and representation", "infrastructure" },
  { "Volunteering and small-group support", "infrastructure" },
  { "Group development, west", "infrastructure" },
  { "Strengthening small groups", "infrastructure" },
  { "Public involvement programme", "independent_chair" },
  { "Home from hospital", "coordinator" },
  { "Social prescribing link workers, west", "coordinator" },
  { "Neighbourhood connectors", "coordinator" },
};

static const SampleReadiness sample_readiness[] = {
  { "Neighbourhood health hub, Thrushby", 0, 0, 1, FALSE },
  { "Carers’ respite weekends", 1, 1, 1, TRUE },
  { "Group development, west", 1, 1, 0, FALSE },
  { "Hospital transport scheme", 1, -1, -1, FALSE },
};

static const SampleThemes sample_themes[] = {
  { "Carers", "carers; respite" },
  { "Ageing well", "loneliness; independence" },
  { "Hospital discharge", "discharge; winter" },
  { "Advice", "income; poverty" },
  { "Mental health", "mental health; community framework" },
  { "Mental health crisis", "mental health; crisis" },
  { "Substance use", "recovery" },
  { "Social prescribing", "prevention; loneliness" },
  { "Community wellbeing", "inequalities; prevention" },
  { "Transport", "access; rural" },
  { "Infrastructure", "small groups; voice" },
  { "Participation", "voice" },
  { "Domestic abuse", "safety; housing" },
  { "Homelessness", "housing; inequalities" },
  { "End of life", "end of life" },
  { "Dementia", "dementia; carers" },
  { "Children and families", "early help" },
  { "Learning disability", "voice; independence" },
  { "Autism", "autism; early help" },
  { "Sensory impairment", "access" },
  { "Refugee health", "inequalities; access" },
  { "Food", "poverty" },
  { "Long-term conditions", "prevention; peer support" },
  { "Advocacy", "voice; safety" },
  { "Arts and health", "loneliness; wellbeing on wards" },
  { "Employment", "work; inequalities" },
  { "Bereavement", "end of life; peer support" },
};

static const SampleTags sample_tags[] = {
  { "Carers’ information and breaks", "joint review" },
  { "Welfare advice in surgeries", "joint review; visit due" },
  { "Crisis café", "visit due" },
  { "Equipment loans", "paper copy missing" },
  { "Interpreting volunteers", "paper copy missing" },
  { "Community mental health alliance", "board paper in January" },
  { "Alliance infrastructure and representation", "board paper in January; joint review" },
  { "Signing and communication support", "shares to settle" },
  { "Neighbourhood connectors", "shares to settle; paper copy missing" },
  { "Youth counselling", "shares to settle" },
};

#define FILES "https://files.northridge.example/agreements/"

static const SampleDocument sample_documents[] = {
  { "Community mental health alliance", "Contract and schedules", FILES "mental-health-alliance-2024.pdf" },
  { "Community mental health alliance", "Agreement between the partners", FILES "mental-health-alliance-partners.pdf" },
  { "Alliance infrastructure and representation", "Grant letter", FILES "vcse-alliance-2024.pdf" },
  { "Alliance infrastructure and representation", "Terms of reference of the leadership group", FILES "vcse-alliance-terms.odt" },
  { "Carers’ assessment and support", "Contract", FILES "carers-2025.pdf" },
  { "Carers’ assessment and support", "Monitoring form, quarterly", FILES "carers-monitoring.ods" },
  { "Drug and alcohol recovery service", "Contract, variation 1", FILES "recovery-variation-1.pdf" },
  { "Homeless health and housing support", "Award report", FILES "homeless-health-2026-award.pdf" },
  { "Hospice in-patient beds", "Contract", FILES "hospice-beds-2024.pdf" },
  { "Welfare advice in surgeries", "Grant letter 2026/27", FILES "welfare-advice-2026.pdf" },
  { "Home from hospital", "Service level agreement 2026/27", "S:\\Ageing well\\Discharge\\SLA 2026-27 final v3.docx" },
  { "Crisis café", "Letter of award", "S:\\Mental health\\Crisis\\cafe letter.pdf" },
  { "Young carers’ clubs", "Letter of award", FILES "young-carers-2026.pdf" },
  { "Memory café", "Application as received", "S:\\Grants\\small\\memory cafe 2026.pdf" },
  { "Public involvement programme", "Specification", FILES "involvement-specification.pdf" },
  { "Supported living, learning disability", "Contract", FILES "supported-living-2022.pdf" },
};
/* clang-format on */
