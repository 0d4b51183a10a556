import { describe, expect, it } from '@jest/globals';
import { belongsTo } from './current-session.js';
import { MENU } from './menu.js';

const entries = MENU.flatMap((area) => area.entries);
const seenBy = (...roles: string[]) =>
  entries.filter(({ audience }) => belongsTo(audience, new Set(roles))).map(({ href }) => href);

describe('the menu', () => {
  it('offers the clerk of a unit drafting and no import', () => {
    expect(seenBy('clerk')).toEqual(expect.arrayContaining(['/desk', '/proposals/new', '/ledger']));
    expect(seenBy('clerk')).not.toContain('/imports');
  });

  it('offers the section the import and no drafting', () => {
    expect(seenBy('reviewer')).toEqual(expect.arrayContaining(['/desk', '/imports']));
    expect(seenBy('reviewer')).not.toContain('/proposals/new');
  });

  it('offers the establishment office its reviews, and nobody else', () => {
    const reviews = '/desk?tab=all&kind=headcount_reviews';
    expect(seenBy('establishment')).toContain(reviews);
    expect(seenBy('discipline')).not.toContain(reviews);
  });

  it('offers administrators no business pages', () => {
    for (const role of ['sysadmin', 'secadmin', 'auditadmin']) {
      expect(seenBy(role)).not.toEqual(expect.arrayContaining(['/desk']));
      expect(seenBy(role)).not.toEqual(expect.arrayContaining(['/ledger']));
    }
  });

  it('names each page once', () => {
    const addresses = entries.map(({ href }) => href);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
