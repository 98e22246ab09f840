import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { QueryRecord } from '@imsa-hub/advice-common';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend } from '../__testUtils__/FakeBackend';
import { ME_ID, renderAdvice } from '../__testUtils__/renderAdvice';

function entry(part: Partial<QueryRecord['entries'][number]>) {
  return {
    id: 'e',
    at: '2026-11-22T10:00:00Z',
    kind: 'reply' as const,
    by: { id: 'grace', name: 'Grace Okoro', trainee: false },
    summary: null,
    body: null,
    replyKind: null,
    cites: [],
    secondReader: null,
    ...part,
  };
}

const record = aQueryRecord({
  status: 'answered',
  asker: { id: ME_ID, name: 'Ada Example', trainee: false },
  allowedActions: ['follow-up', 'second-opinion', 'feedback'],
  entries: [
    entry({ id: 'a', kind: 'move', summary: 'Claimed by Grace Okoro' }),
    entry({ id: 'b', body: 'Ask for a review by Friday.' }),
  ],
});

function show() {
  sessionStorage.clear();
  const backend = new FakeBackend()
    .on('GET /day', {
      toTriage: 0,
      unclaimed: 0,
      mine: 0,
      toRead: 0,
      late: 0,
      first: [],
      repliesToRead: [{ id: record.id, reference: record.reference }],
      doors: [],
    })
    .on(`GET /queries/${record.id}`, record)
    .on(`POST /queries/${record.id}/read-reply`, undefined);
  const view = renderAdvice({
    backend,
    role: 'imsa',
    at: `/advice/queries/${record.id}`,
  });
  return { backend, ...view };
}

describe('AskerView', () => {
  it('shows the reply without the inner history, and marks it as read', async () => {
    const { screen, backend, container } = show();
    expect(
      await screen.findByText('Ask for a review by Friday.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Reply from the Hub')).toBeInTheDocument();
    expect(
      screen.queryByText('Claimed by Grace Okoro'),
    ).not.toBeInTheDocument();
    await waitFor(() =>
      expect(backend.to(`POST /queries/${record.id}/read-reply`)).toHaveLength(
        1,
      ),
    );
    await expectAccessible(container);
  });

  it('writes back, and asks for a second opinion with a reason', async () => {
    const { screen, backend } = show();
    backend
      .on(`POST /queries/${record.id}/follow-up`, { ...record, version: 4 })
      .on(`POST /queries/${record.id}/second-opinion`, {
        ...record,
        version: 5,
      });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Write back' }),
    );
    await userEvent.type(
      screen.getByLabelText('Your message'),
      'They refused the review.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(
      await screen.findByText('Your message was sent'),
    ).toBeInTheDocument();
    expect(backend.to(`POST /queries/${record.id}/follow-up`)[0]?.body).toEqual(
      { version: 3, body: 'They refused the review.' },
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Ask for a second opinion' }),
    );
    const form = screen.getByRole('form', { name: 'Ask for a second opinion' });
    await userEvent.click(
      within(form).getByRole('button', { name: 'Ask for a second opinion' }),
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Give a reason');
  });

  it('asks whether it helped', async () => {
    const { screen, backend } = show();
    backend.on(`POST /queries/${record.id}/feedback`, {
      ...record,
      helped: 'partly',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Partly' }),
    );
    expect(await screen.findByText(/You said: partly/)).toBeInTheDocument();
    expect(backend.to(`POST /queries/${record.id}/feedback`)[0]?.body).toEqual({
      helped: 'partly',
    });
  });
});
