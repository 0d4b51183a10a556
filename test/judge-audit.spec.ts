import { describe, expect, it } from '@jest/globals';
import { judgeAudit } from '../scripts/judge-audit.mjs';

const answer = (vulnerabilities: object): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

describe('the dependency audit', () => {
  it('fails for grave advisories alone, and names them', () => {
    const mild = { name: 'mild', severity: 'moderate' };
    expect(judgeAudit(answer({ mild }))).toMatchObject({
      fails: false,
      sentence: 'dependency audit: 1 known, 0 of them grave',
    });
    const judged = judgeAudit(answer({ mild, bad: { name: 'bad', severity: 'high' } }));
    expect(judged.fails).toBe(true);
    expect(judged.sentence).toContain('bad (high)');
    expect(judgeAudit(answer({}))).toMatchObject({ fails: false });
  });

  it('says so where the registry has no advisories, and trusts no other answer', () => {
    expect(judgeAudit('{"statusCode": 405, "message": "Method Not Allowed"}')).toEqual({
      fails: false,
      sentence: 'dependency audit: advisories not available here (405)',
    });
    expect(judgeAudit('{"statusCode": 500}').fails).toBe(true);
    expect(judgeAudit('').fails).toBe(true);
    expect(judgeAudit('{}').fails).toBe(true);
  });
});
