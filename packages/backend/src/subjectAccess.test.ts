import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { londonDateOf, newId } from '@imsa-hub/core';
import {
  createUnitOfWork,
  LocalKeyManagement,
  readExportedHeads,
  Sealing,
  verifyLedger,
} from '@imsa-hub/core-node';
import {
  ALONE,
  EMPLOYED,
} from '@imsa-hub/network-backend/src/testing/aPilotRegister';
import type { SubjectAnswer } from '@imsa-hub/network-common';
import { subjectRecordsServiceRef } from '@imsa-hub/network-node';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { SCHEMAS } from './setup/schemas';
import { aQuery } from './testing/aQuery';
import { startTestHub, TEST_KEY, type TestHub } from './testing/startTestHub';

const stranger = { fails: false, erased: [] as string[] };

/** A plugin that nothing here knows, which holds something on people. */
const strangersPlugin = createBackendPlugin({
  pluginId: 'strangers',
  register(env) {
    env.registerInit({
      deps: { records: subjectRecordsServiceRef },
      async init({ records }) {
        records.add({
          plugin: 'strangers',
          export: async ({ personId }) => [
            {
              id: 'tides',
              title: 'Tides seen',
              fields: { tide: 'Tide' },
              rows: [{ tide: `<b>High</b> for ${personId.length}` }],
            },
          ],
          async erase({ personId }) {
            if (stranger.fails) throw new Error('away');
            stranger.erased.push(personId);
          },
        });
      },
    });
  },
});

let hub: TestHub;
let advice: Knex;
let network: Knex;
let northgate: string;
let seal: (id: string, column: string, text: string) => Promise<string>;
const ids: Record<string, string> = {};
const queries: Record<string, string> = {};

const LEFT = '2026-01-10';

/** Somebody who took part until a day. */
async function whoLeft(name: string, on = LEFT) {
  const { register } = hub;
  const { personId, employmentId } = await register.active(
    name,
    'imsa',
    northgate,
    {
      specialisms: ['public-law'],
      languages: ['vi'],
      regulated_for_immigration: true,
      regulator: 'immigration-advice-authority',
      regulation_number: 'canarylicence',
      regulated_until: '2027-01-01',
    },
  );
  await network('employment').where({ id: employmentId }).update({
    started_on: '2025-01-01',
    planned_end_on: '2028-05-01',
    ended_on: on,
    end_reason: 'conduct',
  });
  await network('role_grant')
    .where({ person_id: personId })
    .update({ from_on: '2025-01-01' });
  await network('identity').insert({
    issuer: `https://idp.example/${personId}`,
    subject: `canarysubject-${personId}`,
    person_id: personId,
  });
  return personId;
}

