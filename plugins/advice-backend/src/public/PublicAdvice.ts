import type {
  EventChoiceSchema,
  Helped,
  Limit,
  PublicQuestion,
  QueryStatus,
} from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';
import type { EventProblem, HappenedEvent } from '@imsa-hub/deadlines-node';
import type { Request } from 'express';
import type { z } from 'zod';

/** Something that can start a legal limit, for choosing in the form. */
export type EventChoice = z.infer<typeof EventChoiceSchema>;

/** One message between the asker and the advice line, oldest first. */
export interface PublicMessage {
  id: string;
  /** ISO instant. */
  at: string;
  from: 'asker' | 'adviser';
  /** Opened text, line breaks as `\n`. */
  text: string;
  /** Rules and sources that a reply rests on; empty for the asker's own. */
  cites: readonly string[];
}

/** What somebody who holds the receipt code may see. No name, no reference. */
export interface PublicConversation {
  /** ISO instant at which the question came in. */
  askedAt: string;
  nation: Nation;
  status: QueryStatus;
  question: string;
  /** Everything written since the question. */
  messages: readonly PublicMessage[];
  /** When a reply is due, in words; absent when none is waited for. */
  expectedReply: string | null;
  limits: readonly Limit[];
  helped: Helped | null;
  /** What can be done now; the page offers nothing else. */
  allowed: {
    writeBack: boolean;
    secondOpinion: boolean;
    feedback: boolean;
  };
}

/**
 * What the public pages need of the advice line. Every call that takes a
 * receipt code takes it as it was typed and tidied, whatever its form: wrong,
 * malformed, unknown and destroyed codes must all cost the same keyed hash and
 * the same look-up, and all answer `undefined`.
 */
export interface PublicAdvice {
  /**
   * Takes a question. The code is made by the page before sending, so that a
   * repeated `question.requestKey` (a second click, a reload) gives the same
   * code: only its keyed hash is kept. `repeated` says that this key was
   * taken before, and that nothing new was stored.
   */
  submit(input: {
    question: PublicQuestion;
    receiptCode: string;
    request: Request;
  }): Promise<{ receiptCode: string; repeated: boolean }>;

  /** The conversation of a code. */
  conversation(input: {
    receiptCode: string;
    request: Request;
  }): Promise<PublicConversation | undefined>;

  /**
   * Adds a message from the asker. A repeated `requestKey` stores nothing new.
   *
   * @returns the conversation afterwards, or `undefined` as above
   * @throws ConflictError when it cannot be written to any more
   */
  writeBack(input: {
    receiptCode: string;
    body: string;
    requestKey: string;
    request: Request;
  }): Promise<PublicConversation | undefined>;

  /** Asks for another adviser's view; as {@link PublicAdvice.writeBack}. */
  secondOpinion(input: {
    receiptCode: string;
    reason: string;
    requestKey: string;
    request: Request;
  }): Promise<PublicConversation | undefined>;

  /** Notes whether it helped; the last answer counts. */
  feedback(input: {
    receiptCode: string;
    helped: Helped;
    request: Request;
  }): Promise<PublicConversation | undefined>;

  /** The computed limits of events, each with its working. */
  limits(input: {
    nation: Nation;
    events: readonly HappenedEvent[];
  }): readonly Limit[];

  /** What is wrong with an event, where it cannot be kept as it was entered. */
  eventProblems(event: HappenedEvent): readonly EventProblem[];

  /** What can start a limit in a nation. */
  eventChoices(nation: Nation): readonly EventChoice[];

  /**
   * When a reply to a question sent now is due, in words that follow "We aim
   * to reply by": "5pm on Tuesday 24 November 2026".
   */
  expectedReply(nation: Nation): string;
}
