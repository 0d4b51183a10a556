import { Client } from 'pg';
import { connectionUrl, type Credentials, DATABASE_NAME, ROLE_NAMES } from './credentials.js';

/** Makes the three working roles and the database where they are missing; safe to repeat. */
export async function provision(credentials: Credentials, port: number): Promise<void> {
  const client = new Client({ connectionString: connectionUrl(credentials, port, 'superuser', 'postgres') });
  await client.connect();
  try {
    await ensureRole(client, ROLE_NAMES.owner, credentials.owner, 'NOCREATEDB');
    await ensureRole(client, ROLE_NAMES.app, credentials.app, 'NOCREATEDB');
    await ensureRole(client, ROLE_NAMES.worker, credentials.worker, 'NOCREATEDB');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME} OWNER ${ROLE_NAMES.owner}`);
    await client.query(`REVOKE CONNECT ON DATABASE ${DATABASE_NAME} FROM PUBLIC`);
    await client.query(
      `GRANT CONNECT ON DATABASE ${DATABASE_NAME} TO ${ROLE_NAMES.owner}, ${ROLE_NAMES.app}, ${ROLE_NAMES.worker}`,
    );
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, name: string, password: string, rights: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  const attributes = `LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS ${rights}`;
  await client.query(`${verb} ROLE ${name} ${attributes} PASSWORD ${client.escapeLiteral(password)}`);
}
