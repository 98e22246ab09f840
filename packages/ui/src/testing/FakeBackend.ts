/** A request as it arrived. */
export interface Arrived {
  route: string;
  query: URLSearchParams;
  body: unknown;
}

/** A refusal, as the backend writes it. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly problem: Record<string, unknown>,
  ) {}
}

/** An answer without a body: 204. */
export const NO_BODY = Symbol('204');

type Answer = (request: Arrived) => unknown;

/** Stands in for the fetch API: answers by method and path, keeps requests. */
export class FakeBackend {
  readonly requests: Arrived[] = [];
  readonly #answers = new Map<string, Answer>();

  /** @param route - such as `POST plugin://network/people/search` */
  on(route: string, answer: Answer): this {
    this.#answers.set(route, answer);
    return this;
  }

  /** The requests that reached a route. */
  to(route: string): Arrived[] {
    return this.requests.filter(request => request.route === route);
  }

  readonly fetch = async (
    input: RequestInfo | URL,
    init?: RequestInit,
  ): Promise<Response> => {
    const [path = '', query = ''] = String(input).split('?');
    const request: Arrived = {
      route: `${init?.method ?? 'GET'} ${path}`,
      query: new URLSearchParams(query),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    this.requests.push(request);
    const answer = await this.#answers.get(request.route)?.(request);
    if (answer === NO_BODY) return new Response(null, { status: 204 });
    if (answer instanceof Refusal) {
      return new Response(JSON.stringify(answer.problem), {
        status: answer.status,
      });
    }
    if (answer === undefined) {
      return new Response(JSON.stringify({ detail: 'Not here' }), {
        status: 404,
      });
    }
    return new Response(JSON.stringify(answer), { status: 200 });
  };
}
