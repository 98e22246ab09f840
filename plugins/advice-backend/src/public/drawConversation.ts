import { HelpedSchema, LONG_TEXT, REASON_TEXT } from '@imsa-hub/advice-common';
import { formatMoment, NATION_NAMES } from '@imsa-hub/core';
import {
  errorLines,
  fieldView,
  FormValues,
  type PageError,
  type PageField,
  type PublicPage,
} from '@imsa-hub/core-node';
import { STATUS_WORDS } from './conversationWords';
import { limitView } from './limitView';
import type { PublicConversation } from './PublicAdvice';

const WRITE: PageField = {
  kind: 'textarea',
  name: 'message',
  label: 'Write back',
  hint: `Answer what we asked, or tell us more. Leave out names and addresses. Up to ${LONG_TEXT.toLocaleString('en-GB')} characters.`,
  rows: 6,
};
const REASON: PageField = {
  kind: 'textarea',
  name: 'reason',
  label: 'Ask for a second opinion',
  hint: `Another adviser looks at the question anew. Say what you are not sure about. Up to ${REASON_TEXT.toLocaleString('en-GB')} characters.`,
  rows: 4,
};
const HELPED: PageField = {
  kind: 'radios',
  name: 'helped',
  label: 'Did this help?',
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'partly', label: 'Partly' },
    { value: 'no', label: 'No' },
  ].filter(({ value }) => HelpedSchema.safeParse(value).success),
};

/** The conversation of a code, with what can be done now. */
export function drawConversation(options: {
  base: string;
  conversation: PublicConversation;
  sealed: string;
  /** What was just done, in a sentence. */
  done?: string;
  values?: FormValues;
  errors?: readonly PageError[];
  status?: number;
}): PublicPage {
  const { base, conversation, sealed, done = null, errors = [] } = options;
  const { allowed, helped } = conversation;
  const values = options.values ?? new FormValues();
  const state = STATUS_WORDS[conversation.status];
  const form = (path: string, field: PageField, filled: FormValues) => ({
    action: `${base}/reply/${path}`,
    sealed,
    field: fieldView({ field, values: filled, errors, asHeading: false }),
  });
  return {
    template: 'conversation',
    title: 'Your question and our replies',
    status: options.status,
    hasErrors: errors.length > 0,
    view: {
      done,
      errorLines: errorLines([WRITE, REASON, HELPED], errors),
      state,
      expectedReply: conversation.expectedReply,
      askedAt: formatMoment(conversation.askedAt),
      nation: NATION_NAMES[conversation.nation],
      question: conversation.question,
      messages: conversation.messages.map(message => ({
        fromAdviser: message.from === 'adviser',
        who: message.from === 'adviser' ? 'From the advice line' : 'From you',
        at: formatMoment(message.at),
        text: message.text,
        cites: message.cites,
      })),
      limits: conversation.limits.map(limitView),
      write: allowed.writeBack ? form('write', WRITE, values) : null,
      second: allowed.secondOpinion
        ? form('second-opinion', REASON, values)
        : null,
      feedback: allowed.feedback
        ? form(
            'helped',
            HELPED,
            helped && errors.length === 0
              ? new FormValues([['helped', [helped]]])
              : values,
          )
        : null,
      look: { action: `${base}/reply/look`, sealed },
      finish: { action: `${base}/reply/finish` },
    },
  };
}
