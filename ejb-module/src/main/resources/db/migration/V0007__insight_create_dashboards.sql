-- Dashboards. What one shows is a document: template, page, widgets with their queries.
CREATE TABLE insight_dashboard (
  id         uuid        PRIMARY KEY,
  org_id     uuid        NOT NULL,
  owner      uuid        NOT NULL,
  template   text,
  definition jsonb       NOT NULL,
  created_at timestamptz NOT NULL,
  mapped_at  timestamptz NOT NULL,
  version    bigint      NOT NULL DEFAULT 0,
  -- A template makes one dashboard for an owner, however often it is asked.
  CONSTRAINT insight_dashboard_once UNIQUE (org_id, owner, template)
);
