-- Schema version 4: why an agreement ended early, what was decided, and where to look for what is seldom recorded.

ALTER TABLE agreement ADD COLUMN ended_reason TEXT; -- Why it ends early
ALTER TABLE agreement ADD COLUMN decision TEXT; -- Decision

-- Agreements of which more is recorded than large registers hold; the facts ask no others for it (load-facts-seldom.c).
CREATE INDEX agreement_seldom ON agreement (id) WHERE coalesce (
one_off, signed, predecessor, lead_agreement, funder_notice, funder_without_cause, provider_notice, renewal_notice,
lead_time, renewal_status, decided, full_cost, other_funding, payment_profile, funded_role, tightness,
specification_agreed, measures_agreed, variation_agreed, communities, bid_cost, monitoring_cost, posts, key_person,
key_cover, price_index) IS NOT NULL;
