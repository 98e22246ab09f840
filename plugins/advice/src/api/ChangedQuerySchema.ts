import { QueryRecordSchema } from '@imsa-hub/advice-common';
import { z } from 'zod';

/** The fresh record, or nothing where access ended with the change. */
export const ChangedQuerySchema = QueryRecordSchema.or(z.undefined());
