import { PublicQuestionSchema } from '@imsa-hub/advice-common';
import { newId } from '@imsa-hub/core';
import {
  DemoCaller,
  DemoStage,
  writeOut,
  type DemoAct,
  type DemoFoundation,
} from '@imsa-hub/core-node';
import type { AdviceServices } from '../AdviceServices';
import { adviceRoutes } from '../routes';
import { readDemoQueries, type DemoQuery } from './readDemoQueries';

interface Playing {
  services: AdviceServices;
  foundation: DemoFoundation;
  stage: DemoStage;
  caller: DemoCaller;
}

/**
 * Takes in a season of invented queries, and what the people of the demo
 * network did with them day by day, so that the first screen is alive. Their
 * questions are the kinds of situation that advocates meet; nobody in them is
 * real. Runs once: where queries of a demo are, nothing is added.
 *
 * @returns how many were added
 */
export async function seedAdvice(options: {
  services: AdviceServices;
  foundation: DemoFoundation;
  /** Folder with `demo/advice.yaml`. */
  catalogFolder: string;
}): Promise<number> {
  const { services, foundation } = options;
  const [present] = await foundation.hub.database
    .from('query')
    .where({ demo: true })
    .limit(1);
  if (present) return 0;
  const stage = new DemoStage(foundation);
  const caller = new DemoCaller(adviceRoutes(services));
  const playing = { services, foundation, stage, caller };
  const queries = readDemoQueries(options.catalogFolder);
  await stage.play(
    queries.flatMap((item, record) => actsOf(playing, { item, record })),
  );
  return queries.length;
}

function actsOf(
  playing: Playing,
  { item, record }: { item: DemoQuery; record: number },
): DemoAct[] {
  const { stage, caller } = playing;
  const { database } = playing.foundation.hub;
  const what = item.question.slice(0, 60);
  let queryId = '';
  return [
    {
      at: stage.moment({ day: item.day, record, step: 0 }),
      what,
      async run() {
        queryId = await ask(playing, item);
        await database
          .from('query')
          .where({ id: queryId })
          .update({ demo: true });
      },
    },
    ...item.steps.map((step, index) => ({
      at: stage.moment({ day: step.day, record, step: index + 1 }),
      what: `${what}: ${step.do}`,
      async run() {
        const row = await database
          .from('query')
          .where({ id: queryId })
          .first('version', 'areas');
        await caller.move({
          person: stage.person(step.by),
          path: `/queries/:queryId/${step.do}`,
          params: { queryId },
          version: row?.version,
          body: {
            ...(step.do === 'triage' && {
              areas: row?.areas,
              highRisk: false,
              subjectOrganisationId: null,
            }),
            ...((await writeOut(step.with, stage.abbreviations())) as object),
          },
        });
      },
    })),
  ];
}

/** Asks it by the way that it came. */
async function ask(playing: Playing, item: DemoQuery): Promise<string> {
  const { services, foundation, stage, caller } = playing;
  const said = new Set(item.safety);
  const answer = (name: string) => (said.has(name) ? 'yes' : 'no');
  const about = {
    question: item.question,
    nation: item.nation,
    areas: item.areas,
    whoCanAct: item.whoCanAct,
    safety: {
      'nowhere-safe-tonight': answer('nowhere-safe-tonight'),
      'contact-with-exploiter': answer('contact-with-exploiter'),
      'removal-eviction-or-detention': answer('removal-eviction-or-detention'),
    },
    safeContact: item.safeContact,
    language: item.language,
    interpreter: item.interpreter,
    events: await writeOut(item.events, stage.abbreviations()),
    requestKey: newId(),
  };
  if (item.channel === 'public-form') {
    const question = PublicQuestionSchema.parse({
      ...about,
      askerKind: item.asker,
    });
    const { id } = await services.intake.take(foundation.hub.systemActor, {
      question,
      channel: item.channel,
      askerKind: question.askerKind,
      raisedBy: null,
      subjectOrganisationId: null,
      code: null,
      demo: true,
    });
    return id;
  }
  const isCall = item.channel === 'phone';
  const adult = { ...about, under18: 'no' };
  const { id } = await caller.call({
    person: stage.person(item.by ?? 'coordinator'),
    method: 'post',
    path: isCall ? '/queries/log-call' : '/queries',
    body: isCall ? { ...adult, askerKind: item.asker } : adult,
  });
  return String(id);
}
