import { newId } from '@imsa-hub/core';
import type { HubClient } from '../support/HubClient';
import { draftCase, raiseCase } from '../support/raiseCase';
import {
  handOver,
  isListed,
  isTold,
  moveCase,
  readCase,
  takeOn,
} from './cases';
import { untilSo } from './untilSo';

/** Who stays, and sees to what a leaver leaves behind. */
export interface Stayers {
  manager: HubClient;
  adviser: HubClient;
  /** An IMSA. */
  lead: HubClient;
}

/**
 * What somebody who leaves has of complex cases: one that they handle, or lead,
 * and drafts. Watches what becomes of it.
 */
export class LeaversCases {
  private constructor(
    private readonly options: {
      stayers: Stayers;
      leaver: HubClient;
      /** Of the leaver. */
      part: 'handler' | 'lead';
      personId: string;
    },
    readonly caseId: string,
    /** A draft that routes may be tried on. */
    readonly draftId: string,
    private readonly keptDraftId: string,
    private readonly word: string,
  ) {}

  static async begin(options: LeaversCases['options']): Promise<LeaversCases> {
    const { stayers, leaver, part } = options;
    const word = `drill${newId()}`;
    const handles = part === 'handler';
    const { id } = await raiseCase(handles ? stayers.lead : leaver, { word });
    await takeOn(handles ? leaver : stayers.adviser, id);
    await moveCase({
      by: handles ? leaver : stayers.adviser,
      caseId: id,
      name: 'add-task',
      body: {
        title: 'Ring the council',
        ownerId: options.personId,
        dueOn: '2027-12-01',
      },
    });
    const draft = await draftCase(leaver, { word });
    const kept = await draftCase(leaver, { word });
    return new LeaversCases(options, id, draft.id, kept.id, word);
  }

  /** How long until others can take the case over, and know of it. */
  async untilBack(since: number): Promise<Record<string, number>> {
    const { manager, adviser, lead } = this.options.stayers;
    const { part, personId } = this.options;
    const { caseId } = this;
    const back = await untilSo(since, async () => {
      const { tasks, ...now } = await readCase(manager, caseId);
      return (
        now[part] === null && tasks.every(({ owner }) => owner.id !== personId)
      );
    });
    const listed =
      part === 'lead'
        ? back
        : await untilSo(since, () => isListed(manager, caseId, 'unhandled'));
    const managerTold = await untilSo(since, () =>
      isTold(manager, caseId, 'escalations.needs-somebody'),
    );
    const other = part === 'handler' ? lead : adviser;
    const otherTold = await untilSo(since, () =>
      isTold(other, caseId, 'escalations.moved'),
    );
    return {
      'case waits for somebody': Math.max(back, listed),
      'manager and the other one told of it': Math.max(managerTold, otherTold),
    };
  }

  /** Gives the case to somebody new, and looks who can read the drafts. */
  async wrongAfterwards(): Promise<string[]> {
    return [...(await this.notGiven()), ...(await this.openDrafts())];
  }

  private async notGiven(): Promise<string[]> {
    const { manager, adviser, lead } = this.options.stayers;
    const { part } = this.options;
    const { caseId } = this;
    const heir = part === 'handler' ? adviser : lead;
    const me = await heir.get<{ id: string }>('/api/network/me');
    const { id } = me.body;
    if (part === 'handler') {
      const body = { personId: id, reason: 'For the drill' };
      await moveCase({ by: manager, caseId, name: 'assign', body });
    } else {
      await handOver({ caseId, by: manager, to: heir, toId: id });
    }
    const given = await readCase(heir, caseId);
    const waits = await isListed(manager, caseId, 'unhandled');
    return given[part]?.id === id && !waits
      ? []
      : ['a case could not be given to somebody new'];
  }

  private async openDrafts(): Promise<string[]> {
    const { manager, adviser, lead } = this.options.stayers;
    const path = `/api/escalations/drafts/${this.keptDraftId}`;
    const open: string[] = [];
    for (const person of [manager, adviser, lead]) {
      const answers = await Promise.all([
        person.get(path),
        person.put(`${path}/page`, {
          version: 1,
          page: 'ask',
          answers: { askedOfHub: 'Of somebody else' },
        }),
        person.post(`${path}/submit`, { version: 1 }),
        person.send('DELETE', path),
      ]);
      const list = await person.get('/api/escalations/drafts');
      if (
        answers.some(({ status }) => status !== 404) ||
        list.text.includes(this.keptDraftId) ||
        answers.some(({ text }) => text.includes(this.word))
      ) {
        open.push('the draft of somebody who left was open to another');
      }
    }
    return open;
  }
}
