import type { PermissionApi } from '@backstage/plugin-permission-react';
import { MeSchema, hubRequest, type Fetcher } from '@imsa-hub/ui';

type Answer = Awaited<ReturnType<PermissionApi['authorize']>>;

/**
 * Answers "may I open this door?" for the whole app from the one question
 * "who am I?", instead of one call to the permission backend for each page.
 * The backend decides again at every request; this only chooses what to show.
 */
export class DoorPermissionApi implements PermissionApi {
  readonly #fetcher: Fetcher;
  #doors: Promise<readonly string[]> | undefined;

  constructor(options: { fetcher: Fetcher }) {
    this.#fetcher = options.fetcher;
  }

  async authorize({
    permission,
  }: Parameters<PermissionApi['authorize']>[0]): Promise<Answer> {
    const doors = await this.#load();
    const result = doors.includes(permission.name) ? 'ALLOW' : 'DENY';
    return { result } as Answer;
  }

  #load(): Promise<readonly string[]> {
    this.#doors ??= hubRequest({
      fetcher: this.#fetcher,
      request: { path: 'plugin://network/me', schema: MeSchema },
    })
      .then(({ doors }) => doors)
      .catch((error: unknown) => {
        this.#doors = undefined;
        throw error;
      });
    return this.#doors;
  }
}
