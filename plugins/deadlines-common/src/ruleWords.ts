import type { Division } from '@imsa-hub/core';
import type { DeadlineRule } from '@imsa-hub/core';
import type { Keepable, RuleChange, RuleStanding } from './ruleContracts';

export const KIND_NAMES: Readonly<Record<DeadlineRule['kind'], string>> = {
  limit: 'Legal limit',
  aim: 'Aim, not an entitlement',
  'minimum-period': 'Minimum period',
};

export const STANDING_NAMES: Readonly<Record<RuleStanding, string>> = {
  'in-force': 'In force',
  'to-come': 'To come',
  ended: 'Ended',
};

export const CONFIDENCE_NAMES: Readonly<
  Record<DeadlineRule['confidence'], string>
> = {
  primary: 'Primary text read',
  secondary: 'Secondary: no primary text was read',
};

export const CHANGE_NAMES: Readonly<Record<RuleChange, string>> = {
  reviewed: 'Read again and kept',
  ended: 'Given its last day',
  started: 'Started',
};

export const KEEPABLE_NAMES: Readonly<Record<Keepable, string>> = {
  extensions: 'Days that are added in some cases',
  endsEarlier: 'What can end it earlier',
  lateLimit: 'The last day for asking late',
  followOn: 'The limits that the answer can start',
};

export const DIVISION_NAMES: Readonly<Record<Division, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};
