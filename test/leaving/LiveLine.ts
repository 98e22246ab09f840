import type { HubClient } from '../support/HubClient';

/** One open page's line to the hub, as a browser holds it. */
export class LiveLine {
  /** When it ended, on `performance.now()`'s clock. */
  endedAt: number | undefined;
  private heard = '';

  private constructor(private readonly controller: AbortController) {}

  /** @throws Error where the hub does not open it */
  static async open(person: HubClient): Promise<LiveLine> {
    const controller = new AbortController();
    const line = new LiveLine(controller);
    const response = await fetch(`${person.url}/api/notifications/live`, {
      headers: person.authorization(),
      signal: controller.signal,
    });
    if (response.status !== 200 || !response.body) {
      throw new Error(`The live line answered ${response.status}`);
    }
    void line.hear(response.body);
    return line;
  }

  /** Whether it said that something of a topic changed, since it was asked last. */
  heardOf(topic: string): boolean {
    const { heard } = this;
    this.heard = '';
    return heard.includes(`"topic":"${topic}"`);
  }

  close(): void {
    this.controller.abort();
  }

  private async hear(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const part = await reader.read();
        if (part.done) break;
        this.heard += decoder.decode(part.value, { stream: true });
      }
    } catch {
      // Cut off is ended too.
    }
    this.endedAt = performance.now();
  }
}
