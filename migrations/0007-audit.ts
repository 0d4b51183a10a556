import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit: one row for every act, in monthly partitions, and the seals that chain the rows. Nobody changes or removes
 * either; the role that requests run as may add and read. A month without a partition fails the act instead of
 * collecting its rows elsewhere.
 */
export class Audit1760000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(MONTHS);
    await db.query(RIGHTS);
    await db.query(`SELECT audit_prepare_months(3)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = `
  CREATE SEQUENCE audit_record_number;
  CREATE TABLE audit_record (
    id bigint NOT NULL DEFAULT nextval('audit_record_number'),
    at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    -- Finds what was committed since the last seal; no part of the evidence.
    tx bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    actor_id bigint,
    role text,
    unit_path text,
    on_behalf_of bigint,
    address inet,
    terminal text,
    event text NOT NULL,
    object_type text NOT NULL,
    object_id text,
    action text NOT NULL,
    result text NOT NULL,
    before_digest bytea,
    after_digest bytea,
    request_id text,
    PRIMARY KEY (at, id)
  ) PARTITION BY RANGE (at);
  ALTER SEQUENCE audit_record_number OWNED BY audit_record.id;
  CREATE INDEX audit_record_tx ON audit_record USING brin (tx) WITH (pages_per_range = 16, autosummarize = on);
  CREATE INDEX audit_record_actor ON audit_record (actor_id, at, id);
  CREATE INDEX audit_record_object ON audit_record (object_type, object_id, at, id);
  CREATE TRIGGER audit_record_is_history BEFORE UPDATE OR DELETE ON audit_record
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_record_is_kept BEFORE TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- Seals outlive the records: they name nobody, and the chain can be followed from its first day.
  CREATE TABLE audit_seal (
    seq bigint PRIMARY KEY CHECK (seq > 0),
    record_id bigint NOT NULL UNIQUE,
    record_at timestamptz(3) NOT NULL,
    previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    -- Every record of an earlier transaction is sealed by now.
    horizon bigint NOT NULL,
    sealed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
  );
  CREATE TRIGGER audit_seal_is_history BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_seal_is_kept BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- Months whose records were removed when their time was over: the verification expects those, and only those, gone.
  CREATE TABLE audit_removed_month (
    month date PRIMARY KEY CHECK (month = date_trunc('month', month)),
    keep_months int NOT NULL CHECK (keep_months >= 6),
    removed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
  );
  CREATE TRIGGER audit_removed_month_is_history BEFORE UPDATE OR DELETE ON audit_removed_month
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_removed_month_is_kept BEFORE TRUNCATE ON audit_removed_month
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

// Months are calendar months in UTC. The role that requests run as reaches records through audit_record alone: default
// privileges on a new partition are taken back, or it could be changed by its own name.
const MONTHS = `
  CREATE FUNCTION audit_month_table(month date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT 'audit_record_' || to_char(month, 'YYYY_MM') $$;

  CREATE FUNCTION audit_add_month(month date) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      first date := date_trunc('month', month);
      name text := audit_month_table(first);
      other regrole;
    BEGIN
      IF to_regclass(format('public.%I', name)) IS NOT NULL THEN RETURN; END IF;
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit_record FOR VALUES FROM (%L) TO (%L)', name,
        first || ' 00:00:00+00', (first + interval '1 month')::date || ' 00:00:00+00');
      EXECUTE format('CREATE TRIGGER audit_record_is_kept BEFORE TRUNCATE ON public.%I
        FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()', name);
      FOR other IN SELECT DISTINCT acl.grantee::regrole FROM pg_class c, aclexplode(c.relacl) acl
        WHERE c.oid = to_regclass(format('public.%I', name)) AND acl.grantee NOT IN (0, c.relowner)
      LOOP EXECUTE format('REVOKE ALL ON public.%I FROM %s', name, other); END LOOP;
    END $$;

  -- Called at every start and once a day; one caller at a time.
  CREATE FUNCTION audit_prepare_months(ahead int) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF ahead NOT BETWEEN 0 AND 24 THEN RAISE EXCEPTION 'months ahead must be 0 to 24'; END IF;
      PERFORM pg_advisory_xact_lock(7146021);
      PERFORM audit_add_month((date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n))::date)
        FROM generate_series(0, ahead) n;
    END $$;

  -- Removes whole months that ended more than keep_months ago. Six months are the law's: nobody may ask for less.
  CREATE FUNCTION audit_remove_months(keep_months int) RETURNS SETOF date LANGUAGE plpgsql AS $$
    DECLARE
      cut timestamp := date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => keep_months);
      month date;
    BEGIN
      IF keep_months IS NULL OR keep_months < 6 THEN RAISE EXCEPTION 'audit records are kept for at least 6 months'; END IF;
      FOR month IN
        SELECT to_date(right(c.relname, 7), 'YYYY_MM') FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'audit_record'::regclass ORDER BY 1
      LOOP
        IF month + interval '1 month' > cut THEN EXIT; END IF;
        EXECUTE format('DROP TABLE public.%I', audit_month_table(month));
        INSERT INTO audit_removed_month (month, keep_months) VALUES (month, audit_remove_months.keep_months);
        RETURN NEXT month;
      END LOOP;
    END $$;

  REVOKE EXECUTE ON FUNCTION audit_add_month(date), audit_prepare_months(int), audit_remove_months(int) FROM PUBLIC;
`;

// Time, number and transaction of a record are the database's to say. Where requests run as the owner, the triggers stand
// alone.
const RIGHTS = `
  DO $$ DECLARE other regrole;
  BEGIN
    FOR other IN SELECT DISTINCT acl.grantee::regrole FROM pg_class c, aclexplode(c.relacl) acl
      WHERE c.oid = 'audit_record'::regclass AND acl.grantee NOT IN (0, c.relowner)
    LOOP
      EXECUTE format('REVOKE ALL ON audit_record, audit_seal, audit_removed_month FROM %s', other);
      EXECUTE format('GRANT SELECT ON audit_record, audit_seal, audit_removed_month TO %s', other);
      EXECUTE format('GRANT INSERT (actor_id, role, unit_path, on_behalf_of, address, terminal, event, object_type,
        object_id, action, result, before_digest, after_digest, request_id) ON audit_record TO %s', other);
      EXECUTE format('GRANT INSERT (seq, record_id, record_at, previous_hash, hash, horizon) ON audit_seal TO %s', other);
      EXECUTE format('GRANT EXECUTE ON FUNCTION audit_prepare_months(int) TO %s', other);
    END LOOP;
  END $$;
`;
