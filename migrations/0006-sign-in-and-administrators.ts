import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Three administrators who exclude one another, and all the ways to prove who one is. */
export class SignInAndAdministrators1760000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ADMINISTRATORS);
    await db.query(PASSWORDS_AND_SESSIONS);
    await db.query(SECOND_FACTORS);
    await db.query(EXTERNAL_IDENTITIES);
    await db.query(RATE_LIMITS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

// 'admin' is the first version's name for sysadmin: the same duty. An administrator's role reaches no unit.
const ADMINISTRATORS = `
  ALTER TABLE role_grant
    DROP CONSTRAINT role_grant_role_check,
    ADD CONSTRAINT role_grant_role_check CHECK (role IN
      ('clerk','leader','reviewer','chief','deputy','head','admin','sysadmin','secadmin','auditadmin')),
    -- 'external' grants follow the groups that an identity provider tells, 'local' ones a security administrator.
    ADD COLUMN source text NOT NULL DEFAULT 'local' CHECK (source IN ('local','external')),
    ADD COLUMN duty text NOT NULL GENERATED ALWAYS AS (CASE
      WHEN role IN ('admin','sysadmin') THEN 'system'
      WHEN role = 'secadmin' THEN 'security'
      WHEN role = 'auditadmin' THEN 'audit'
      ELSE 'business' END) STORED;
  UPDATE role_grant SET unit_id = NULL WHERE duty <> 'business';
  ALTER TABLE role_grant
    ADD CONSTRAINT role_grant_administrator_reaches_no_unit CHECK (duty = 'business' OR unit_id IS NULL),
    ADD CONSTRAINT role_grant_one_duty
      EXCLUDE USING gist (user_id WITH =, duty WITH <>, daterange(starts_on, ends_on) WITH &&);`;

const PASSWORDS_AND_SESSIONS = `
  ALTER TABLE app_user
    -- NULL: this person signs in through an identity provider alone.
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN password_set_at timestamptz NOT NULL DEFAULT now(),
    -- Chosen by somebody else: to be changed at the first sign-in.
    ADD COLUMN password_is_initial boolean NOT NULL DEFAULT false,
    ADD COLUMN has_second_factor boolean NOT NULL DEFAULT false;

  CREATE TABLE password_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES app_user,
    password_hash text NOT NULL
  );
  CREATE INDEX password_history_user ON password_history (user_id, id DESC);

  ALTER TABLE session
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    ADD COLUMN terminal text,
    -- What is still asked for before the session may be used.
    ADD COLUMN due text[] NOT NULL DEFAULT '{}' CHECK (due <@ '{second-factor,password}'),
    -- The passkey challenge last handed out; it serves once.
    ADD COLUMN challenge text,
    ADD COLUMN challenge_ends_at timestamptz,
    ADD CHECK ((challenge IS NULL) = (challenge_ends_at IS NULL));`;

const SECOND_FACTORS = `
  CREATE TABLE totp_secret (
    user_id bigint PRIMARY KEY REFERENCES app_user,
    -- Encrypted by the product.
    secret bytea NOT NULL,
    -- NULL until the first code was right.
    confirmed_at timestamptz,
    -- A code of this or an earlier time step has been used.
    last_step bigint NOT NULL DEFAULT 0
  );
  CREATE TABLE recovery_code (
    user_id bigint NOT NULL REFERENCES app_user,
    code_hash bytea NOT NULL,
    PRIMARY KEY (user_id, code_hash)
  );
  CREATE TABLE passkey (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES app_user,
    credential_id text NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 40),
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz
  );
  CREATE INDEX passkey_user ON passkey (user_id);`;

const EXTERNAL_IDENTITIES = `
  CREATE TABLE external_identity (
    -- The issuer's address, the CAS server's address, or 'gateway'.
    provider text NOT NULL,
    subject text NOT NULL,
    user_id bigint NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (provider, subject)
  );
  CREATE INDEX external_identity_user ON external_identity (user_id);`;

// Counted on every node; lost in a crash, when nothing depends on it any more.
const RATE_LIMITS = `
  CREATE UNLOGGED TABLE rate_window (
    key text PRIMARY KEY,
    hits int NOT NULL,
    ends_at timestamptz NOT NULL
  ) WITH (fillfactor = 50);
  CREATE INDEX rate_window_ends ON rate_window (ends_at);`;
