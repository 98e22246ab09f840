import { CalendarDateSchema, DivisionSchema, openText } from '@imsa-hub/core';
import { z } from 'zod';
import { HorizonSchema } from './limitContracts';
import { ReasonSchema } from './ruleContracts';

/** `POST /holidays`: a day is closed, or open, against the list. */
export const HolidayChangeSchema = z
  .strictObject({
    divisions: z
      .array(DivisionSchema)
      .min(1, 'Choose where')
      .refine(list => new Set(list).size === list.length, {
        error: 'Name each one once',
      }),
    date: CalendarDateSchema,
    change: z.enum(['add', 'remove']),
    title: openText({
      max: 120,
      empty: 'Say what the day is called',
      least: 'sure',
    }).optional(),
    reason: ReasonSchema,
  })
  .refine(({ change, title }) => change === 'remove' || title !== undefined, {
    path: ['title'],
    error: 'Say what the day is called',
  });
export type HolidayChange = z.infer<typeof HolidayChangeSchema>;

/** A weekday that is or was to be closed. */
export const HolidaySchema = z.object({
  division: DivisionSchema,
  date: CalendarDateSchema,
  title: z.string(),
  /** `listed`, or changed after the list was made. */
  state: z.enum(['listed', 'added', 'removed']),
  why: z.string().optional(),
  by: z.string().optional(),
  at: z.string().optional(),
});
export type Holiday = z.infer<typeof HolidaySchema>;

/** Answer of `GET /holidays`: from the beginning of this year. */
export const HolidayListSchema = z.object({
  horizon: HorizonSchema,
  reviewedOn: CalendarDateSchema,
  source: z.string(),
  /** By date. */
  days: z.array(HolidaySchema),
  allowedActions: z.array(z.enum(['change'])),
});
export type HolidayList = z.infer<typeof HolidayListSchema>;
