import { newId } from '@imsa-hub/core';
import { raiseCase } from '../support/raiseCase';
import type { HubClient } from '../support/HubClient';
import { handOver, takeOn } from './cases';
import { endRole, grantRole, startEmployment } from './register';
import type { Stayers } from './LeaversCases';

/** What a move needs. */
export interface MoveFacts {
  stayers: Stayers;
  mover: HubClient;
  personId: string;
  /** The organisation that the case is about. */
  subjectId: string;
}

/** One way in which somebody who stays signed in loses a case. */
export interface Move {
  name: string;
  account: string;
  /** What the case waits for afterwards. */
  part: 'handler' | 'lead';
  /** What has to be so first. */
  prepare?(facts: MoveFacts): Promise<void>;
  /** Gives them the part. @returns the case */
  give(facts: MoveFacts): Promise<string>;
  move(facts: MoveFacts): Promise<void>;
}

const raise = ({ stayers, subjectId }: MoveFacts) =>
  raiseCase(stayers.lead, { word: `drill${newId()}`, subjectId });

const toSubject = ({ stayers, personId, subjectId }: MoveFacts) =>
  startEmployment({
    manager: stayers.manager,
    personId,
    organisationId: subjectId,
  });

/** Every way of losing a case that leaves somebody in the hub. */
export const MOVES: readonly Move[] = [
  {
    name: 'handler goes to work for the subject organisation',
    account: 'senior-dara',
    part: 'handler',
    async give(facts) {
      const { id } = await raise(facts);
      await takeOn(facts.mover, id);
      return id;
    },
    move: toSubject,
  },
  {
    name: 'lead IMSA goes to work for the subject organisation',
    account: 'imsa-minh',
    part: 'lead',
    async give(facts) {
      const { stayers, mover, personId } = facts;
      const { id } = await raise(facts);
      await takeOn(stayers.adviser, id);
      await handOver({
        caseId: id,
        by: stayers.lead,
        to: mover,
        toId: personId,
      });
      return id;
    },
    move: toSubject,
  },
  {
    name: 'handler loses the role of the desk and stays an IMSA',
    account: 'imsa-arjun',
    part: 'handler',
    prepare: ({ stayers, personId }) =>
      grantRole({ manager: stayers.manager, personId, role: 'senior-imsa' }),
    async give(facts) {
      const { id } = await raise(facts);
      await takeOn(facts.mover, id);
      return id;
    },
    move: ({ stayers, personId }) =>
      endRole({ manager: stayers.manager, personId, role: 'senior-imsa' }),
  },
];
