import type {
  BackstageIdentityApi,
  BackstageUserIdentity,
  IdentityApi,
  ProfileInfo,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';
import { forgetDrafts } from '@imsa-hub/ui';
import type { Attendance } from './Attendance';
import { hasRunOut } from './hasRunOut';

interface HubIdentityOptions {
  auth: BackstageIdentityApi & ProfileInfoApi & SessionApi;
  identity: BackstageUserIdentity;
  attendance: Pick<Attendance, 'isThere'>;
}

/**
 * The signed-in person, for the app. A session that cannot be renewed gives no
 * token instead of starting a sign-in by itself: that would leave the page and
 * what stands in it. While nobody is at the page, none is renewed.
 */
export class HubIdentity implements IdentityApi {
  readonly #auth: HubIdentityOptions['auth'];
  readonly #identity: BackstageUserIdentity;
  readonly #attendance: HubIdentityOptions['attendance'];
  #token: string | undefined;

  constructor(options: HubIdentityOptions) {
    this.#auth = options.auth;
    this.#identity = options.identity;
    this.#attendance = options.attendance;
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return (await this.#auth.getProfile({ optional: true })) ?? {};
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return this.#identity;
  }

  async getCredentials(): Promise<{ token?: string }> {
    if (!this.#attendance.isThere) {
      // One that has run out would count as a bad one.
      return { token: hasRunOut(this.#token) ? undefined : this.#token };
    }
    const session = await this.#auth.getBackstageIdentity({ optional: true });
    this.#token = session?.token;
    return { token: session?.token };
  }

  /**
   * Ends the session. What was typed leaves the tab first: the answer that
   * empties the browser does not come when the hub cannot be reached, and the
   * next person at this machine must not find it.
   */
  async signOut(): Promise<void> {
    forgetDrafts();
    await this.#auth.signOut();
  }
}
