import {
  anAdviceLine,
  HARBOUR,
  type AdviceLine,
} from '../testing/anAdviceLine';
import { aQuery, TRIAGE } from '../testing/aQuery';

let line: AdviceLine;
beforeEach(async () => {
  line = await anAdviceLine();
});
afterEach(() => line.destroy());

const asked = () =>
  aQuery(line, { askedBy: null, question: { aboutService: 'Harbour' } });

const mayTriage = async (name: 'senior' | 'manager', id: string) => {
  const { body } = await line.send(name, 'get', `/queries/${id}`);
  return body.allowedActions.includes('triage');
};

describe('who triages', () => {
  test('a senior IMSA does not, where a coordinator or the Hub Manager may', async () => {
    const { id } = await asked();
    expect(await mayTriage('senior', id)).toBe(false);
    expect(await mayTriage('manager', id)).toBe(true);
    const tried = await line.move('senior', id, 'triage', TRIAGE);
    expect([tried.status, tried.text]).toEqual([
      409,
      expect.stringContaining('Only the Advice and Intervention Coordinator'),
    ]);
    const suggested = `/queries/${id}/suggestions`;
    expect((await line.send('senior', 'get', suggested)).status).toBe(404);
    expect(await line.told(id)).toEqual(['coordinator advice.received']);
  });

  test('the Hub Manager is told where every coordinator is out', async () => {
    line.change('coordinator', { organisationIds: [HARBOUR] });
    const { id } = await asked();
    expect(await line.told(id)).toEqual(['manager advice.received']);
    expect(await mayTriage('senior', id)).toBe(false);
  });

  test('where a question is about the Hub itself, senior IMSAs of others stand in', async () => {
    line.change('coordinator', { organisationIds: [HARBOUR] });
    line.change('manager', { organisationIds: [HARBOUR] });
    const { id } = await asked();
    const told = await line.told(id);
    expect(told).toContain('senior advice.received');
    expect(told.join()).not.toMatch(/coordinator|manager|conflicted/);
    expect(await mayTriage('senior', id)).toBe(true);
    const suggested = `/queries/${id}/suggestions`;
    expect((await line.send('senior', 'get', suggested)).status).toBe(200);
    const triaged = await line.move('senior', id, 'triage', {
      ...TRIAGE,
      subjectOrganisationId: HARBOUR,
    });
    expect(triaged.status).toBe(200);
    const given = await line.move('senior', id, 'assign', {
      personId: line.id('senior'),
      reason: 'Nobody at the Hub may know of it',
    });
    expect(given.status).toBe(200);
    const hidden = await line.send('coordinator', 'get', `/queries/${id}`);
    expect(hidden.status).toBe(404);
  });
});
