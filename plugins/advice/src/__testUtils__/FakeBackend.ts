/** A request as it arrived. */
export interface Arrived {
  method: string;
  path: string;
  body: unknown;
}

/** What a route answers: a body, or a status with a body. */
type Answer = unknown | ((request: Arrived) => unknown);

/** A refusal, as the backend writes it. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly problem: Record<string, unknown>,
  ) {}
}

function responseOf(answer: unknown): Response {
  const status = answer instanceof Refusal ? answer.status : 200;
  const body = answer instanceof Refusal ? answer.problem : answer;
  if (body === undefined) return new Response(null, { status: 204 });
  return new Response(JSON.stringify(body), { status });
}

/** Stands in for the fetch API: answers by method and path, keeps requests. */
export class FakeBackend {
  readonly requests: Arrived[] = [];
  readonly #answers = new Map<string, Answer>();

  /** @param route - `GET /queue`; the query string is not part of it */
  on(route: string, answer: Answer): this {
    this.#answers.set(route, answer);
    return this;
  }

  /** The requests that reached a route. */
  to(route: string): Arrived[] {
    return this.requests.filter(
      ({ method, path }) => `${method} ${path.split('?')[0]}` === route,
    );
  }

  readonly fetch = async (
    input: RequestInfo | URL,
    init?: RequestInit,
  ): Promise<Response> => {
    const request: Arrived = {
      method: init?.method ?? 'GET',
      path: String(input).replace('plugin://advice', ''),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    this.requests.push(request);
    const route = `${request.method} ${request.path.split('?')[0]}`;
    if (!this.#answers.has(route)) {
      return responseOf(new Refusal(404, { detail: `No answer to ${route}` }));
    }
    const answer = this.#answers.get(route);
    return responseOf(
      await (typeof answer === 'function' ? answer(request) : answer),
    );
  };
}
