#pragma once

#include "catalogue/field.h"

G_BEGIN_DECLS

/* The definitions, in records-*.c by what they are about, and how they are written down. */

#define REQUIRED TENURE_FIELD_REQUIRED
#define SEARCHED TENURE_FIELD_SEARCHED
#define COLUMN TENURE_FIELD_COLUMN
#define FACET TENURE_FIELD_FACET
#define PARENT TENURE_FIELD_PARENT
#define CORE TENURE_FIELD_CORE
#define FIXED TENURE_FIELD_FIXED
#define INHERITED TENURE_FIELD_INHERITED
#define FILTER TENURE_FIELD_FILTER
#define BEFORE_START TENURE_FIELD_BEFORE_START
#define BELOW_ZERO TENURE_FIELD_BELOW_ZERO
#define IN_VIEW TENURE_FIELD_IN_VIEW

#define PERSONAL .privacy = TENURE_PRIVACY_PERSONAL
#define COMMERCIAL .privacy = TENURE_PRIVACY_COMMERCIAL

#define TENURE_RECORD_DEF(TYPE, TABLE, LABEL, PLURAL, TITLE, PARENT_TYPE, FIELDS)                                           \
  {                                                                                                                         \
    .type = TYPE, .table = TABLE, .label = LABEL, .label_plural = PLURAL, .title_field = TITLE, .parent = PARENT_TYPE,      \
    .fields = FIELDS, .n_fields = G_N_ELEMENTS (FIELDS)                                                                     \
  }

/* A child that is edited in its parent's form; @ASIDE: most parents have none. */
#define TENURE_CHILD_DEF(TYPE, TABLE, LABEL, PLURAL, TITLE, PARENT_TYPE, FIELDS, ADD, NEW, ASIDE)                           \
  {                                                                                                                         \
    .type = TYPE, .table = TABLE, .label = LABEL, .label_plural = PLURAL, .title_field = TITLE, .parent = PARENT_TYPE,      \
    .add_label = ADD, .new_label = NEW, .aside = ASIDE, .fields = FIELDS, .n_fields = G_N_ELEMENTS (FIELDS)                 \
  }

/* The same of one that every parent has: without any it is incomplete. */
#define TENURE_CORE_CHILD_DEF(TYPE, TABLE, LABEL, PLURAL, TITLE, PARENT_TYPE, FIELDS, ADD, NEW)                             \
  {                                                                                                                         \
    .type = TYPE, .table = TABLE, .label = LABEL, .label_plural = PLURAL, .title_field = TITLE, .parent = PARENT_TYPE,      \
    .add_label = ADD, .new_label = NEW, .core = TRUE, .fields = FIELDS, .n_fields = G_N_ELEMENTS (FIELDS)                   \
  }

extern const TenureRecordDef tenure_portfolio_def;
extern const TenureRecordDef tenure_organisation_def;
extern const TenureRecordDef tenure_identifier_def;
extern const TenureRecordDef tenure_person_def;
extern const TenureRecordDef tenure_agreement_def;
extern const TenureRecordDef tenure_funder_def;
extern const TenureRecordDef tenure_extension_def;
extern const TenureRecordDef tenure_membership_def;
extern const TenureRecordDef tenure_payment_def;
extern const TenureRecordDef tenure_board_def;
extern const TenureRecordDef tenure_seat_def;
extern const TenureRecordDef tenure_appointment_def;
extern const TenureRecordDef tenure_meeting_def;
extern const TenureRecordDef tenure_attendance_def;
extern const TenureRecordDef tenure_exemption_def;
extern const TenureRecordDef tenure_usual_terms_def;
extern const TenureRecordDef tenure_variation_def;
extern const TenureRecordDef tenure_uplift_def;
extern const TenureRecordDef tenure_cost_line_def;
extern const TenureRecordDef tenure_instalment_def;
extern const TenureRecordDef tenure_outcome_def;
extern const TenureRecordDef tenure_referrals_def;
extern const TenureRecordDef tenure_document_link_def;
extern const TenureRecordDef tenure_former_name_def;
extern const TenureRecordDef tenure_accounts_def;
extern const TenureRecordDef tenure_other_income_def;
extern const TenureRecordDef tenure_contact_def;
extern const TenureRecordDef tenure_price_index_def;
extern const TenureRecordDef tenure_index_rate_def;
extern const TenureRecordDef tenure_snooze_def;
extern const TenureRecordDef tenure_saved_view_def;
extern const TenureRecordDef tenure_rule_setting_def;
extern const TenureRecordDef tenure_scenario_def;
extern const TenureRecordDef tenure_scenario_change_def;
extern const TenureRecordDef tenure_scenario_agreement_def;
extern const TenureRecordDef tenure_budget_def;
extern const TenureRecordDef tenure_allocation_def;
extern const TenureRecordDef tenure_closing_def;
extern const TenureRecordDef tenure_pay_rate_def;
extern const TenureRecordDef tenure_participation_def;
extern const TenureRecordDef tenure_claim_def;

/* Kinds of agreement: of agreements, and of the usual terms for them. */
extern const TenureChoice tenure_agreement_kinds[];

/* As what somebody is paid for taking part, and by whom: of what took place, and of appointments for what will. */
extern const TenureChoice tenure_payees[];
extern const TenureChoice tenure_payers[];

G_END_DECLS
