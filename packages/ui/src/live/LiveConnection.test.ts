import { EVERY_TOPIC, LiveConnection } from './LiveConnection';

/** A line to the server that the test speaks into. */
class FakeLine {
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly response: Response;

  constructor(signal: AbortSignal | null | undefined) {
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.#controller = controller;
        signal?.addEventListener('abort', () =>
          controller.error(new Error('aborted')),
        );
      },
    });
    // Ours, because the document of the tests cannot stream.
    this.response = { ok: true, body } as Response;
  }

  say(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(text));
  }

  cut(): void {
    this.#controller?.close();
  }
}

function connect(options: { refuse?: number } = {}) {
  let refusals = options.refuse ?? 0;
  const lines: FakeLine[] = [];
  const topics: string[] = [];
  const fetch = jest.fn(async (_path: string, init?: RequestInit) => {
    if (refusals > 0) {
      refusals -= 1;
      throw new TypeError('Failed to fetch');
    }
    const line = new FakeLine(init?.signal);
    lines.push(line);
    return line.response;
  });
  const connection = new LiveConnection({
    fetcher: { fetch },
    onTopic: topic => topics.push(topic),
  });
  connection.start();
  return { connection, lines, topics, fetch };
}

const pass = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

describe('LiveConnection', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('tells which plugin changed, also when a message comes in pieces', async () => {
    const { connection, lines, topics } = connect();
    await pass(0);
    lines[0]?.say('data: {"topic":"advice"}\n\ndata: {"to');
    await pass(0);
    lines[0]?.say('pic":"network"}\r\n\r\n:breath\n\n');
    await pass(0);
    expect(topics).toEqual(['advice', 'network']);
    connection.stop();
  });

  it('passes over what it cannot read', async () => {
    const { connection, lines, topics } = connect();
    await pass(0);
    lines[0]?.say('data: not json\n\ndata: {"topic":7}\n\ndata: null\n\n');
    await pass(0);
    expect(topics).toEqual([]);
    connection.stop();
  });

  it('comes back after a cut, and then everything may have changed', async () => {
    const { connection, lines, topics, fetch } = connect();
    await pass(0);
    lines[0]?.cut();
    await pass(1_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(topics).toEqual([EVERY_TOPIC]);
    connection.stop();
  });

  it('asks every 30 s while the line is down, and ever less often for the line', async () => {
    const { connection, topics, fetch } = connect({ refuse: 100 });
    await pass(61_000);
    expect(topics).toEqual([EVERY_TOPIC, EVERY_TOPIC]);
    // At 0, 1, 3, 7, 15, 31 and 61 s: not one request a second.
    expect(fetch).toHaveBeenCalledTimes(7);
    connection.stop();
  });

  it('gives up a line that does not breathe', async () => {
    const { connection, fetch } = connect();
    await pass(44_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    await pass(3_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    connection.stop();
  });

  it('keeps a line that breathes', async () => {
    const { connection, lines, fetch } = connect();
    for (let second = 0; second < 120; second += 15) {
      await pass(15_000);
      lines[0]?.say(':\n\n');
    }
    await pass(0);
    expect(fetch).toHaveBeenCalledTimes(1);
    connection.stop();
  });

  it('does nothing more once stopped', async () => {
    const { connection, topics, fetch } = connect();
    await pass(0);
    connection.stop();
    await pass(120_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(topics).toEqual([]);
  });
});
