import type { QueryRunner } from 'typeorm';

/** What the role of the requests may do, to tables, to single columns, with functions: that of the jobs may as well. */
const RIGHTS = `
  WITH app AS (SELECT oid FROM pg_roles WHERE rolname = $1), given AS (
    SELECT acl.privilege_type || ' ON ' || c.oid::regclass AS what
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) acl JOIN app ON app.oid = acl.grantee
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    UNION ALL
    SELECT format('%s (%I) ON %s', acl.privilege_type, a.attname, a.attrelid::regclass)
    FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) acl JOIN app ON app.oid = acl.grantee
    UNION ALL
    SELECT acl.privilege_type || ' ON SEQUENCE ' || c.oid::regclass
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) acl JOIN app ON app.oid = acl.grantee
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'
    UNION ALL
    SELECT acl.privilege_type || ' ON FUNCTION ' || p.oid::regprocedure
    FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) acl JOIN app ON app.oid = acl.grantee
    WHERE p.pronamespace = 'public'::regnamespace
  )
  SELECT format('GRANT %s TO %I', what, $2::text) AS statement FROM given`;

const POLICIES = `
  SELECT format('CREATE POLICY jobs ON %s TO %I USING (true)', c.oid::regclass, $1::text) AS statement
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
    AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'jobs')`;

/**
 * Lets the role that jobs run as do to tables what requests may, and to the rows of every unit. Done after every
 * migration, so that it holds for tables that have come since, and in an installation older than the role.
 */
export async function admitWorker(
  runner: QueryRunner,
  { app, worker }: { app: string; worker: string },
): Promise<void> {
  if (worker === app) return;
  const statements = [
    ...((await runner.query(`SELECT format('GRANT USAGE ON SCHEMA public TO %I', $1::text) AS statement`, [
      worker,
    ])) as []),
    ...((await runner.query(RIGHTS, [app, worker])) as []),
    ...((await runner.query(POLICIES, [worker])) as []),
  ] as { statement: string }[];
  for (const { statement } of statements) await runner.query(statement);
}
