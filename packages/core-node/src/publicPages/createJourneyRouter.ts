import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, RequestHandler, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { problemOf, requestIdOf } from '../http/problem';
import type { BrowserKeys } from './browserKey';
import { drawCheck, drawQuestion, type CheckPage } from './drawJourney';
import type { FormSeal } from './FormSeal';
import type { Journey } from './Journey';
import {
  moveFromPage,
  moveOnwards,
  type JourneyMove,
  type JourneyState,
} from './moveJourney';
import { postedNames } from './PageField';
import { PublicPageError } from './PublicPageError';
import { notThisWay } from './publicPageErrors';
import type { PublicPage, PublicPages } from './PublicPages';
import { formBody, readForm, refuseUnknownFields } from './readForm';
import { answersOnTheWay, pageOf, walkJourney } from './walkJourney';

/** What {@link createJourneyRouter} stands on. */
export interface JourneyRouterOptions<Answers extends object, Keys> {
  journey: Journey<Answers>;
  check: CheckPage<Answers>;
  pages: PublicPages;
  seal: FormSeal;
  browserKeys: BrowserKeys;
  logger: LoggerService;
  /** Steps before each post: same origin, allowances. */
  before: readonly RequestHandler[];
  /** Largest form in bytes. */
  bodyLimit: number;
  begin(): Keys;
  /** Sends the answers and gives the page that says so. */
  send(input: {
    answers: Partial<Answers>;
    keys: Keys;
    request: Request;
  }): Promise<PublicPage>;
}

const NOT_TAKEN = {
  field: 'main',
  message:
    'We could not take it at this moment. Your answers are still on this page: wait a minute, then send them again',
};

/**
 * Routes of a journey: `POST /begin`, `POST` of each page's path and
 * `POST /check`. Each answers with the page that comes next, so an address
 * names the page that was answered and never an answer; asked for with `GET`,
 * they lead to the start.
 */
export function createJourneyRouter<Answers extends object, Keys>(
  options: JourneyRouterOptions<Answers, Keys>,
) {
  type State = JourneyState<Answers, Keys>;
  type Move = JourneyMove<Answers, Keys>;
  const { journey, pages, seal, browserKeys, check } = options;
  const { base } = pages.site;
  const router = PromiseRouter();
  const steps = [...options.before, formBody({ limit: options.bodyLimit })];
  const paths = ['/begin', ...journey.pages.map(({ path }) => path), '/check'];

  router.post('/begin', ...steps, async (request, response) => {
    refuseUnknownFields({ values: readForm(request.body), known: [] });
    const state = { answers: {}, keys: options.begin(), reviewing: false };
    const page = pageOf(journey, journey.first);
    await show(request, response, { state, page });
  });

  for (const page of journey.pages) {
    router.post(page.path, ...steps, async (request, response) => {
      const { values, state } = await open(request);
      const fields = page.fields(state.answers);
      refuseUnknownFields({
        values,
        known: ['sealed', 'go', ...fields.flatMap(postedNames)],
        repeated: fields
          .filter(({ kind }) => kind === 'checkboxes')
          .map(({ name }) => name),
      });
      const move = moveFromPage({ journey, page, values, state });
      await show(request, response, move);
    });
  }

  router.post('/check', ...steps, async (request, response) => {
    const { values, state } = await open(request);
    refuseUnknownFields({ values, known: ['sealed', 'go'] });
    const { answers } = state;
    const { pages: way, complete } = walkJourney({ journey, answers });
    const go = values.one('go');
    if (!complete) {
      await show(request, response, moveOnwards({ journey, state }));
    } else if (go === 'send') {
      await send(request, response, state);
    } else if (go === 'tidy') {
      const tidied = { ...state, answers: check.tidy(answers) };
      await show(request, response, { state: tidied, page: 'check' });
    } else {
      const page =
        go === 'back'
          ? way.at(-1)
          : way.find(({ id }) => go === `change:${id}`);
      if (!page) throw new PublicPageError({ kind: 'unreadable', status: 400 });
      await show(request, response, { state, page });
    }
  });

  for (const path of paths) {
    router.get(path, (_request, response) => response.redirect(303, base));
    router.all(path, notThisWay('GET, HEAD, POST'));
  }
  return { router, paths };

  async function open(request: Request) {
    const values = readForm(request.body);
    const data = await seal.open({
      browserKey: browserKeys.read(request),
      sealed: values.one('sealed'),
    });
    // Only this router seals for this purpose, so it knows the shape.
    return { values, state: data as State };
  }

  async function send(request: Request, response: Response, state: State) {
    const answers = answersOnTheWay({ journey, answers: state.answers });
    try {
      const { keys } = state;
      pages.send(response, await options.send({ answers, keys, request }));
    } catch (error) {
      if (error instanceof PublicPageError) throw error;
      const { status } = problemOf(error, '');
      if (status < 500 && status !== 429) throw error;
      if (status !== 429) {
        options.logger.error('A public form could not be sent', {
          requestId: requestIdOf(request),
          errorName: error instanceof Error ? error.name : typeof error,
        });
      }
      response.set('retry-after', '60');
      await show(request, response, {
        state,
        page: 'check',
        errors: [NOT_TAKEN],
        status: status === 429 ? 429 : 503,
      });
    }
  }

  async function show(request: Request, response: Response, move: Move) {
    const { state, page, errors = [], status = 200 } = move;
    if (page === 'start') {
      response.redirect(303, base);
      return;
    }
    const reviewing = state.reviewing || page === 'check';
    const sealed = await seal.seal({
      browserKey: browserKeys.keep(request, response),
      data: { ...state, reviewing },
    });
    const { answers } = state;
    const common = { base, answers, sealed, errors, status };
    if (page === 'check') {
      pages.send(response, drawCheck({ ...common, journey, check }));
      return;
    }
    const values = move.values ?? page.filled(answers);
    pages.send(response, drawQuestion({ ...common, page, values }));
  }
}
