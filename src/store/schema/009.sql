-- Schema version 9: where to look for the days on which agreements are to be reviewed; few have one.

CREATE INDEX agreement_review_day ON agreement (id, review_day) WHERE review_day IS NOT NULL;