beforeAll(async () => {
  hub = await startTestHub({
    features: [strangersPlugin],
    settings: { subjectAccess: { retrySeconds: 1 } },
    async fill(register) {
      advice = register.database.app('advice');
      network = register.app;
      const notifications = register.database.app('notifications');
      northgate = await register.organisation('Northgate');
      const harbour = await register.organisation('Harbour');
      for (const [name, role] of EMPLOYED) {
        const added = await register.active(`P ${name}`, role, northgate);
        ids[name] = added.personId;
      }
      const other = await register.active('P deputy', 'hub-manager', harbour);
      ids.deputy = other.personId;
      const outside = await register.active(
        'P outside',
        'senior-imsa',
        harbour,
      );
      ids.outside = outside.personId;
      for (const [name, role] of ALONE) {
        ids[name] = await register.person(`P ${name}`);
        await register.role(ids[name], role, null);
      }
      const sealing = new Sealing({
        knex: advice,
        schema: 'advice',
        keyManagement: LocalKeyManagement.fromConfig(
          new ConfigReader({
            hub: {
              sealing: {
                masterKeys: [{ id: 'k1', secret: TEST_KEY.toString('base64') }],
              },
            },
          }),
        ),
      });
      seal = async (id, column, text) =>
        sealing.seal({ caseId: id, table: 'query', column, row: id, text });
      const given: Record<string, Record<string, unknown>> = {
        asked: { reference: 'ADV-ASK222', raised_by: ids.imsa },
        // About the employer of the Hub Manager and of who answered it.
        conflicted: {
          reference: 'ADV-CCC444',
          raised_by: ids.imsa,
          assignee_id: ids.senior,
          subject_organisation_id: northgate,
        },
        about: {
          reference: 'ADV-NNN555',
          assignee_id: ids.outside,
          subject_organisation_id: northgate,
        },
        worked: { reference: 'ADV-WWW333', assignee_id: ids.senior },
        stepped: {
          reference: 'ADV-SSS777',
          former_answerer_ids: [ids.senior],
        },
      };
      const work = createUnitOfWork({
        knex: advice,
        ledgerKey: TEST_KEY,
        pluginId: 'advice',
      });
      for (const [name, values] of Object.entries(given)) {
        const id = await aQuery(advice, values as { reference: string });
        queries[name] = id;
        await sealing.openCase({ trx: advice, caseId: id });
        for (const column of [
          'question',
          'who_can_act',
          'safe_contact',
          'about_service',
        ]) {
          await advice
            .table('query')
            .where({ id })
            .update({
              [`sealed_${column}`]: await seal(
                id,
                `sealed_${column}`,
                `canary${name}${column}`,
              ),
            });
        }
        for (const who of ['senior', 'outside']) {
          await work.run({ id: ids[who] ?? '', chain: 'c' }, async unit =>
            unit.record({
              type: 'advice.query-read',
              subject: `advice-query:${id}`,
              publish: false,
            }),
          );
        }
        const mailId = newId();
        await notifications.table('mail').insert({
          id: mailId,
          person_id: ids.senior,
          sent_at: new Date(),
        });
        await notifications.table('notice').insert({
          id: newId(),
          mail_id: mailId,
          entry_id: newId(),
          plugin: 'advice',
          type: 'advice.query-assigned',
          subject: `advice-query:${id}`,
          person_id: ids.senior,
          kind: 'advice.assigned',
          path: `/advice/queries/${id}`,
        });
      }
      await advice.table('recusal').insert({
        query_id: queries.stepped,
        person_id: ids.senior,
        at: new Date(),
      });
    },
  });
});
afterAll(() => hub.stop());

const own = async (who: string) => {
  const answer = await hub.call(
    'post',
    '/api/network/held-about-me',
    ids[who],
    {},
  );
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  return answer.body as SubjectAnswer;
};
const exportOf = (
  who: string,
  about: string | undefined,
  reason = 'legal-duty',
) =>
  hub.call('post', `/api/network/people/${about}/subject-access`, ids[who], {
    reason,
  });
const rows = ({ record }: SubjectAnswer, id: string) =>
  record.sections.find(section => section.id === id)?.rows;
const references = (answer: SubjectAnswer, id: string) =>
  rows(answer, id)?.map(row => row.reference);

