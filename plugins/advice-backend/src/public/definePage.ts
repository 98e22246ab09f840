import { journeyOf } from '@imsa-hub/core-node';
import type { PublicAnswers } from './PublicAnswers';

/** States a page of the public form. */
export const { definePage } = journeyOf<PublicAnswers>();
