import type { Config } from '@backstage/config';
import {
  readSettings,
  retentionSettings,
  settingOf,
} from '@imsa-hub/core-node';
import { z } from 'zod';
import { DEFAULT_TARGET_HOURS } from './flow/stateTargets';

const hours = settingOf(z.number().positive('Enter hours above zero'));

const TargetHoursSchema = z.strictObject({
  raised: hours.default(DEFAULT_TARGET_HOURS.raised),
  returned: hours.default(DEFAULT_TARGET_HOURS.returned),
  accepted: hours.default(DEFAULT_TARGET_HOURS.accepted),
  'in-progress': hours.default(DEFAULT_TARGET_HOURS['in-progress']),
  waiting: hours.default(DEFAULT_TARGET_HOURS.waiting),
  resolved: hours.default(DEFAULT_TARGET_HOURS.resolved),
});

const CaseSettingsSchema = z
  .strictObject({
    targetHours: TargetHoursSchema.prefault({}),
    ...retentionSettings,
  })
  .prefault({});

/** The settings of complex cases: `hub.escalations`. */
export type CaseSettings = z.output<typeof CaseSettingsSchema>;

/**
 * By when each state of a case is left, in working hours, and how long its
 * content is kept.
 *
 * @throws Error in plain words where a setting cannot be used, or is none
 */
export function readCaseSettings(config: Config): CaseSettings {
  return readSettings({
    config,
    key: 'hub.escalations',
    schema: CaseSettingsSchema,
  });
}
