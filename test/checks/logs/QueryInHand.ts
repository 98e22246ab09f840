import type { HubClient } from '../../support/HubClient';
import { need } from './need';

/** A query that several people move on in turn; knows its version. */
export class QueryInHand {
  version = 1;

  constructor(readonly id: string) {}

  get path(): string {
    return `/api/advice/queries/${this.id}`;
  }

  /** Looks at it, which tells the version. */
  async look(person: HubClient): Promise<void> {
    const { body } = need(await person.get<{ version: number }>(this.path));
    this.version = body.version;
  }

  /** One move by one person. @throws Error where it is refused */
  async move(
    person: HubClient,
    name: string,
    body: Record<string, unknown> = {},
  ): Promise<void> {
    const answer = await person.send<{ version?: number }>(
      name === 'draft' ? 'PUT' : 'POST',
      `${this.path}/${name}`,
      name === 'feedback' ? body : { version: this.version, ...body },
    );
    if (answer.status >= 300) {
      throw new Error(`${name}: ${answer.status} ${answer.text.slice(0, 600)}`);
    }
    this.version = answer.body.version ?? this.version;
  }
}
