import { describe, expect, it } from '@jest/globals';
import { ROLE_LABELS as OF_THE_LAW } from '../../../machines/kernel/index.js';
import { ROLE_LABELS } from './role-labels.js';

describe('what roles are called', () => {
  it('is what the law calls them, written out here for the English', () => {
    expect(ROLE_LABELS).toEqual(OF_THE_LAW);
  });
});
