/** By which way a question comes in that is written down in the console. */
export type AskWay = 'console' | 'phone' | 'mailbox';

/** The words of the form and of what follows, by the way in. */
export interface AskWords {
  title: string;
  lead: string;
  question: string;
  contactHint: string;
  submit: string;
  asked: string;
  /** How the reply reaches whoever asked. */
  reply: string;
  again: string;
}

export const ASK_WORDS: Readonly<Record<AskWay, AskWords>> = {
  console: {
    title: 'Ask a question',
    lead: 'An adviser of the Hub answers you here. Nobody is refused because of NRM status, public funds or behaviour.',
    question: 'What is your question?',
    contactHint:
      'For example: only by message, never before noon. It is kept sealed.',
    submit: 'Send the question',
    asked: 'Your question has arrived',
    reply: 'You get a notification, and find the reply under “Asked by me”.',
    again: 'Ask another question',
  },
  phone: {
    title: 'Log a call',
    lead: 'Write down what somebody on the phone asks, so that it is answered like any other question.',
    question: 'What does the caller ask?',
    contactHint:
      'Ask: when can we ring, may we leave a message, who else answers? It is kept sealed.',
    submit: 'Log the call',
    asked: 'The call is logged',
    reply:
      'The caller reads the reply with the receipt code, or hears it when they ring again.',
    again: 'Log another call',
  },
  mailbox: {
    title: 'Log it as a query',
    lead: 'Its clocks run from the moment the mail came.',
    question: 'What do they ask?',
    contactHint:
      'What the mail says of it: when, how, who else reads along? It is kept sealed.',
    submit: 'Log the mail',
    asked: 'The mail is logged',
    reply:
      'They read the reply on the public page with the receipt code. No reply is ever sent by mail.',
    again: 'Back to the mails',
  },
};
