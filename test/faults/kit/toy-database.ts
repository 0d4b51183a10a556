import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/index.js';
import type { Caller } from '../../../src/engine/index.js';

/** One unit with a neighbour, three people, a stock of five, and the toy workflow's table. */
export async function createToyDatabase(poolSize = 10): Promise<TestDatabase> {
  const database = await createTestDatabase({ poolSize });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(SCHEMA);
  } finally {
    await owner.end();
  }
  return database;
}

const SCHEMA = `
  INSERT INTO unit (code, name, kind, path) VALUES ('U1', '甲县', 'county-level-area', '1'), ('U2', '乙县', 'county-level-area', '2');
  INSERT INTO app_user (username, display_name, password_hash)
  VALUES ('clerk', '经办甲', '-'), ('chief', '科长乙', '-'), ('deputy', '部长丙', '-');
  CREATE TABLE toy_request (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id bigint NOT NULL REFERENCES unit,
    state jsonb NOT NULL,
    state_path text NOT NULL,
    context jsonb NOT NULL,
    version int NOT NULL CHECK (version > 0),
    machine_revision int NOT NULL,
    done boolean NOT NULL DEFAULT false,
    created_by bigint REFERENCES app_user,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    create_command_id text NOT NULL,
    title text NOT NULL,
    UNIQUE (created_by, create_command_id)
  );
  CREATE UNIQUE INDEX toy_request_one_title ON toy_request (title) WHERE done;
  CREATE TABLE toy_stock (left_count int NOT NULL CONSTRAINT toy_stock_left_check CHECK (left_count >= 0));
  INSERT INTO toy_stock VALUES (5);
`;

const person = (userId: number, displayName: string, ...grants: Caller['grants']): Caller => ({
  userId,
  displayName,
  grants,
});

export const clerk = person(1, '经办甲', { role: 'clerk', unitPath: '1' });
export const chief = person(2, '科长乙', { role: 'chief', unitPath: '' });
/** A clerk elsewhere: here the case does not exist for this person. */
export const stranger = person(3, '部长丙', { role: 'clerk', unitPath: '2' });
