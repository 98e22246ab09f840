import type { Guard } from './guards';

/**
 * State lives in one table per kind of record: status → action → step. The
 * table is data; {@link decide} is the only reader of it, for the server's
 * moves, for the buttons a person is handed and for the generated tests.
 */

/** One permitted move. */
export interface FlowStep<Status extends string, Context> {
  /** The status it leads to; a function where it depends on the record. */
  to: Status | ((context: Context) => Status);
  /** Why this person may not make this move now, in plain words; or nothing. */
  guard?: Guard<Context>;
  /** Whether a reason must be given. */
  reasonRequired?: boolean;
  /** What entering the new state does to the clocks. */
  clock?: 'stop' | 'restart' | 'end';
}

/** The whole table. */
export type Flow<Status extends string, Action extends string, Context> = {
  readonly [S in Status]: {
    readonly [A in Action]?: FlowStep<Status, Context>;
  };
};

/** What {@link decide} answers. */
export type Decision<Status extends string> =
  | {
      allowed: true;
      from: Status;
      to: Status;
      clock?: FlowStep<Status, never>['clock'];
    }
  | { allowed: false; why: string; kind: RefusalKind };

/**
 * `not-here`: no such move from this status. `not-now`: as the record stands.
 * `not-you`: because of who asks. `no-reason`: a reason is missing.
 */
export type RefusalKind = 'not-here' | 'not-now' | 'not-you' | 'no-reason';

/** What {@link decide} needs. */
export interface DecideOptions<
  Status extends string,
  Action extends string,
  Context,
> {
  flow: Flow<Status, Action, Context>;
  status: Status;
  action: Action;
  context: Context;
  /** The reason given, if any; blank counts as none. */
  reason?: string;
  /** Says for people what cannot be done: "close", "in hand". */
  words: {
    actions: Readonly<Record<Action, string>>;
    statuses: Readonly<Record<Status, string>>;
  };
}

/** Decides one move. Pure: the same input gives the same answer. */
export function decide<Status extends string, Action extends string, Context>(
  options: DecideOptions<Status, Action, Context>,
): Decision<Status> {
  const { flow, status, action, context, words } = options;
  const step = flow[status][action];
  if (!step) {
    return {
      allowed: false,
      kind: 'not-here',
      why: `This is ${words.statuses[status]}, so you cannot ${words.actions[action]} it.`,
    };
  }
  const refusal = step.guard?.(context);
  if (refusal) {
    return typeof refusal === 'string'
      ? { allowed: false, kind: 'not-now', why: refusal }
      : { allowed: false, kind: 'not-you', why: refusal.why };
  }
  if (step.reasonRequired && !options.reason?.trim()) {
    return { allowed: false, kind: 'no-reason', why: 'Give a reason.' };
  }
  const to = typeof step.to === 'function' ? step.to(context) : step.to;
  return { allowed: true, from: status, to, clock: step.clock };
}

/** The actions a person may take from here, in the table's order. */
export function allowedActions<
  Status extends string,
  Action extends string,
  Context,
>(options: {
  flow: Flow<Status, Action, Context>;
  status: Status;
  context: Context;
}): Action[] {
  const steps = options.flow[options.status];
  return (Object.keys(steps) as Action[]).filter(action => {
    const step = steps[action];
    return step !== undefined && !step.guard?.(options.context);
  });
}
