import type { QueryStatus } from '@imsa-hub/advice-common';

/** Where a question stands, as the person who asked it reads it. */
export const STATUS_WORDS: Readonly<
  Record<QueryStatus, { title: string; about: string }>
> = {
  received: {
    title: 'We have your question',
    about: 'It has arrived and waits to be looked at.',
  },
  triaged: {
    title: 'Your question has been looked at',
    about: 'It waits for the adviser who fits it best.',
  },
  'in-hand': {
    title: 'An adviser is working on it',
    about: 'Nothing is needed from you.',
  },
  'with-second-reader': {
    title: 'The reply is being checked',
    about: 'A second adviser reads it before it is sent to you.',
  },
  answered: {
    title: 'There is a reply',
    about: 'You can read it below, and write back.',
  },
  'waiting-on-asker': {
    title: 'We have asked you something',
    about: 'Read the message below and write back when you can.',
  },
  closed: {
    title: 'This is finished for now',
    about: 'You can still read it.',
  },
  merged: {
    title: 'Your question is being answered together with another one',
    about: 'It was about the same thing. You read the reply here.',
  },
};
