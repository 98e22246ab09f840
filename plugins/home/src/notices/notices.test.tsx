import type { Notice } from '@imsa-hub/notifications-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { renderForPerson } from '../__testUtils__/renderForPerson';
import { NoticesCard } from './NoticesCard';
import { NoticesPage } from './NoticesPage';

const NOTICES = 'plugin://notifications/notices';
const ids = [
  '01kar9z3zzzzzzzzzzzzzzzzz2',
  '01kar9z3zzzzzzzzzzzzzzzzz1',
] as const;

const aNotice = (rest: Partial<Notice> = {}): Notice => ({
  id: ids[0],
  kind: 'advice.assigned',
  text: 'A query was given to you',
  about: null,
  path: '/advice/queries/01kar9z3zzzzzzzzzzzzzzzzz9',
  at: '2026-11-23T08:00:00.000Z',
  readAt: null,
  ...rest,
});

function aBackend(notices: readonly Notice[]) {
  const kept = [...notices];
  const readOne = (id: string) => {
    const at = kept.findIndex(notice => notice.id === id);
    const notice = {
      ...aNotice(),
      ...kept[at],
      readAt: '2026-11-23T09:00:00.000Z',
    };
    kept[at] = notice;
    return notice;
  };
  const backend = new FakeBackend()
    .on(`GET ${NOTICES}`, ({ query }) => ({
      notices: kept.filter(
        ({ readAt }) => query.get('unread') !== 'only' || readAt === null,
      ),
      nextCursor: null,
    }))
    .on(`POST ${NOTICES}/read-all`, () => {
      const unread = kept.filter(({ readAt }) => !readAt);
      unread.forEach(({ id }) => readOne(id));
      return { read: unread.length };
    })
    .on('GET plugin://notifications/preferences', () => ({ mail: true }))
    .on('PUT plugin://notifications/preferences', ({ body }) => body);
  for (const { id } of notices) {
    backend.on(`POST ${NOTICES}/${id}/read`, () => readOne(id));
  }
  return backend;
}

describe('the notifications page', () => {
  it('says of each which record it is about, where it has a reference', async () => {
    const backend = aBackend([
      aNotice({ about: 'ADV-7K3M9Q' }),
      aNotice({ id: ids[1] }),
    ]);
    renderForPerson({ element: <NoticesPage />, backend });
    const list = await screen.findByRole('list', { name: 'Notifications' });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'A query was given to you: ADV-7K3M9Q',
      'A query was given to you',
    ]);
    await userEvent.click(
      within(list).getByRole('button', {
        name: 'Mark as read: A query was given to you: ADV-7K3M9Q',
      }),
    );
    expect(backend.to(`POST ${NOTICES}/${ids[0]}/read`)).toHaveLength(1);
  });

  it('lists what is new and what was read, and passes axe', async () => {
    const backend = aBackend([
      aNotice(),
      aNotice({
        id: ids[1],
        text: 'A query of yours was answered',
        readAt: '2026-11-23T08:30:00.000Z',
      }),
    ]);
    const { container } = renderForPerson({
      element: <NoticesPage />,
      backend,
    });
    const list = await screen.findByRole('list', { name: 'Notifications' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(within(list).getAllByText('New')).toHaveLength(1);
    expect(document.title).toBe('Notifications – IMSA Hub');
    await expectAccessible(container);
  });

  it('marks one as read, and asks again', async () => {
    const backend = aBackend([aNotice()]);
    renderForPerson({ element: <NoticesPage />, backend });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Mark as read: A query was given to you',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByText('New')).not.toBeInTheDocument(),
    );
    expect(backend.to(`POST ${NOTICES}/${ids[0]}/read`)).toHaveLength(1);
  });

  it('marks one as read when it is opened', async () => {
    const backend = aBackend([aNotice()]);
    renderForPerson({ element: <NoticesPage />, backend });
    await userEvent.click(
      await screen.findByRole('link', { name: 'A query was given to you' }),
    );
    await waitFor(() =>
      expect(backend.to(`POST ${NOTICES}/${ids[0]}/read`)).toHaveLength(1),
    );
  });

  it('marks all as read up to the newest that was shown', async () => {
    const backend = aBackend([aNotice(), aNotice({ id: ids[1] })]);
    renderForPerson({ element: <NoticesPage />, backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark all as read' }),
    );
    expect(await screen.findByText('2 marked as read')).toBeInTheDocument();
    expect(backend.to(`POST ${NOTICES}/read-all`)[0]?.body).toEqual({
      upTo: ids[0],
    });
  });

  it('shows only unread ones when asked, and says when there are none', async () => {
    const backend = aBackend([aNotice({ readAt: '2026-11-23T08:30:00.000Z' })]);
    renderForPerson({ element: <NoticesPage />, backend });
    await screen.findByRole('list', { name: 'Notifications' });
    await userEvent.click(screen.getByRole('radio', { name: 'Not read yet' }));
    expect(
      await screen.findByText('You have read everything'),
    ).toBeInTheDocument();
  });

  it('switches mails off', async () => {
    const backend = aBackend([]);
    renderForPerson({ element: <NoticesPage />, backend });
    await userEvent.click(
      await screen.findByRole('switch', { name: /Send me a mail/ }),
    );
    expect(
      await screen.findByText('You will get no more mails'),
    ).toBeInTheDocument();
    expect(
      backend.to('PUT plugin://notifications/preferences')[0]?.body,
    ).toEqual({ mail: false });
  });
});

describe('the card on My day', () => {
  it('says when there is nothing new', async () => {
    renderForPerson({ element: <NoticesCard />, backend: aBackend([]) });
    expect(await screen.findByText('Nothing new')).toBeInTheDocument();
  });

  it('says what happened when the notices cannot be had, and tries again', async () => {
    let isBroken = true;
    const backend = new FakeBackend().on(`GET ${NOTICES}`, () =>
      isBroken
        ? new Refusal(403, { detail: 'Not for you' })
        : { notices: [aNotice()], nextCursor: null },
    );
    renderForPerson({ element: <NoticesCard />, backend });
    expect(await screen.findByText('Not for you')).toBeInTheDocument();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'A query was given to you' }),
    ).toHaveAttribute('href', '/advice/queries/01kar9z3zzzzzzzzzzzzzzzzz9');
  });
});
