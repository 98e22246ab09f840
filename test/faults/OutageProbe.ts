import type { HubClient } from '../support/HubClient';

/** Longest that a person may wait for an answer while the database is away. */
const LONGEST_ANSWER_MS = 5_000;
const PAUSE_MS = 300;

/** What a person asks for; each needs the database. */
const ASKED: ReadonlyArray<[method: string, path: string, body?: object]> = [
  ['GET', '/api/advice/queue'],
  ['GET', '/api/advice/day'],
  ['GET', '/api/notifications/notices'],
  ['GET', '/api/network/organisations'],
  ['POST', '/api/network/people/search', {}],
];

/** Asks as a person does while PostgreSQL is dead, and judges the answers. */
export class OutageProbe {
  asked = 0;
  slowestMs = 0;
  /** Answers that were not a plain "not available for a moment". */
  readonly wrong: string[] = [];
  private stopped = false;

  constructor(private readonly person: HubClient) {}

  /** Asks again and again until {@link stop}. */
  async run(): Promise<void> {
    while (!this.stopped) {
      await Promise.all(ASKED.map(request => this.ask(...request)));
      await new Promise(done => setTimeout(done, PAUSE_MS));
    }
  }

  stop(): void {
    this.stopped = true;
  }

  private async ask(
    method: string,
    path: string,
    body?: object,
  ): Promise<void> {
    const begun = performance.now();
    const answer = await this.person
      .send(method, path, body, {
        signal: AbortSignal.timeout(4 * LONGEST_ANSWER_MS),
      })
      .catch((error: Error) => error);
    const took = performance.now() - begun;
    if (this.stopped) return;
    this.asked += 1;
    this.slowestMs = Math.max(this.slowestMs, took);
    const said =
      answer instanceof Error
        ? answer.name
        : `${answer.status} ${answer.headers.get('content-type')}`;
    const plain =
      !(answer instanceof Error) &&
      answer.status === 503 &&
      answer.headers.get('content-type')?.startsWith(PROBLEM) === true &&
      !/\n\s+at |ECONN|[Pp]ostgre|knex|select /.test(answer.text);
    if (!plain || took > LONGEST_ANSWER_MS) {
      this.wrong.push(`${path}: ${said} in ${Math.round(took)} ms`);
    }
  }
}

const PROBLEM = 'application/problem+json';
