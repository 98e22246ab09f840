import { HelpedSchema, LONG_TEXT, REASON_TEXT } from '@imsa-hub/advice-common';
import type { FormValues, PageError } from '@imsa-hub/core-node';
import type { Request } from 'express';
import { readChoice, readText } from './answerReaders';
import type { PublicAdvice, PublicConversation } from './PublicAdvice';

/** What a step makes of what was posted to it. */
export type StepResult =
  | { conversation: PublicConversation | undefined; done?: string }
  | { errors: readonly PageError[] };

/** One thing that can be done in a conversation. */
export interface ConversationStep {
  /** Under `/reply/`. */
  path: string;
  /** Its one field; none for looking again. */
  field?: string;
  handle(input: {
    values: FormValues;
    receiptCode: string;
    requestKey: string;
    request: Request;
  }): Promise<StepResult>;
}

/** Looking again, writing back, a second opinion, whether it helped. */
export function conversationSteps(advice: PublicAdvice): ConversationStep[] {
  return [
    {
      path: 'look',
      handle: async ({ receiptCode, request }) => ({
        conversation: await advice.conversation({ receiptCode, request }),
      }),
    },
    {
      path: 'write',
      field: 'message',
      async handle({ values, ...input }) {
        const read = readText({
          values,
          field: 'message',
          max: LONG_TEXT,
          empty: 'Write your message',
        });
        if ('errors' in read) return read;
        return {
          conversation: await advice.writeBack({ ...input, body: read.answer }),
          done: 'Your message has been sent.',
        };
      },
    },
    {
      path: 'second-opinion',
      field: 'reason',
      async handle({ values, ...input }) {
        const read = readText({
          values,
          field: 'reason',
          max: REASON_TEXT,
          empty: 'Say what you are not sure about',
        });
        if ('errors' in read) return read;
        const reason = read.answer;
        return {
          conversation: await advice.secondOpinion({ ...input, reason }),
          done: 'You have asked for a second opinion. Another adviser will look at it.',
        };
      },
    },
    {
      path: 'helped',
      field: 'helped',
      async handle({ values, receiptCode, request }) {
        const read = readChoice({
          values,
          field: 'helped',
          among: HelpedSchema.options,
          message: 'Choose yes, partly or no',
        });
        if ('errors' in read) return read;
        const helped = read.answer;
        return {
          conversation: await advice.feedback({ receiptCode, helped, request }),
          done: 'Thank you for telling us.',
        };
      },
    },
  ];
}
