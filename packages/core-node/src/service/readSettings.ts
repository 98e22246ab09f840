import type { Config } from '@backstage/config';
import {
  DEFAULT_WORKING_HOURS,
  WorkingHoursSchema,
  type WorkingHours,
} from '@imsa-hub/core';
import { z } from 'zod';

/**
 * Everything that is set below one key, checked by a schema whose objects are
 * strict: a setting that nobody reads is a mistake in writing it.
 *
 * @throws Error that names each setting which cannot be used, and why
 */
export function readSettings<Schema extends z.ZodType>(options: {
  config: Config;
  /** `hub.advice` */
  key: string;
  schema: Schema;
}): z.output<Schema> {
  const { config, key, schema } = options;
  const read = schema.safeParse(config.getOptional(key));
  if (read.success) return read.data;
  const faults = read.error.issues.flatMap(issue => {
    const place = [key, ...issue.path.map(String)].join('.');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(
          unknown => `${place}.${unknown} is no setting of the hub`,
        )
      : [`${place}: ${issue.message}`];
  });
  throw new Error(`The hub cannot use its settings. ${faults.join('. ')}.`);
}

/**
 * A number of a setting. A variable of the environment arrives as a text, and
 * counts where it reads as a number.
 */
export function settingOf(number: z.ZodNumber) {
  return z.preprocess(
    value =>
      typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
    number,
  );
}

/** A counting number of a setting: 1, 2, 3 and on. */
export const countOfSetting = settingOf(
  z.int('Enter a whole number').positive('Enter a number above zero'),
);

/**
 * When the Hub works: `hub.workingHours`, by which all its targets are counted;
 * Monday to Friday from nine to five unless set.
 *
 * @throws Error in plain words where they cannot be used
 */
export function readWorkingHours(config: Config): WorkingHours {
  return readSettings({
    config,
    key: 'hub.workingHours',
    schema: WorkingHoursSchema.default(DEFAULT_WORKING_HOURS),
  });
}
