import {
  FakeBackend as HubBackend,
  NO_BODY,
  type Arrived,
} from '@imsa-hub/ui/src/testing/FakeBackend';

export { Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';

/** What a route answers: a body, nothing (204), or that of a request. */
type Answer = unknown | ((request: Arrived) => unknown);

/** `GET /queue`, as the whole hub names it. */
const whole = (route: string) => route.replace(' /', ' plugin://advice/');

/** The advice line's backend: its routes by their own paths. */
export class FakeBackend extends HubBackend {
  /** @param route - `GET /queue`; the query string is not part of it */
  override on(route: string, answer: Answer): this {
    return super.on(whole(route), async request => {
      const body =
        typeof answer === 'function' ? await answer(request) : answer;
      return body === undefined ? NO_BODY : body;
    });
  }

  override to(route: string): Arrived[] {
    return super.to(whole(route));
  }
}