describe('what is held about me', () => {
  test('holds what one asked, in one’s own words, also about one’s employer', async () => {
    const signedOutAt = '2026-11-27T09:00:00.400Z';
    await network('person')
      .where({ id: ids.imsa })
      .update({ sessions_ended_at: signedOutAt });
    const answer = await own('imsa');
    expect(references(answer, 'queries-asked')).toEqual([
      'ADV-ASK222',
      'ADV-CCC444',
    ]);
    expect(rows(answer, 'queries-asked')?.[0]).toMatchObject({
      question: 'canaryaskedquestion',
      safeContact: 'canaryaskedsafe_contact',
    });
    expect(rows(answer, 'person')?.[0]).toMatchObject({
      name: 'P imsa',
      email: 'p.imsa@hub.example',
      signedOutAt,
    });
    expect(rows(answer, 'roles')).toHaveLength(1);
    expect(rows(answer, 'employments')).toHaveLength(1);
  });

  test('lists what one worked on by reference, without words of others', async () => {
    const answer = await own('senior');
    expect(references(answer, 'queries-worked-on')).toEqual(['ADV-WWW333']);
    expect(JSON.stringify(answer)).not.toMatch(/canary/);
  });

  test.each(['ADV-CCC444', 'ADV-NNN555', 'ADV-SSS777'])(
    'does not tell of %s, which a rule keeps from them',
    async reference => {
      const answer = await own('senior');
      const text = JSON.stringify(answer);
      expect(text).not.toContain(reference);
      for (const name of ['conflicted', 'about', 'stepped']) {
        expect(text).not.toContain(queries[name]);
      }
      // The notices and entries of the two queries that may be known.
      expect(rows(answer, 'notices')).toHaveLength(2);
      expect(rows(answer, 'audit-advice')?.map(row => row.about)).toEqual([
        `advice-query:${queries.asked}`,
        `advice-query:${queries.worked}`,
      ]);
    },
  );

  test('says the same about what is left out, whether there is any or not', async () => {
    expect((await own('senior')).record.about).toEqual(
      (await own('board')).record.about,
    );
  });

  test('has the audit trail, and of others no more than that it was somebody', async () => {
    await exportOf('manager', ids.analyst);
    const answer = await own('analyst');
    expect(rows(answer, 'audit-network')).toEqual([
      expect.objectContaining({
        what: 'subject exported',
        by: 'somebody else',
        about: 'this person',
        why: 'legal-duty',
        origin: null,
      }),
      expect.objectContaining({ by: 'this person', why: 'own-records' }),
    ]);
    expect(JSON.stringify(answer)).not.toContain(ids.manager);
    expect(JSON.stringify(answer)).not.toContain('P manager');
  });

  test('has what a plugin adds that the core does not know, as text', async () => {
    const answer = await own('board');
    expect(rows(answer, 'tides')).toEqual([{ tide: '<b>High</b> for 26' }]);
    expect(answer.html).toContain('&lt;b&gt;High&lt;/b&gt; for 26');
    expect(answer.html).not.toMatch(/<b>|<script/);
    expect(answer.html).toContain('<h1>What is held about P board</h1>');
  });

  test('is open to every role', async () => {
    for (const [who] of [...EMPLOYED, ...ALONE]) {
      expect((await own(who)).record.person.id).toBe(ids[who]);
    }
  });
});

describe('an export of somebody else', () => {
  test('is for the Hub Manager alone; to others the person is missing', async () => {
    const missing = await exportOf('imsa', newId());
    for (const [who] of [...EMPLOYED, ...ALONE]) {
      if (who === 'manager') continue;
      const { status, body } = await exportOf(who, ids.senior);
      expect([who, status, body.detail]).toEqual([
        who,
        404,
        missing.body.detail,
      ]);
    }
    expect((await exportOf('manager', ids.senior)).status).toBe(200);
  });

  test('leaves out what the one who asks may not know', async () => {
    const full: SubjectAnswer = (await exportOf('deputy', ids.outside)).body;
    expect(references(full, 'queries-worked-on')).toEqual(['ADV-NNN555']);
    // The manager works at Northgate, which the query is about.
    const narrowed: SubjectAnswer = (await exportOf('manager', ids.outside))
      .body;
    expect(references(narrowed, 'queries-worked-on')).toEqual([]);
    const text = JSON.stringify(narrowed);
    expect(text).not.toContain('ADV-NNN555');
    expect(text).not.toContain(queries.about);
    expect(text).not.toContain(queries.conflicted);
    expect(rows(narrowed, 'audit-advice')?.length).toBe(
      (rows(full, 'audit-advice')?.length ?? 0) - 2,
    );
  });

  test('has no mail that would tell of one notice more', async () => {
    const narrowed: SubjectAnswer = (await exportOf('manager', ids.senior))
      .body;
    expect(rows(narrowed, 'notices')).toHaveLength(2);
    expect(rows(narrowed, 'mails')).toHaveLength(2);
    expect(rows(await own('senior'), 'mails')).toHaveLength(5);
  });

  test('gives no question that the one who asks may not open', async () => {
    const answer: SubjectAnswer = (await exportOf('manager', ids.imsa)).body;
    expect(references(answer, 'queries-asked')).toEqual(['ADV-ASK222']);
    expect(JSON.stringify(answer)).not.toContain('canaryconflicted');
  });

  test('puts the opening of a question into the ledger', async () => {
    const last = await advice
      .table('ledger_entry')
      .where({
        actor: ids.manager,
        type: 'advice.query-read',
        subject: `advice-query:${queries.asked}`,
      })
      .first();
    expect(last).toMatchObject({ why: 'subject-access' });
  });

  test('needs a reason from the list, and is not for oneself', async () => {
    expect((await exportOf('manager', ids.senior, 'curious')).status).toBe(400);
    expect((await exportOf('manager', ids.manager)).status).toBe(409);
    expect((await exportOf('manager', newId())).status).toBe(404);
  });

  test('does not tell of a hold', async () => {
    await hub.call(
      'post',
      `/api/network/people/${ids.officer}/hold`,
      ids.manager,
      {
        reason: 'safeguarding',
      },
    );
    const text = JSON.stringify([
      await own('officer'),
      (await exportOf('deputy', ids.officer)).body,
    ]);
    expect(text).not.toMatch(/hold-placed|hold placed|safeguarding/);
  });
});

