import {
  CustomErrorBase,
  InputError,
  NotAllowedError,
} from '@backstage/errors';
import { SIGN_IN_AGAIN } from '@imsa-hub/core';

/** One field of a request that has to be mended. */
export interface FieldError {
  /** Path in the request: `body.question`, `body.events[0].date`. */
  field: string;
  /** What to do, in plain words: "Enter your question". */
  message: string;
}

/** A request that cannot be taken as it is; says which fields to mend. */
export class HubInputError extends InputError {
  readonly fieldErrors: readonly FieldError[];

  constructor(options: { message?: string; fields: readonly FieldError[] }) {
    super(options.message ?? 'Some of what was sent needs to be mended');
    this.fieldErrors = options.fields;
  }
}

/** The entry of the ledger that says what somebody was shown. */
export interface Reading {
  /** `advice.query-read` */
  type: string;
  subject: string;
  why?: string;
}

/** What a {@link StaleError} says, and what it shows. */
export type StaleOptions =
  | { message: string; current?: undefined; reading?: undefined }
  | {
      message: string;
      current: unknown;
      /** What showing it is in the ledger; nothing where it is about nobody. */
      reading: Reading | null;
    };

/**
 * A write that had read an older version. Carries the record as it is now, so
 * that both can be shown and nothing is overwritten. Showing it is a reading,
 * and entered as one when the error is answered.
 */
export class StaleError extends CustomErrorBase {
  override name = 'ConflictError';
  readonly current: unknown;
  readonly reading: Reading | null;

  constructor(options: StaleOptions) {
    super(options.message);
    this.current = options.current;
    this.reading = options.reading ?? null;
  }
}

/**
 * A move that this person may not make on a record that they see, because of
 * who they are and not of how it stands. Answers as a stale write does, and is
 * entered in the ledger as a refusal.
 */
export class NotYoursError extends StaleError {}

/** Refuses what weighs most to whoever signed in too long ago for it. */
export class SignInAgainError extends NotAllowedError {
  /** The `type` of its problem body. */
  readonly type = SIGN_IN_AGAIN;
  readonly title = 'Sign in again to go on';

  constructor() {
    super(
      'You signed in some time ago, and for this the Hub has to be sure that it is you. Nothing was changed yet.',
    );
  }
}

/** Refuses a request for one field. */
export function refuseIf(wrong: boolean, field: FieldError): void {
  if (wrong) throw new HubInputError({ fields: [field] });
}
