import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { aQueueRow } from '../__testUtils__/aQueueRow';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { renderAdvice } from '../__testUtils__/renderAdvice';

const DAY = {
  toTriage: 4,
  unclaimed: 100,
  mine: 2,
  toRead: 0,
  late: 1,
  first: [],
  repliesToRead: [],
  doors: [],
};

const first = aQueueRow({ reference: 'ADV-AAAAAA' });
const second = aQueueRow({
  reference: 'ADV-BBBBBB',
  allowedActions: [],
  urgency: { band: 'ordinary', reasons: [] },
  assignee: { id: 'x', name: 'Grace Okoro', trainee: true },
});

function queueOf(...rows: unknown[]) {
  return new FakeBackend()
    .on('GET /day', DAY)
    .on('GET /queue', { rows, next: null });
}

describe('QueuePage', () => {
  it('shows the rows in the server’s order with every reason', async () => {
    const { screen, container } = renderAdvice({
      backend: queueOf(first, second),
    });
    const table = await screen.findByRole('table', { name: 'All open' });
    const [, one, two] = within(table).getAllByRole('row');
    expect(one).toHaveTextContent('ADV-AAAAAA');
    expect(one).toHaveTextContent('Act today');
    expect(one).toHaveTextContent('Nowhere safe to stay tonight');
    expect(one).toHaveTextContent('A legal limit on Friday');
    expect(one).toHaveTextContent('interpreter needed');
    expect(two).toHaveTextContent('Grace Okoro (trainee)');
    expect(
      await screen.findByRole('link', {
        name: 'Waiting for an adviser 100+',
      }),
    ).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('offers a claim only where the backend allows it', async () => {
    const { screen } = renderAdvice({ backend: queueOf(first, second) });
    expect(
      await screen.findByRole('button', { name: 'Claim ADV-AAAAAA' }),
    ).toBeEnabled();
    expect(
      screen.queryByRole('button', { name: 'Claim ADV-BBBBBB' }),
    ).not.toBeInTheDocument();
  });

  it('says who was faster and shows who has it', async () => {
    const backend = queueOf(first).on(
      `POST /queries/${first.id}/claim`,
      new Refusal(409, {
        detail: 'Grace Okoro claimed this at 10:02am',
        current: aQueryRecord({
          ...first,
          version: 4,
          assignee: { id: 'x', name: 'Grace Okoro', trainee: false },
          allowedActions: [],
        }),
      }),
    );
    const { screen } = renderAdvice({ backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Claim ADV-AAAAAA' }),
    );
    expect(
      await screen.findByText('Grace Okoro claimed this at 10:02am'),
    ).toBeInTheDocument();
    expect(screen.getByText('Grace Okoro')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Claim ADV-AAAAAA' }),
    ).not.toBeInTheDocument();
  });

  it('says who was faster, although the row has left by then', async () => {
    const backend = queueOf(first);
    let answer: (refusal: unknown) => void = () => undefined;
    backend.on(
      `POST /queries/${first.id}/claim`,
      () => new Promise(resolve => (answer = resolve)),
    );
    const { screen, changed } = renderAdvice({ backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Claim ADV-AAAAAA' }),
    );
    backend.on('GET /queue', { rows: [second], next: null });
    await changed();
    await waitFor(() =>
      expect(screen.queryByText('ADV-AAAAAA')).not.toBeInTheDocument(),
    );
    answer(new Refusal(409, { detail: 'Grace Okoro claimed this at 10:02am' }));
    expect(
      await screen.findByText('Grace Okoro claimed this at 10:02am'),
    ).toBeInTheDocument();
  });

  it('claims once for a double click, with the version that was read', async () => {
    const backend = queueOf(first);
    let answer: (record: unknown) => void = () => undefined;
    backend.on(
      `POST /queries/${first.id}/claim`,
      () => new Promise(resolve => (answer = resolve)),
    );
    const { screen } = renderAdvice({ backend });
    await userEvent.dblClick(
      await screen.findByRole('button', { name: 'Claim ADV-AAAAAA' }),
    );
    answer(aQueryRecord({ id: first.id }));
    expect(await screen.findByText('ADV-AAAAAA is yours')).toBeInTheDocument();
    const claims = backend.to(`POST /queries/${first.id}/claim`);
    expect(claims.map(({ body }) => body)).toEqual([{ version: 3 }]);
  });

  it('moves with j and k, and claims with c', async () => {
    const backend = queueOf(second, first).on(
      `POST /queries/${first.id}/claim`,
      aQueryRecord({ id: first.id }),
    );
    const { screen } = renderAdvice({ backend });
    await screen.findByText('ADV-AAAAAA');
    await userEvent.keyboard('jjc');
    expect(screen.getByRole('link', { name: 'ADV-AAAAAA' })).toHaveFocus();
    await waitFor(() =>
      expect(backend.to(`POST /queries/${first.id}/claim`)).toHaveLength(1),
    );
  });

  it('goes to the filters with f and to my queries with g m', async () => {
    const { screen, address } = renderAdvice({ backend: queueOf(first) });
    await screen.findByText('ADV-AAAAAA');
    await userEvent.keyboard('f');
    expect(screen.getByLabelText('Nation')).toHaveFocus();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('gm');
    expect(address()).toBe('/advice?view=mine');
  });

  it('keeps the filters in the address and asks for them', async () => {
    const backend = queueOf(first);
    const { screen, address } = renderAdvice({
      backend,
      at: '/advice?view=unclaimed&nation=wales',
    });
    await screen.findByText('ADV-AAAAAA');
    expect(backend.to('GET /queue').at(-1)?.query.toString()).toBe(
      'view=unclaimed&nation=wales',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Knowledge area'),
      'Family law',
    );
    expect(address()).toBe(
      '/advice?view=unclaimed&nation=wales&area=family-law',
    );
  });

  it('announces a change and keeps the focus where it was', async () => {
    const backend = queueOf(first, second);
    const { screen, changed } = renderAdvice({ backend });
    await screen.findByText('ADV-AAAAAA');
    expect(screen.queryByText('The queue has changed')).not.toBeInTheDocument();
    screen.getByRole('link', { name: 'ADV-BBBBBB' }).focus();
    backend.on('GET /queue', { rows: [second, first], next: null });
    await changed();
    expect(
      await screen.findByText('The queue has changed'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'ADV-BBBBBB' })).toHaveFocus();
  });

  it('keeps one’s place when the row one stands on leaves', async () => {
    const backend = queueOf(first, second);
    const { screen, changed } = renderAdvice({ backend });
    (await screen.findByRole('link', { name: 'ADV-AAAAAA' })).focus();
    backend.on('GET /queue', { rows: [second], next: null });
    await changed();
    await waitFor(() =>
      expect(screen.queryByText('ADV-AAAAAA')).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('link', { name: 'ADV-BBBBBB' })).toHaveFocus();
  });

  it('lists its shortcuts on ?', async () => {
    const { screen } = renderAdvice({ backend: queueOf(first) });
    await screen.findByText('ADV-AAAAAA');
    await userEvent.keyboard('?');
    const help = await screen.findByRole('dialog');
    for (const what of [
      'Next in the list',
      'Previous in the list',
      'Claim the query you stand on',
      'Narrow the list by nation or area',
      'Go to … then q the queue, m mine, a ask, t templates',
    ]) {
      expect(within(help).getByText(what)).toBeInTheDocument();
    }
  });

  it('loads more from where the last page ended', async () => {
    const backend = queueOf().on(
      'GET /queue',
      ({ query }: { query: URLSearchParams }) =>
        query.get('cursor') === 'abc'
          ? { rows: [second], next: null }
          : { rows: [first], next: 'abc' },
    );
    const { screen } = renderAdvice({ backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    expect(await screen.findByText('ADV-BBBBBB')).toBeInTheDocument();
    expect(screen.getByText('ADV-AAAAAA')).toBeInTheDocument();
  });

  it('says what to do where there is nothing', async () => {
    const { screen } = renderAdvice({
      backend: queueOf(),
      at: '/advice?view=mine',
    });
    expect(
      await screen.findByText('You have no queries in hand'),
    ).toBeInTheDocument();
  });

  it('offers to try again when it cannot be loaded', async () => {
    const backend = queueOf().on(
      'GET /queue',
      new Refusal(403, { detail: 'Your role does not include this.' }),
    );
    const { screen } = renderAdvice({ backend });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your role does not include this.',
    );
    backend.on('GET /queue', { rows: [first], next: null });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('ADV-AAAAAA')).toBeInTheDocument();
  });

  it('shows an IMSA only what they asked', async () => {
    const backend = queueOf(first);
    const { screen } = renderAdvice({
      backend,
      role: 'imsa',
      at: '/advice?view=open',
    });
    expect(
      await screen.findByRole('table', { name: 'Asked by me' }),
    ).toBeInTheDocument();
    expect(backend.to('GET /queue')[0]?.query.toString()).toBe('view=asked');
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Claim/ }),
    ).not.toBeInTheDocument();
  });
});
