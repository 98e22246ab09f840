import { newId } from '@imsa-hub/core';
import { randomInt } from 'node:crypto';
import { decideConsent } from '../../support/decideConsent';
import type { HubClient } from '../../support/HubClient';
import type { Canaries } from './Canaries';
import { CaseInHand } from './CaseInHand';
import { need } from './need';

/** Where the reference of an organisation for its case stands, by design in clear. */
const REFERENCE = ['escalations.escalation.case_reference'];
const DATE = '2026-11-20';

interface Raising {
  canaries: Canaries;
  /** What was done to any case. */
  done: Set<string>;
  /** Which case, for the names of its words. */
  what: string;
  /** The organisation that it is about. */
  subjectId?: string;
  /** The survivor did not agree; who decides that it goes on all the same. */
  withoutConsent?: HubClient;
}

/** Brings a case to the Hub, page by page, with a word wherever one can be typed. */
export async function raiseWithWords(
  person: HubClient,
  raising: Raising,
): Promise<CaseInHand> {
  const draft = await beginDraft(person);
  for (const [page, answers] of pagesOf(raising)) {
    await draft.save(page, answers);
  }
  need(await person.get(draft.path));
  if (raising.withoutConsent) {
    await decideConsent({
      author: person,
      decider: raising.withoutConsent,
      draft,
      reason: raising.canaries.sealed(`${raising.what}: why it goes on`),
    });
  }
  const { body } = need(
    await person.post<{ id: string }>(`${draft.path}/submit`, {
      version: draft.version,
    }),
  );
  return new CaseInHand(body.id, raising.done);
}

/** Saves pages of the draft that a returned case is mended by, and raises it. */
export async function mendCase(
  person: HubClient,
  input: { inHand: CaseInHand; canaries: Canaries },
): Promise<void> {
  const { inHand, canaries } = input;
  const { body } = need(
    await person.post<{ id: string }>(`${inHand.path}/mend`),
    201,
  );
  const draft = new DraftInHand(person, body.id);
  await draft.save('ask', {
    askedOfHub: canaries.sealed('what is asked of the Hub, mended'),
  });
  need(await person.post(`${draft.path}/submit`, { version: draft.version }));
}

/** A draft that is thrown away, and what a draft refuses. */
export async function discardDraft(
  person: HubClient,
  canaries: Canaries,
): Promise<void> {
  const draft = await beginDraft(person);
  const page = `${draft.path}/page`;
  await draft.save('ask', {
    askedOfHub: canaries.plant('a draft that is thrown away'),
  });
  const refused: object[] = [
    {
      page: 'reference',
      answers: { caseReference: canaries.plant('a reference that is none') },
    },
    {
      page: 'place',
      answers: { nation: canaries.plant('a nation that is none') },
    },
    { page: 'ask', answers: { [canaries.plant('a field of no page')]: 'x' } },
    {
      page: 'ask',
      answers: { askedOfHub: canaries.plant('an answer too long').repeat(900) },
    },
    {
      page: 'organisation',
      answers: { organisation: canaries.plant('an organisation that is none') },
    },
  ];
  for (const body of refused) {
    need(
      await person.put(page, { version: draft.version, ...body }),
      200,
      400,
      409,
    );
  }
  need(
    await person.put(page, {
      version: 1,
      page: 'ask',
      answers: { askedOfHub: canaries.plant('an answer in an older window') },
    }),
    409,
  );
  need(
    await person.post(`${draft.path}/submit`, { version: draft.version }),
    400,
    409,
  );
  need(await person.send('DELETE', draft.path), 200, 204);
}

async function beginDraft(person: HubClient): Promise<DraftInHand> {
  const { body } = need(
    await person.post<{ id: string }>('/api/escalations/drafts', {
      type: 'general',
      requestKey: newId(),
    }),
    201,
  );
  return new DraftInHand(person, body.id);
}

/** A draft whose author knows its version. */
class DraftInHand {
  version = 1;

  constructor(
    private readonly author: HubClient,
    readonly id: string,
  ) {}

  get path(): string {
    return `/api/escalations/drafts/${this.id}`;
  }

  async save(page: string, answers: object): Promise<void> {
    if (this.version === 1) {
      const { body } = need(
        await this.author.get<{ version: number }>(this.path),
      );
      this.version = body.version;
    }
    const saved = need(
      await this.author.put<{ version: number }>(`${this.path}/page`, {
        version: this.version,
        page,
        answers,
      }),
    );
    this.version = saved.body.version;
  }
}

function pagesOf({
  canaries,
  what,
  subjectId,
  withoutConsent,
}: Omit<Raising, 'done'>): Array<[string, object]> {
  const sealed = (field: string) => canaries.sealed(`${what}: ${field}`);
  const caseReference = `LOG-${randomInt(10_000_000, 99_999_999)}`;
  canaries.watch(caseReference, `${what}: its reference`, {
    mayStand: REFERENCE,
  });
  return [
    ['reference', { caseReference }],
    ['place', { nation: 'england', region: 'london' }],
    ['areas', { areas: ['housing-rights'] }],
    ['ask', { askedOfHub: sealed('what is asked of the Hub') }],
    ['options', { optionsExplained: sealed('options explained') }],
    ['choice', { choice: sealed('what the survivor wants') }],
    ['justice', { justice: sealed('what justice means') }],
    ['safety-plan', { safetyPlan: sealed('the safety plan') }],
    ['consent', { consent: withoutConsent ? 'not-given' : 'given' }],
    ...(withoutConsent
      ? ([
          ['consent-override', { consentOverride: sealed('why all the same') }],
        ] as Array<[string, object]>)
      : []),
    [
      'meetings',
      {
        encounters: [
          { date: DATE, interpreter: 'used', note: sealed('a meeting') },
        ],
      },
    ],
    ['risks', { risks: [] }],
    ['nrm', { nrmConsent: 'refused' }],
    ['nrm-refused', { nrmRefusedWhy: sealed('why no referral') }],
    ['organisation', { organisation: subjectId ?? '' }],
    ['tier', { tier: 'full-advocacy' }],
    [
      'legal-requests',
      {
        legalRequests: [
          {
            kind: 'disclosure',
            received: DATE,
            from: sealed('who asks for records'),
          },
        ],
      },
    ],
  ];
}