const stateOf = (who: string, about: string) =>
  hub.call('get', `/api/network/people/${about}/subject-access`, ids[who]);
const ask = (who: string, about: string | undefined) =>
  hub.call('post', `/api/network/people/${about}/erasure`, ids[who], {
    reason: 'no-longer-needed',
  });
const does = (who: string, verb: string, erasureId: string) =>
  hub.call('post', `/api/network/erasures/${erasureId}/${verb}`, ids[who], {});
const openErasure = async (about: string): Promise<string> =>
  (await stateOf('manager', about)).body.erasure.id;

describe('erasure', () => {
  test.each<[string, () => Promise<string>, RegExp]>([
    ['while somebody is here', async () => ids.imsa ?? '', /End their roles/],
    [
      'too soon after they left',
      () => whoLeft('Gone lately', londonDateOf(new Date())),
      /kept for 90 days/,
    ],
    [
      'within a hold',
      async () => {
        const id = await whoLeft('Gone held');
        await hub.call('post', `/api/network/people/${id}/hold`, ids.manager, {
          reason: 'complaint',
        });
        return id;
      },
      /There is a hold/,
    ],
    [
      'when a role is still to begin',
      async () => {
        const id = await whoLeft('Gone and back');
        await hub.register.role(id, 'advisory-board', null, {
          from_on: '2031-01-01',
        });
        return id;
      },
      /End their roles/,
    ],
  ])('is refused %s', async (_, make, words) => {
    const id = await make();
    const answer = await ask('manager', id);
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toMatch(words);
    const state = await stateOf('manager', id);
    expect(state.body.cannotEraseBecause).toMatch(words);
    expect(state.body.allowedActions).not.toContain('ask-erasure');
  });

  test('is asked for by the Hub Manager and confirmed by another, never by the same', async () => {
    const id = await whoLeft('Gone properly');
    for (const [who] of [...EMPLOYED, ...ALONE]) {
      if (who === 'manager') continue;
      expect([who, (await ask(who, id)).status]).toEqual([who, 404]);
    }
    expect((await ask('manager', id)).status).toBe(200);
    expect((await ask('deputy', id)).status).toBe(409);
    const erasure = await openErasure(id);
    expect((await does('manager', 'confirm', erasure)).status).toBe(403);
    for (const [who] of [...EMPLOYED, ...ALONE]) {
      if (['manager', 'admin'].includes(who)) continue;
      expect([who, (await does(who, 'confirm', erasure)).status]).toEqual([
        who,
        404,
      ]);
    }
    await expect(
      network('erasure').where({ id: erasure }).update({
        status: 'confirmed',
        decided_by: ids.manager,
        decided_at: new Date(),
      }),
    ).rejects.toMatchObject({ constraint: 'erasure_two_people' });
    const list = await hub.call('get', '/api/network/erasures', ids.admin);
    expect(list.body.erasures[0]).toMatchObject({
      personReference: id.slice(-6).toUpperCase(),
      allowedActions: ['confirm', 'decline'],
    });
    expect(list.text).not.toContain('Gone properly');
    expect((await does('admin', 'withdraw', erasure)).status).toBe(404);
    expect((await does('admin', 'confirm', erasure)).status).toBe(200);
    expect((await does('deputy', 'confirm', erasure)).status).toBe(409);
  });

  test('takes away what identifies, and everything that refers still leads somewhere', async () => {
    const id = await whoLeft('Canaryname Gone');
    await network('person')
      .where({ id })
      .update({ email: 'canarymail@hub.example' });
    const notifications = hub.register.database.app('notifications');
    const mail = newId();
    await notifications
      .table('mail')
      .insert({ id: mail, person_id: id, sent_at: new Date() });
    await notifications.table('notice').insert({
      id: newId(),
      entry_id: newId(),
      plugin: 'advice',
      type: 'advice.query-assigned',
      subject: `advice-query:${queries.worked}`,
      person_id: id,
      kind: 'advice.assigned',
      path: '/advice',
      mail_id: mail,
    });
    await notifications
      .table('preference')
      .insert({ person_id: id, mail: false });
    await advice
      .table('query')
      .where({ id: queries.asked })
      .update({ raised_by: id });
    const before = (await exportOf('manager', id)).text;
    expect(before).toContain('canaryaskedsafe_contact');

    await ask('manager', id);
    expect(
      (await does('deputy', 'confirm', await openErasure(id))).status,
    ).toBe(200);

    const after = await exportOf('manager', id);
    expect(after.text).not.toMatch(
      /canaryname|canarymail|canarylicence|canarysubject|safe_contact/i,
    );
    expect(after.body.record.person.name).toBe(
      `A former IMSA (${id.slice(-6).toUpperCase()})`,
    );
    expect(rows(after.body, 'queries-asked')?.[0]).toMatchObject({
      question: 'canaryaskedquestion',
      safeContact: '',
    });
    for (const section of [
      'identities',
      'notices',
      'mails',
      'mail-preference',
    ]) {
      expect([section, rows(after.body, section)]).toEqual([section, []]);
    }
    const record = await hub.call(
      'get',
      `/api/network/people/${id}`,
      ids.manager,
    );
    expect(record.body).toMatchObject({
      displayName: `A former IMSA (${id.slice(-6).toUpperCase()})`,
      erased: true,
      allowedActions: [],
      specialisms: [],
      languages: [],
      training: 'not-an-imsa',
    });
    expect(record.body.regulation).toBeUndefined();
    const { rows: dump } = await hub.register.database.owner.raw(
      `select string_agg(t::text, ' ') as text from (
         select p::text as t from network.person p
         union all select i::text from network.identity i
         union all select e::text from network.employment e) all_rows (t)`,
    );
    expect(dump[0].text).not.toMatch(/canaryname|canarymail/i);
    expect(dump[0].text).not.toContain(`canarysubject-${id}`);
    expect(stranger.erased).toContain(id);
    expect(await hub.register.ledgerOf(`person:${id}`)).toEqual(
      expect.arrayContaining([
        'network.erasure-asked',
        'network.person-erased',
        'network.erasure-finished',
      ]),
    );
    // Nobody writes new details over it.
    const grant = await hub.call(
      'post',
      `/api/network/people/${id}/roles`,
      ids.manager,
      {
        version: record.body.version,
        role: 'advisory-board',
        fromOn: '2026-06-01',
      },
    );
    expect(grant.status).toBe(409);
    expect(grant.body.detail).toMatch(/were erased/);
  });

  test('goes on until every plugin has done its part', async () => {
    const id = await whoLeft('Gone in parts');
    await ask('manager', id);
    stranger.fails = true;
    const erasure = await openErasure(id);
    const answer = await does('deputy', 'confirm', erasure);
    expect(
      answer.body.erasures.find((item: { id: string }) => item.id === erasure),
    ).toMatchObject({
      status: 'confirmed',
    });
    expect(
      (await network('person').where({ id }).first()).display_name,
    ).toMatch(/^A former IMSA/);
    stranger.fails = false;
    const status = async () =>
      (await network('erasure').where({ id: erasure }).first()).status;
    for (
      let tries = 0;
      tries < 100 && (await status()) !== 'done';
      tries += 1
    ) {
      await new Promise(done => setTimeout(done, 100));
    }
    expect(await status()).toBe('done');
    expect(stranger.erased).toContain(id);
  });

  test('can be declined by another and taken back by who asked', async () => {
    const id = await whoLeft('Gone twice');
    await ask('manager', id);
    const first = await openErasure(id);
    expect((await does('manager', 'decline', first)).status).toBe(403);
    expect((await does('admin', 'decline', first)).status).toBe(200);
    expect((await ask('manager', id)).status).toBe(200);
    const second = await openErasure(id);
    expect(second).not.toBe(first);
    expect((await does('manager', 'withdraw', second)).status).toBe(200);
    expect((await network('person').where({ id }).first()).display_name).toBe(
      'Gone twice',
    );
  });

  test('of two who confirm at once one does it, and one is told', async () => {
    const id = await whoLeft('Gone once');
    await ask('manager', id);
    const erasure = await openErasure(id);
    const answers = await Promise.all([
      does('admin', 'confirm', erasure),
      does('deputy', 'confirm', erasure),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('tells those who may confirm, and not who asked', async () => {
    const id = await whoLeft('Gone announced');
    await ask('deputy', id);
    const told = async () =>
      hub.register.database
        .app('notifications')
        .table('notice')
        .where({ subject: `person:${id}` })
        .pluck('person_id');
    for (let tries = 0; tries < 100 && (await told()).length < 2; tries += 1) {
      await new Promise(done => setTimeout(done, 100));
    }
    expect((await told()).sort()).toEqual([ids.manager, ids.admin].sort());
  });

  test('leaves every ledger whole', async () => {
    for (const schema of SCHEMAS) {
      const verdict = await verifyLedger({
        knex: hub.register.database.app(schema),
        schema,
        ledgerKeys: [TEST_KEY],
        heads: await readExportedHeads({
          folder: hub.headsFolder,
          schema,
          ledgerKeys: [TEST_KEY],
        }),
      });
      expect([schema, verdict.faults]).toEqual([schema, []]);
    }
  });
});

test('nobody learns of a hold on themselves, or does anything about it', async () => {
  const of = (who: string, method: 'get' | 'post', tail: string) =>
    hub.call(
      method,
      `/api/network/people/${ids.deputy}/${tail}`,
      ids[who],
      { hold: { reason: 'inquiry' }, 'hold/lift': {} }[tail],
    );
  const unheld = await of('deputy', 'get', 'subject-access');
  const refused = await of('deputy', 'post', 'hold/lift');
  expect(refused.status).toBe(409);
  expect((await of('deputy', 'post', 'hold')).status).toBe(409);
  expect((await of('manager', 'post', 'hold')).status).toBe(200);
  const held = await of('deputy', 'get', 'subject-access');
  expect(held.status).toBe(200);
  expect(held.body).toEqual(unheld.body);
  expect((await of('deputy', 'post', 'hold/lift')).body).toMatchObject({
    detail: refused.body.detail,
  });
  const seen = await of('manager', 'get', 'subject-access');
  expect(seen.body.hold).toMatchObject({ reason: 'inquiry' });
  expect((await of('manager', 'post', 'hold/lift')).status).toBe(200);
});

test('holds are placed once, lifted once, and only by the Hub Manager', async () => {
  const id = await whoLeft('Gone on hold');
  const hold = (who: string, end = '') =>
    hub.call(
      'post',
      `/api/network/people/${id}/hold${end}`,
      ids[who],
      end ? {} : { reason: 'inquiry' },
    );
  expect((await hold('coordinator')).status).toBe(404);
  expect((await hold('manager')).body.hold).toMatchObject({
    reason: 'inquiry',
  });
  expect((await hold('deputy')).status).toBe(409);
  expect((await hold('deputy', '/lift')).body.hold).toBeNull();
  expect((await hold('deputy', '/lift')).status).toBe(404);
});
