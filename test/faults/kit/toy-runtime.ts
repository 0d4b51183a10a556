import { z } from 'zod';
import type { JsonObject } from '../../../machines/kernel/index.js';
import { mapConstraint, type OutboxMessage, type WorkflowRuntime } from '../../../src/engine/index.js';
import { toyDefinition } from './toy-request.js';

mapConstraint('toy_stock_left_check', () => ({ code: 'STOCK_TAKEN', params: {} }));
mapConstraint('toy_request_one_title', (key) => ({ code: 'TITLE_TAKEN', params: { title: key['title'] ?? '' } }));

const title = z.strictObject({ title: z.string().min(1) });
const nothing = z.strictObject({});

export interface ToyHandlers {
  /** Called in the transaction, after the stock was taken. */
  afterTaking?: () => void;
  tellNeighbour?: (message: OutboxMessage) => Promise<void>;
  announce?: (message: OutboxMessage) => Promise<void>;
  revision?: number;
}

const silent = (): Promise<void> => Promise.resolve();

export function toyRuntime({ afterTaking, tellNeighbour, announce, revision }: ToyHandlers = {}): WorkflowRuntime {
  return {
    definition: toyDefinition(revision),
    payloads: {
      CREATE: title,
      EDIT: title,
      SUBMIT: nothing,
      WITHDRAW: nothing,
      APPROVE: nothing,
      SIGNAL: nothing,
    },
    loadFacts: async ({ tx, command }): Promise<JsonObject> => {
      if (command.type !== 'APPROVE') return {};
      const { rows } = await tx.query<{ left: number }>(
        'toy-stock',
        'SELECT left_count AS left FROM toy_stock FOR UPDATE',
      );
      return { left: rows[0]?.left ?? 0 };
    },
    effects: {
      takeFromStock: {
        when: 'in-transaction',
        run: async (tx) => {
          await tx.query('toy-take', 'UPDATE toy_stock SET left_count = left_count - 1');
          afterTaking?.();
        },
      },
      tellNeighbour: { when: 'after-commit', run: tellNeighbour ?? silent },
      announce: { when: 'after-commit', run: announce ?? silent },
    },
    ownColumns: ({ title: given }) => ({ title: given ?? null }),
  };
}
