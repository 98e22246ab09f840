import { londonDateOf } from '@imsa-hub/core';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import type { HubInputError } from '../http/errors';
import type { HubService } from '../service/hubService';
import type { Abbreviations } from './writeOut';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** So that the last step of today is over. */
const BEFORE_MS = 3 * 3_600_000;
/** Minutes between the beginnings of two records of a day. */
const BETWEEN_RECORDS = 3;
/** Minutes between two steps on one record. */
const BETWEEN_STEPS = 9;

/** A plugin's foundation on which the people of the demo do things. */
export interface DemoFoundation {
  hub: HubService;
  people: PeopleDirectory;
  /** Register id of a demo person by key. */
  personId(key: string): string;
  organisationId(key: string): string;
  /** Sets the clock that the hub's units of work go by. */
  setClock(moment: Date): void;
  /** The moment that days are counted from; now unless told. */
  now?: Date;
}

/** One thing to be done, at its moment. */
export interface DemoAct {
  /** Milliseconds, as dates count them. */
  at: number;
  /** For whoever mends the file: which record, and what is done to it. */
  what: string;
  run(): Promise<void>;
}

/** Where a demo is played: who there is, which day it is, what comes when. */
export class DemoStage {
  readonly #now: number;
  /** When the first step of today is done: yesterday, in the small hours. */
  readonly #today: number;

  constructor(private readonly foundation: DemoFoundation) {
    this.#now = (foundation.now ?? new Date()).getTime();
    this.#today = this.#now - BEFORE_MS;
  }

  /** When the step at a place is done, on the record at a place in the file. */
  moment(input: { day: number; record: number; step: number }): number {
    const minutes = input.record * BETWEEN_RECORDS + input.step * BETWEEN_STEPS;
    return this.#today + input.day * DAY_MS + minutes * MINUTE_MS;
  }

  /** What every file of a demo may write in short. */
  abbreviations(more: Abbreviations = {}): Abbreviations {
    const { personId, organisationId } = this.foundation;
    return {
      // Counted from when steps are done, so that no step is of a day to come.
      day: days =>
        londonDateOf(
          new Date(this.#today + Number(days) * DAY_MS).toISOString(),
        ),
      person: personId,
      organisation: organisationId,
      ...more,
    };
  }

  /** @throws Error where nobody of that key has a role today */
  person(key: string): PersonContext {
    const { people, personId } = this.foundation;
    const person = people.byId(personId(key));
    if (!person) throw new Error(`The demo has no person "${key}" with a role`);
    return person;
  }

  /**
   * Plays all acts in the order of their moments, each by its own clock; the
   * clock is the present again afterwards.
   *
   * @throws Error that names the act that was refused, and why
   */
  async play(acts: readonly DemoAct[]): Promise<void> {
    for (const act of acts.toSorted((one, other) => one.at - other.at)) {
      this.foundation.setClock(new Date(act.at));
      try {
        await act.run();
      } catch (error) {
        throw new Error(`The demo cannot do "${act.what}": ${whyOf(error)}`, {
          cause: error,
        });
      }
    }
    this.foundation.setClock(new Date(this.#now));
  }
}

function whyOf(error: unknown): string {
  const { fieldErrors, message } = error as Error & Partial<HubInputError>;
  return (fieldErrors ?? [])
    .map(({ field, message: why }) => `${field}: ${why}`)
    .concat(message)
    .join('; ');
}
