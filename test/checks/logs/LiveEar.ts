import type { HubClient } from '../../support/HubClient';

/** Keeps a person's live line open and remembers every byte of it. */
export class LiveEar {
  private readonly stop = new AbortController();
  private heard = '';

  constructor(person: HubClient) {
    void this.listen(person).catch(() => undefined);
  }

  /** Hangs up. @returns what was heard */
  end(): string {
    this.stop.abort();
    return this.heard;
  }

  private async listen({ url, token }: HubClient): Promise<void> {
    const response = await fetch(`${url}/api/notifications/live`, {
      headers: { authorization: `Bearer ${token}` },
      signal: this.stop.signal,
    });
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) return;
      this.heard += decoder.decode(part.value, { stream: true });
    }
  }
}
