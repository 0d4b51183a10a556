import type { OperationExample } from './examples.js';

/** A department of the sample city that lacks its one young cadre, and has a vacancy for one. */
const UNIT = 'Q06-B02';
const TEAM = 'Q06-B02-T';
const VACANT_POST = 'Q06-B02-P05';
/** Two of its own people without a leading post: one young enough for the task, one long past it. */
const YOUNG_CADRE = 'G004540';
const OLDER_CADRE = 'G004043';

const FIRST_PROPOSAL = { id: 1 };
const promote = (cadre: string): object => ({ cadre, appointTo: VACANT_POST, kind: 'promote' });

/**
 * Examples of the directory, the gate and the workflows: sent in this order by the sample's clerk (workbooks by the
 * reviewer) to a fresh sample city, each of them works.
 *
 * @param today day on which the document is read
 */
export function caseExamples(today: string): Readonly<Record<string, OperationExample>> {
  return {
    'GET /api/v1/workflows/{name}/revisions/{revision}': { path: { name: 'proposal', revision: 1 } },
    'GET /api/v1/units': { query: { limit: 20 } },
    'GET /api/v1/units/{code}': { path: { code: UNIT } },
    'GET /api/v1/teams': { query: { unit: UNIT, limit: 20 } },
    'GET /api/v1/teams/{code}': { path: { code: TEAM } },
    'GET /api/v1/cadres': { query: { unit: UNIT, limit: 20 } },
    'GET /api/v1/cadres/{code}': { path: { code: YOUNG_CADRE } },
    'GET /api/v1/staffing': { query: { asOf: today, unit: UNIT, level: 'A', limit: 20 } },
    'GET /api/v1/staffing/headline': { query: { asOf: today, task: 'COUNTY_DEPT_TEAM' } },
    'GET /api/v1/reports/situation': { query: { asOf: today, task: 'COUNTY_DEPT_TEAM' } },
    'GET /api/v1/reports/situation/trend': { query: { task: 'COUNTY_DEPT_TEAM' } },
    'GET /api/v1/reports/situation/leavers': { query: { unit: UNIT, limit: 20 } },
    'POST /api/v1/gate/preview': { body: { unit: UNIT, decisionDate: today, items: [promote(OLDER_CADRE)] } },
    'POST /api/v1/proposals': {
      body: {
        unit: UNIT,
        title: '关于配备领导班子副职的动议',
        reason: '班子副职空缺一名，工作需要。',
        items: [{ ...promote(YOUNG_CADRE), mode: 'probation' }],
        commandId: 'example-create-1',
      },
    },
    'GET /api/v1/proposals': { query: { state: 'draft', unit: UNIT, mine: true, limit: 20 } },
    'GET /api/v1/proposals/{id}': { path: FIRST_PROPOSAL },
    'GET /api/v1/proposals/{id}/actions': { path: FIRST_PROPOSAL },
    'POST /api/v1/proposals/{id}/events': {
      path: FIRST_PROPOSAL,
      body: { type: 'SUBMIT', payload: {}, commandId: 'example-submit-1', expectedVersion: 1 },
    },
    'GET /api/v1/proposals/{id}/history': { path: FIRST_PROPOSAL, query: { after: 0, limit: 50 } },
    'GET /api/v1/proposals/{id}/deadlines': { path: FIRST_PROPOSAL },
    'GET /api/v1/proposals/{id}/suggestions': { path: FIRST_PROPOSAL },
    'POST /api/v1/proposals/{id}/comments': {
      path: FIRST_PROPOSAL,
      body: { body: '请补充会议纪要。', commandId: 'example-comment-1' },
    },
    'GET /api/v1/proposals/{id}/comments': { path: FIRST_PROPOSAL },
    'GET /api/v1/filings': { query: { done: false, limit: 20 } },
    'GET /api/v1/meetings': { query: { done: false, limit: 20 } },
    'GET /api/v1/meetings/arrangeable': { query: { unit: UNIT } },
    'GET /api/v1/exports/workbook': { query: { asOf: today } },
    'POST /api/v1/imports': { query: { dryRun: true } },
  };
}
