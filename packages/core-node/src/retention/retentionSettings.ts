import { z } from 'zod';
import { settingOf } from '../service/readSettings';

const whole = settingOf(
  z.int('Enter a whole number').positive('Enter a number above zero'),
);

/** The settings of how long records of one kind are kept, with their defaults. */
export const retentionSettings = {
  // Six years in which somebody may bring a claim, and one more.
  retentionMonths: whole.default(84),
  retentionReviewDays: whole.default(30),
};
