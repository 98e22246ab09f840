import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRetentionRow } from '@imsa-hub/ui/src/testing/aRetentionRow';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { FakeBackend } from '../__testUtils__/FakeBackend';
import { ME_ID, renderAdvice } from '../__testUtils__/renderAdvice';
import { routeOf, showQuery } from '../__testUtils__/showQuery';

const past = aRetentionRow({
  reference: 'ADV-PAST22',
  alsoCalled: null,
  retainUntil: '2026-11-20',
  willBeDestroyedOn: '2026-12-20',
  allowedActions: ['hold', 'destroy'],
});

describe('how long queries are kept', () => {
  it('is a page of the Hub Manager, about queries, and puts one on hold', async () => {
    const backend = new FakeBackend()
      .on('GET /retention', { rows: [past], next: null })
      .on(`POST /queries/${past.id}/hold`, {
        ...past,
        version: 6,
        held: true,
        allowedActions: ['release'],
      });
    const { screen, container } = renderAdvice({
      backend,
      role: 'hub-manager',
      at: '/advice/retention',
    });
    const group = within(
      await screen.findByRole('region', { name: 'Past its end, in review' }),
    );
    expect(
      screen.getByRole('heading', { name: 'How long queries are kept' }),
    ).toBeInTheDocument();
    expect(container).not.toHaveTextContent(/\bcases?\b/);
    expect(group.getByRole('link', { name: 'ADV-PAST22' })).toHaveAttribute(
      'href',
      `/advice/queries/${past.id}`,
    );
    await userEvent.click(group.getByRole('button', { name: /Put on hold/ }));
    const form = within(group.getByRole('form', { name: 'Put it on hold' }));
    await userEvent.type(
      form.getByLabelText('Why must it be kept longer?'),
      'A claim runs',
    );
    await userEvent.click(form.getByRole('button', { name: 'Put on hold' }));
    await waitFor(() =>
      expect(
        backend.to(`POST /queries/${past.id}/hold`).map(({ body }) => body),
      ).toEqual([{ hold: true, reason: 'A claim runs', version: 5 }]),
    );
    await expectAccessible(container);
  });

  it('is not there for others', async () => {
    const { address } = renderAdvice({
      backend: new FakeBackend(),
      role: 'advice-coordinator',
      at: '/advice/retention',
    });
    await waitFor(() => expect(address()).toBe('/advice'));
  });
});

describe('a query that has ended', () => {
  it('says until when it is kept, and to whoever decides lets them', async () => {
    const record = aQueryRecord({ status: 'closed' });
    record.retention = {
      endsOn: past.retainUntil,
      held: false,
      destroyed: false,
      review: { ...past, id: record.id, reference: record.reference },
    };
    const { screen, backend, container } = showQuery(record);
    backend.on(routeOf(record, 'destroy'), {
      ...record.retention.review,
      version: 6,
      destroyedOn: '2026-11-27',
      allowedActions: [],
    });
    const section = within(
      await screen.findByRole('region', { name: 'How long it is kept' }),
    );
    await userEvent.click(
      section.getByRole('button', { name: /Destroy the content/ }),
    );
    const form = within(
      screen.getByRole('form', { name: 'Destroy its content' }),
    );
    await userEvent.type(
      form.getByLabelText('Reference of the query'),
      record.reference,
    );
    await userEvent.type(
      form.getByLabelText('Why is it destroyed now?'),
      'Nobody needs it',
    );
    await expectAccessible(container);
    await userEvent.click(
      form.getByRole('button', { name: 'Destroy the content' }),
    );
    await waitFor(() => expect(section.getByText('Destroyed')).toBeVisible());
    expect(backend.to(routeOf(record, 'destroy'))).toHaveLength(1);
  });

  it.each([
    ['staff', null],
    ['whoever asked it', { id: ME_ID, name: 'Ada Example', trainee: false }],
  ])('tells %s once its content was destroyed', async (_, asker) => {
    const { screen, container } = showQuery(
      aQueryRecord({
        status: 'closed',
        asker,
        retention: {
          endsOn: '2026-11-20',
          held: false,
          destroyed: true,
          review: null,
        },
      }),
    );
    expect(
      await screen.findByText('The content of this query was destroyed'),
    ).toBeInTheDocument();
    await expectAccessible(container);
  });
});
