import type { Config } from '@backstage/config';
import {
  readSettings,
  retentionSettings,
  settingOf,
} from '@imsa-hub/core-node';
import { z } from 'zod';

const hours = settingOf(z.number().positive('Enter hours above zero'));
const share = settingOf(
  z
    .number('Enter one share between 0 and 1, like 0.75')
    .gt(0, 'Enter a share above 0, like 0.75')
    .lt(1, 'Enter a share below 1, like 0.75'),
);

const AdviceSettingsSchema = z
  .strictObject({
    targets: z
      .strictObject({
        firstReplyHours: hours.default(8),
        resolutionHours: hours.default(40),
        warnAt: share.default(0.75),
      })
      .prefault({}),
    ...retentionSettings,
  })
  .prefault({});

/** The settings of the advice line: `hub.advice`. */
export type AdviceSettings = z.output<typeof AdviceSettingsSchema>;

/**
 * By when the advice line replies and resolves, when it warns, and how long the
 * content of a query is kept.
 *
 * @throws Error in plain words where a setting cannot be used, or is none
 */
export function readAdviceSettings(config: Config): AdviceSettings {
  return readSettings({
    config,
    key: 'hub.advice',
    schema: AdviceSettingsSchema,
  });
}
