import type { QueryRunner } from 'typeorm';

/** What the role of the requests may do to whole tables, which is what that of the jobs may do as well. */
const RIGHTS = `
  SELECT format('GRANT %s ON %s TO %I', string_agg(given.privilege_type, ', '), c.oid::regclass, $2::text) AS statement
  FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) given
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND given.grantee = (SELECT oid FROM pg_roles WHERE rolname = $1)
  GROUP BY c.oid`;

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
