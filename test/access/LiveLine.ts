import type { Member } from './Cast';

/** Somebody's open page: what it hears, as it hears it. */
export class LiveLine {
  private heard = '';
  private readonly aborter = new AbortController();

  private constructor(readonly member: Member) {}

  static async open(member: Member): Promise<LiveLine> {
    const line = new LiveLine(member);
    const response = await fetch(
      `${member.client.url}/api/notifications/live`,
      {
        headers: member.client.authorization(),
        signal: line.aborter.signal,
      },
    );
    if (response.status !== 200) {
      throw new Error(`${member.key} cannot open a live line`);
    }
    void line.listen(response).catch(() => undefined);
    return line;
  }

  /** What was said since it was last asked; signs of life left out. */
  take(): string[] {
    const said = this.heard
      .split('\n\n')
      .filter(message => message !== '' && message !== ':');
    this.heard = '';
    return said;
  }

  close(): void {
    this.aborter.abort();
  }

  private async listen(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) return;
      this.heard += decoder.decode(part.value, { stream: true });
    }
  }
}
