-- Organisations, people, what they may do, and the sessions that their tokens belong to.
-- People are global, so that one person can work for two organisations; memberships and sessions
-- belong to an organisation.
CREATE TABLE identity_organisation (
  id         uuid        PRIMARY KEY,
  name       text        NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX identity_organisation_name ON identity_organisation (lower(name));

CREATE TABLE identity_person (
  id            uuid        PRIMARY KEY,
  email         text        NOT NULL UNIQUE CHECK (email = lower(email)),
  name          text        NOT NULL,
  password_hash text        NOT NULL,
  created_at    timestamptz NOT NULL
);

CREATE TABLE identity_role (
  name        text PRIMARY KEY,
  description text NOT NULL
);

CREATE TABLE identity_role_permission (
  role    text NOT NULL REFERENCES identity_role,
  pattern text NOT NULL,
  PRIMARY KEY (role, pattern)
);

INSERT INTO identity_role (name, description) VALUES
  ('PLATFORM', 'Adds organisations to this installation.'),
  ('ADMINISTRATOR', 'Does everything within the organisation.'),
  ('EDITOR', 'Creates studies, loads data, builds dashboards.'),
  ('VIEWER', 'Reads everything, changes nothing.');

INSERT INTO identity_role_permission (role, pattern) VALUES
  ('PLATFORM', 'platform.*'),
  ('ADMINISTRATOR', '*'),
  ('EDITOR', 'study.*'),
  ('EDITOR', 'data.*'),
  ('EDITOR', 'insight.*'),
  ('EDITOR', 'files.*'),
  ('EDITOR', 'work.*'),
  ('VIEWER', '*.read');

CREATE TABLE identity_membership (
  org_id      uuid        NOT NULL REFERENCES identity_organisation,
  person_id   uuid        NOT NULL REFERENCES identity_person,
  created_at  timestamptz NOT NULL,
  disabled_at timestamptz,
  PRIMARY KEY (org_id, person_id)
);
CREATE INDEX identity_membership_person ON identity_membership (person_id, created_at);

CREATE TABLE identity_membership_role (
  org_id    uuid NOT NULL,
  person_id uuid NOT NULL,
  role      text NOT NULL REFERENCES identity_role,
  PRIMARY KEY (org_id, person_id, role),
  FOREIGN KEY (org_id, person_id) REFERENCES identity_membership
);

-- One signing-in for tokens. Every access and refresh token that follows from it names it, so that
-- ending the one row ends them all.
CREATE TABLE identity_session (
  id         uuid        PRIMARY KEY,
  org_id     uuid        NOT NULL,
  person_id  uuid        NOT NULL,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at   timestamptz,
  ended_why  text CHECK (ended_why IN ('REVOKED', 'REUSED')),
  FOREIGN KEY (org_id, person_id) REFERENCES identity_membership,
  CHECK ((ended_at IS NULL) = (ended_why IS NULL))
);
CREATE INDEX identity_session_person ON identity_session (person_id, started_at);

-- Only the SHA-256 of a refresh token is kept. A used one stays, so that a second use is noticed.
CREATE TABLE identity_refresh_token (
  hash       text        PRIMARY KEY,
  session_id uuid        NOT NULL REFERENCES identity_session,
  issued_at  timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX identity_refresh_token_session ON identity_refresh_token (session_id);

-- Failed sign-ins by the SHA-256 of the e-mail address, whether or not such a person exists, so
-- that a lock does not tell who has an account.
CREATE TABLE identity_failed_sign_in (
  email_hash   text        PRIMARY KEY,
  failures     integer     NOT NULL CHECK (failures > 0),
  last_at      timestamptz NOT NULL,
  locked_until timestamptz NOT NULL
);
CREATE INDEX identity_failed_sign_in_last ON identity_failed_sign_in (last_at);
