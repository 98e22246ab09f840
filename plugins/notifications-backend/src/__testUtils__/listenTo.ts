/** An open line and what was heard on it. */
export interface ListeningLine {
  response: Response;
  heard: string;
  ended: boolean;
  close(): void;
}

/** Opens a line as a page does, and keeps what it hears. */
export async function listenTo(options: {
  url: string;
  headers: Record<string, string>;
}): Promise<ListeningLine> {
  const controller = new AbortController();
  const response = await fetch(options.url, {
    headers: { ...options.headers, 'accept-encoding': 'gzip, br' },
    signal: controller.signal,
  });
  const line: ListeningLine = {
    response,
    heard: '',
    ended: false,
    close: () => controller.abort(),
  };
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const listen = async () => {
    for (let done = !reader; !done;) {
      const part = await reader?.read();
      done = part?.done ?? true;
      if (part?.value) line.heard += decoder.decode(part.value);
    }
  };
  listen()
    .catch(() => undefined)
    .finally(() => {
      line.ended = true;
    });
  return line;
}
