import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { renderAdvice } from '../__testUtils__/renderAdvice';
import { routeOf, showQuery } from '../__testUtils__/showQuery';

describe('StaffView', () => {
  it('shows the question, what is known and the safe contact', async () => {
    const record = aQueryRecord({
      immigrationGate: 'You are not recorded as regulated for this.',
      allowedActions: ['draft', 'note', 'recuse'],
      limits: [
        {
          ruleId: 'r',
          title: 'Ask for a review',
          eventDate: '2026-11-06',
          limit: '2026-11-27',
          kind: 'limit',
          working: ['21 days from 6 November 2026'],
          confidence: 'primary',
          source: 'Housing Act 1996',
          caution: '',
        },
      ],
    });
    const { screen, container } = showQuery(record);
    expect(
      await screen.findByRole('heading', { level: 1, name: record.reference }),
    ).toBeInTheDocument();
    expect(screen.getByText(record.question)).toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'Safe contact' })).getByText(
        'Only by message, never before noon.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('You are not recorded as regulated for this.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('21 days from 6 November 2026'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Vietnamese/)).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('says who opened it by break-glass, and why', async () => {
    const { screen, container } = showQuery(
      aQueryRecord({
        openings: [
          {
            id: 'o1',
            by: { id: 'kit', name: 'Kit Manager', trainee: false },
            at: '2026-11-20T09:00:00.000Z',
            until: '2026-11-20T10:00:00.000Z',
            reason: 'She is not safe tonight',
          },
        ],
      }),
    );
    const openings = within(
      await screen.findByRole('region', { name: 'Opened by break-glass' }),
    );
    expect(openings.getByText(/Kit Manager/)).toBeInTheDocument();
    expect(openings.getByText('She is not safe tonight')).toBeInTheDocument();
    expect(openings.getByText(/Opened until/)).toHaveTextContent(
      'Opened until 20 Nov 2026, 10:00',
    );
    await expectAccessible(container);
  });

  it('draws exactly the actions that the backend allows', async () => {
    const { screen } = showQuery(
      aQueryRecord({ allowedActions: ['triage', 'claim', 'merge'] }),
    );
    const panel = await screen.findByRole('region', {
      name: 'What you can do',
    });
    expect(
      within(panel)
        .getAllByRole('button', { hidden: true })
        .map(button => button.textContent),
    ).toEqual(['Triage', 'Claim', 'Merge into another query']);
  });

  it('answers missing and hidden queries in the same way', async () => {
    const record = aQueryRecord();
    const backend = new FakeBackend().on(
      `GET /queries/${record.id}`,
      new Refusal(404, { detail: 'Not found' }),
    );
    const { screen } = renderAdvice({
      backend,
      at: `/advice/queries/${record.id}`,
    });
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'This query is not here',
      }),
    ).toBeInTheDocument();
  });

  it('shows both versions on a conflict and keeps what was typed', async () => {
    const record = aQueryRecord({ allowedActions: ['note', 'reopen'] });
    const { screen, backend } = showQuery(record);
    const newer = aQueryRecord({
      ...record,
      version: 9,
      status: 'closed',
      allowedActions: ['reopen', 'note'],
    });
    backend.on(
      routeOf(record, 'reopen'),
      new Refusal(409, { detail: 'It has changed.', current: newer }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reopen' }),
    );
    await userEvent.type(
      screen.getByLabelText('Why is it opened again?'),
      'They wrote again',
    );
    const form = screen.getByRole('form', { name: 'Reopen this query' });
    await userEvent.click(within(form).getByRole('button', { name: 'Reopen' }));
    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent('In hand');
    expect(table).toHaveTextContent('Closed');
    expect(screen.getByLabelText('Why is it opened again?')).toHaveValue(
      'They wrote again',
    );

    backend.on(routeOf(record, 'reopen'), newer);
    await userEvent.click(
      screen.getByRole('button', { name: 'Save mine over the newer one' }),
    );
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'reopen')).at(-1)?.body).toEqual({
        version: 9,
        reason: 'They wrote again',
      }),
    );
  });

  it('shows a change that arrives while one writes, and never hides it', async () => {
    const record = aQueryRecord({ allowedActions: ['note'] });
    const { screen, backend, changed } = showQuery(record);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a note' }),
    );
    await userEvent.type(screen.getByLabelText('Note'), 'Rang them.');
    backend
      .on(`GET /queries/${record.id}`, {
        ...record,
        version: 5,
        assignee: { id: 'grace', name: 'Grace Okoro', trainee: false },
      })
      .on(routeOf(record, 'note'), { ...record, version: 6 });
    await changed();
    expect(await screen.findByRole('table')).toHaveTextContent('Grace Okoro');
    // The plain button still stands for what was on the screen before.
    await userEvent.click(screen.getByRole('button', { name: 'Add the note' }));
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'note'))[0]?.body).toEqual({
        version: 3,
        body: 'Rang them.',
      }),
    );
  });

  it('takes the query off the screen when access has ended', async () => {
    const record = aQueryRecord();
    const { screen, backend, changed } = showQuery(record);
    await screen.findByText(record.question);
    backend.on(
      `GET /queries/${record.id}`,
      new Refusal(404, { detail: 'Not found' }),
    );
    await changed();
    expect(
      await screen.findByRole('heading', { name: 'This query is not here' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(record.question)).not.toBeInTheDocument();
  });

  it('puts field errors of the backend by their fields', async () => {
    const record = aQueryRecord({ allowedActions: ['note'] });
    const { screen, backend } = showQuery(record);
    backend.on(
      routeOf(record, 'note'),
      new Refusal(400, {
        detail: 'Something is wrong.',
        fieldErrors: [{ field: 'body.body', message: 'Use fewer characters' }],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a note' }),
    );
    await userEvent.type(screen.getByLabelText('Note'), 'Rang the council.');
    await userEvent.click(screen.getByRole('button', { name: 'Add the note' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Use fewer characters',
    );
    expect(screen.getByLabelText('Note')).toHaveAccessibleDescription(
      /Use fewer characters/,
    );
    expect(screen.getByLabelText('Note')).toHaveValue('Rang the council.');
  });

  it('keeps a note and the reply beside it apart', async () => {
    const { screen, container } = showQuery(
      aQueryRecord({ allowedActions: ['draft', 'note'] }),
    );
    await userEvent.type(
      await screen.findByLabelText('Reply'),
      'For the asker',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add a note' }));
    await userEvent.type(screen.getByLabelText('Note'), 'For the Hub');
    expect(screen.getByLabelText('Reply')).toHaveValue('For the asker');
    expect(screen.getByLabelText('Note')).toHaveValue('For the Hub');
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes a query on as a complex case where cases are written', async () => {
    const record = aQueryRecord({ allowedActions: ['draft', 'take-on'] });
    const { screen, address } = showQuery(record);
    await userEvent.click(await screen.findByText('More'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Take it on as a complex case' }),
    );
    expect(address()).toBe(`/cases/raise?query=${record.id}`);
  });

  it('leads to the case that was made of it', async () => {
    const record = aQueryRecord({
      becameCase: { id: 'the-case', reference: 'ESC-7K3M9Q' },
    });
    const { screen } = showQuery(record);
    expect(
      await screen.findByRole('link', { name: 'ESC-7K3M9Q' }),
    ).toHaveAttribute('href', '/cases/the-case');
  });
});
