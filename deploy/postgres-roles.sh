#!/bin/bash
# Run once by the PostgreSQL image, in a new and empty database folder: the three roles of docs/decisions/0012 and the database.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v worker="$WORKER_PASSWORD" <<'SQL'
CREATE ROLE qingpei_owner LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOCREATEDB PASSWORD :'owner';
CREATE ROLE qingpei_app LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOCREATEDB PASSWORD :'app';
CREATE ROLE qingpei_worker LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOCREATEDB PASSWORD :'worker';
CREATE DATABASE qingpei OWNER qingpei_owner ENCODING 'UTF8' LOCALE_PROVIDER 'builtin' BUILTIN_LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE qingpei FROM PUBLIC;
GRANT CONNECT ON DATABASE qingpei TO qingpei_owner, qingpei_app, qingpei_worker;
SQL
