import { z } from 'zod';
import { hubRequest } from './hubRequest';
import { ProblemError } from './ProblemError';

const schema = z.object({ name: z.string() });
const path = 'plugin://advice/thing';

const answering = (response: Response) => {
  const fetch = jest.fn(async () => response);
  return { fetcher: { fetch }, fetch };
};
const refusal = async (response: Response): Promise<ProblemError> => {
  const { fetcher } = answering(response);
  const error = await hubRequest({ fetcher, request: { path, schema } }).catch(
    (caught: unknown) => caught,
  );
  if (!(error instanceof ProblemError))
    throw new Error(`Not refused: ${error}`);
  return error;
};

describe('hubRequest', () => {
  it('reads the answer by its contract', async () => {
    const { fetcher, fetch } = answering(Response.json({ name: 'Ada' }));
    await expect(
      hubRequest({
        fetcher,
        request: { path, method: 'POST', body: { a: 1 }, schema },
      }),
    ).resolves.toEqual({ name: 'Ada' });
    expect(fetch).toHaveBeenCalledWith(
      path,
      expect.objectContaining({ method: 'POST', body: '{"a":1}' }),
    );
  });

  it('does not let through an answer that breaks the contract', async () => {
    const { fetcher } = answering(Response.json({ name: 7 }));
    await expect(
      hubRequest({ fetcher, request: { path, schema } }),
    ).rejects.toThrow();
  });

  it('gives nothing for an answer without a body', async () => {
    const { fetcher } = answering(new Response(null, { status: 204 }));
    await expect(
      hubRequest({ fetcher, request: { path, schema: z.undefined() } }),
    ).resolves.toBeUndefined();
  });

  it('names the fields as the form names them', async () => {
    const error = await refusal(
      Response.json(
        {
          detail: 'Mend what is marked',
          requestId: 'r-1',
          fieldErrors: [
            { field: 'body.events.0.date', message: 'Enter a date' },
            { field: 7, message: 'No field' },
          ],
        },
        { status: 400 },
      ),
    );
    expect(error.fieldErrors).toEqual([
      { field: 'events.0.date', message: 'Enter a date' },
    ]);
    expect(error.detail).toBe('Mend what is marked');
    expect(error.requestId).toBe('r-1');
    expect(error.isStale).toBe(false);
  });

  it('keeps the newer record of a conflict', async () => {
    const error = await refusal(
      Response.json({ current: { version: 4 } }, { status: 409 }),
    );
    expect(error.isStale).toBe(true);
    expect(error.current).toEqual({ version: 4 });
  });

  it.each([
    [401, /session has ended/],
    [404, /does not exist, or you may not see it/],
    [429, /Wait a minute/],
    [502, /on our side/],
  ])(
    'has plain words for a %i that is no problem body',
    async (status, words) => {
      const error = await refusal(
        new Response('<html>proxy</html>', { status }),
      );
      expect(error.detail).toMatch(words);
      expect(error.status).toBe(status);
    },
  );

  it('says so when no answer came', async () => {
    const fetcher = {
      fetch: async () => {
        throw new TypeError('Failed to fetch');
      },
    };
    await expect(
      hubRequest({ fetcher, request: { path, schema } }),
    ).rejects.toMatchObject({
      status: 0,
      detail: expect.stringMatching(/could not reach the Hub/),
    });
  });
});
