import { countOfSetting } from '../service/readSettings';

/** The settings of how long records of one kind are kept, with their defaults. */
export const retentionSettings = {
  // Six years in which somebody may bring a claim, and one more.
  retentionMonths: countOfSetting.default(84),
  retentionReviewDays: countOfSetting.default(30),
};
