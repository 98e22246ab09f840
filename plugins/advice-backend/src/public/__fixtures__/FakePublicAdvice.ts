import { ConflictError } from '@backstage/errors';
import type { Limit, PublicQuestion } from '@imsa-hub/advice-common';
import { addDays } from '@imsa-hub/core';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type {
  EventChoice,
  PublicAdvice,
  PublicConversation,
} from '../PublicAdvice';

const EVENTS: EventChoice[] = [
  {
    ruleId: 'nrm-reconsideration',
    title: 'Ask for a negative NRM decision to be reconsidered',
    event: 'Negative Reasonable or Conclusive Grounds decision',
    nations: ['england', 'wales', 'scotland', 'northern-ireland'],
  },
  {
    ruleId: 'homelessness-review',
    title: 'Ask for a review of the homelessness decision',
    event: 'Told of the homelessness decision',
    nations: ['england'],
    facts: [
      {
        id: 'letter-collected',
        question: 'Date the letter was collected',
        nations: ['england'],
      },
    ],
  },
];

interface Held {
  question: PublicQuestion;
  conversation: PublicConversation;
  keys: Set<string>;
}

/** Our own interface held in memory, for the tests of its pages only. */
export class FakePublicAdvice implements PublicAdvice {
  readonly held = new Map<string, Held>();
  /** Codes that were looked up, in order. */
  readonly lookedUp: string[] = [];
  /** Thrown by the next submit, if set. */
  failure: Error | undefined;

  async submit(input: Parameters<PublicAdvice['submit']>[0]) {
    const { question, receiptCode } = input;
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
    const repeated = [...this.held.values()].some(
      ({ question: { requestKey } }) => requestKey === question.requestKey,
    );
    if (!repeated) {
      this.held.set(receiptCode, {
        question,
        keys: new Set(),
        conversation: {
          askedAt: '2026-11-23T10:00:00.000Z',
          nation: question.nation,
          status: 'received',
          question: question.question,
          messages: [],
          expectedReply: this.expectedReply(),
          limits: this.limits(question),
          helped: null,
          allowed: { writeBack: true, secondOpinion: false, feedback: false },
        },
      });
    }
    return { receiptCode, repeated };
  }

  async conversation(input: { receiptCode: string }) {
    this.lookedUp.push(input.receiptCode);
    return this.held.get(input.receiptCode)?.conversation;
  }

  async writeBack(input: Parameters<PublicAdvice['writeBack']>[0]) {
    return this.add(input.receiptCode, input.requestKey, input.body);
  }

  async secondOpinion(input: Parameters<PublicAdvice['secondOpinion']>[0]) {
    return this.add(input.receiptCode, input.requestKey, input.reason);
  }

  async feedback(input: Parameters<PublicAdvice['feedback']>[0]) {
    const held = this.held.get(input.receiptCode);
    if (!held) return undefined;
    held.conversation = { ...held.conversation, helped: input.helped };
    return held.conversation;
  }

  /** The advice line answers. */
  reply(receiptCode: string, text: string) {
    const held = this.held.get(receiptCode);
    if (!held) throw new Error('no such question');
    held.conversation = {
      ...held.conversation,
      status: 'answered',
      expectedReply: null,
      allowed: { writeBack: true, secondOpinion: true, feedback: true },
      messages: [
        ...held.conversation.messages,
        {
          id: String(held.conversation.messages.length),
          at: '2026-11-24T15:30:00.000Z',
          from: 'adviser',
          text,
          cites: ['Modern slavery statutory guidance, paragraph 14'],
        },
      ],
    };
  }

  limits(input: Parameters<PublicAdvice['limits']>[0]): Limit[] {
    return input.events.map(({ ruleId, date }) => ({
      ruleId,
      title: EVENTS.find(event => event.ruleId === ruleId)?.title ?? ruleId,
      eventDate: date,
      limit: addDays({ date, days: 30 }),
      kind: 'limit',
      working: [`It happened on ${date}.`, '30 days are counted from then.'],
      confidence: 'primary',
      source: 'Statutory guidance',
      caution: 'A reminder with its source, not legal advice.',
    }));
  }

  eventChoices(nation: PublicQuestion['nation']) {
    return EVENTS.filter(({ nations }) => nations.includes(nation));
  }

  eventProblems({ date, facts = {} }: HappenedEvent) {
    return Object.entries(facts).flatMap(([id, day]) =>
      day && day < date
        ? [{ field: `facts.${id}`, message: 'This is before the event itself' }]
        : [],
    );
  }

  expectedReply() {
    return '5pm on Wednesday 25 November 2026';
  }

  private add(receiptCode: string, requestKey: string, text: string) {
    const held = this.held.get(receiptCode);
    if (!held) return undefined;
    if (!held.conversation.allowed.writeBack) {
      throw new ConflictError('This is closed');
    }
    if (!held.keys.has(requestKey)) {
      held.keys.add(requestKey);
      const { messages } = held.conversation;
      held.conversation = {
        ...held.conversation,
        messages: [
          ...messages,
          {
            id: requestKey,
            at: '2026-11-24T16:00:00.000Z',
            from: 'asker',
            text,
            cites: [],
          },
        ],
      };
    }
    return held.conversation;
  }
}
