#!/bin/sh
# Run once by the image of PostgreSQL in a new data directory: makes the two roles and the database.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner STOA_DATABASE_OWNER_USER
\getenv owner_password STOA_DATABASE_OWNER_PASSWORD
\getenv application STOA_DATABASE_USER
\getenv application_password STOA_DATABASE_PASSWORD
\set database stoa
\i /stoa/roles.sql
SQL
