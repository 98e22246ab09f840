import type { HubClient } from '../../support/HubClient';
import { need } from './need';

/** A complex case that several people move on in turn. */
export class CaseInHand {
  /** @param done - names of what was done to any case, which each move joins */
  constructor(
    readonly id: string,
    readonly done: Set<string>,
  ) {}

  get path(): string {
    return `/api/escalations/cases/${this.id}`;
  }

  /** Looks at it as somebody may: what stands there, and at which version. */
  async look<T = object>(
    person: HubClient,
  ): Promise<T & { version: number; reference: string }> {
    const answer = await person.get<T & { version: number; reference: string }>(
      this.path,
    );
    return need(answer).body;
  }

  /** One move by one person. @throws Error where it is refused */
  async move(
    person: HubClient,
    name: string,
    body: Record<string, unknown> = {},
  ): Promise<void> {
    const { version } = await this.look(person);
    // Nothing is answered to somebody who cannot see it any more.
    need(
      await person.post(`${this.path}/${name}`, { version, ...body }),
      200,
      204,
    );
    this.done.add(name);
  }
}
