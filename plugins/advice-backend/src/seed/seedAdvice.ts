import { newId, type KnowledgeArea, type Nation } from '@imsa-hub/core';
import { PublicQuestionSchema } from '@imsa-hub/advice-common';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AdviceServices } from '../AdviceServices';

const SeasonSchema = z.strictObject({
  queries: z
    .array(
      z.strictObject({
        question: z.string(),
        nation: z.string(),
        areas: z.array(z.string()),
        asker: z.string(),
        channel: z.enum(['console', 'public-form', 'phone']),
        /** Working backwards from today: how many days ago it came in. */
        daysAgo: z.int().min(0).max(120),
        safety: z.array(z.string()).default([]),
        whoCanAct: z.string().default(''),
        safeContact: z.string().default(''),
        interpreter: z
          .enum(['not-needed', 'needed', 'not-known'])
          .default('not-known'),
        language: z.string().default('en'),
        events: z
          .array(z.strictObject({ ruleId: z.string(), daysAgo: z.int() }))
          .default([]),
        /** Asked by this demo person, where asked in the console. */
        askedBy: z.string().optional(),
      }),
    )
    .min(1),
});

const DAY = 86_400_000;

/**
 * Takes in a season of invented queries, so that the first screen is alive.
 * Their questions are the kinds of situation that advocates meet; nobody in
 * them is real. Runs once: queries that are there are left alone.
 *
 * @returns how many were added
 */
export async function seedAdvice(options: {
  services: AdviceServices;
  /** Folder with `demo/advice.yaml`. */
  catalogFolder: string;
  /** Register id of a demo person by key. */
  personId(key: string): string;
  now?: Date;
}): Promise<number> {
  const { services } = options;
  const { hub } = services.context;
  const now = (options.now ?? new Date()).getTime();
  const [present] = await hub.database
    .from('query')
    .where({ demo: true })
    .limit(1);
  if (present) return 0;
  const file = path.join(options.catalogFolder, 'demo', 'advice.yaml');
  const season = SeasonSchema.parse(parse(readFileSync(file, 'utf8')));
  for (const item of season.queries) {
    const said = new Set(item.safety);
    const answer = (name: string) => (said.has(name) ? 'yes' : 'no');
    const date = (daysAgo: number) =>
      new Date(now - daysAgo * DAY).toISOString().slice(0, 10);
    const question = PublicQuestionSchema.parse({
      question: item.question,
      nation: item.nation as Nation,
      areas: item.areas as KnowledgeArea[],
      whoCanAct: item.whoCanAct,
      safety: {
        'nowhere-safe-tonight': answer('nowhere-safe-tonight'),
        'contact-with-exploiter': answer('contact-with-exploiter'),
        'removal-eviction-or-detention': answer(
          'removal-eviction-or-detention',
        ),
      },
      safeContact: item.safeContact,
      language: item.language,
      interpreter: item.interpreter,
      events: item.events.map(event => ({
        ruleId: event.ruleId,
        date: date(event.daysAgo),
      })),
      askerKind: item.asker,
      requestKey: newId(),
    });
    await services.intake.take(hub.systemActor, {
      question,
      channel: item.channel,
      askerKind: question.askerKind,
      raisedBy: item.askedBy ? options.personId(item.askedBy) : null,
      subjectOrganisationId: null,
      code: null,
      receivedAt: new Date(now - item.daysAgo * DAY).toISOString(),
      demo: true,
    });
  }
  return season.queries.length;
}
