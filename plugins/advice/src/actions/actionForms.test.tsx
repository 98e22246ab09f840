import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { ME_ID } from '../__testUtils__/renderAdvice';
import { routeOf, showQuery } from '../__testUtils__/showQuery';

describe('the forms of the actions', () => {
  it('triages with a reason, and says what is missing', async () => {
    const record = aQueryRecord({
      status: 'received',
      tier: null,
      allowedActions: ['triage'],
    });
    const { screen, backend, container } = showQuery(
      record,
      'advice-coordinator',
    );
    backend.on(
      routeOf(record, 'triage'),
      aQueryRecord({
        ...record,
        version: 4,
        tier: 'advice',
        allowedActions: [],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Triage' }),
    );
    expect(
      screen.getByRole('group', { name: 'Triage this query' }),
    ).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Set the tier' }));
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('Choose the tier');
    expect(summary).toHaveTextContent('Say whether it is high risk');
    expect(backend.to(routeOf(record, 'triage'))).toHaveLength(0);
    await expectAccessible(container);

    await userEvent.click(screen.getByRole('radio', { name: 'Advice' }));
    await userEvent.type(
      screen.getByLabelText(/Who is already involved/),
      'housing officer',
    );
    await userEvent.type(screen.getByLabelText('Why this tier?'), 'Clear.');
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    await userEvent.click(screen.getByRole('button', { name: 'Set the tier' }));
    expect(
      await screen.findByText(`${record.reference} is triaged`),
    ).toBeInTheDocument();
    expect(backend.to(routeOf(record, 'triage'))[0]?.body).toEqual({
      version: 3,
      tier: 'advice',
      reason: 'Clear.',
      professionalRole: 'housing officer',
      issueArea: null,
      highRisk: false,
      areas: ['housing-rights'],
      subjectOrganisationId: null,
    });
  });

  it('says why a query is gone whose organisation turns out to be one’s own', async () => {
    const record = aQueryRecord({
      tier: 'full-advocacy',
      allowedActions: ['triage'],
    });
    const { screen, backend, address } = showQuery(
      record,
      'advice-coordinator',
    );
    backend.on(routeOf(record, 'triage'), undefined);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Triage' }),
    );
    await userEvent.type(screen.getByLabelText('Why this tier?'), 'Clear.');
    await userEvent.click(screen.getByRole('button', { name: 'Set the tier' }));
    await waitFor(() => expect(address()).toBe('/advice'));
    expect(
      screen.getByText(
        'Done. It concerns the organisation you work for, so it is no longer open to you.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/is triaged/)).not.toBeInTheDocument();
  });

  it('warns before one steps back, and leads away afterwards', async () => {
    const record = aQueryRecord({
      allowedActions: ['recuse'],
      assignee: { id: ME_ID, name: 'Ada Example', trainee: false },
    });
    const { screen, backend, address } = showQuery(record);
    backend.on(routeOf(record, 'recuse'), undefined);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Step back from this query' }),
    );
    expect(
      screen.getByText('You will no longer see this query'),
    ).toBeInTheDocument();
    await userEvent.selectOptions(
      await screen.findByLabelText(/Who takes over/),
      'Grace Okoro',
    );
    await userEvent.type(
      screen.getByLabelText('Why do you step back?'),
      'I know somebody',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Step back' }));
    await waitFor(() => expect(address()).toBe('/advice'));
    expect(backend.to(routeOf(record, 'recuse'))[0]?.body).toEqual({
      version: 3,
      reason: 'I know somebody',
      handOverTo: 'grace',
    });
  });

  it('asks for a reason when the reply is late, and sends once', async () => {
    const record = aQueryRecord({
      allowedActions: ['send'],
      clock: {
        kind: 'first-reply',
        state: 'late',
        dueAt: '2026-11-20T16:00:00Z',
        stoppedFor: null,
      },
    });
    const { screen, backend } = showQuery(record);
    backend.on(
      routeOf(record, 'send'),
      aQueryRecord({ ...record, version: 4, status: 'answered' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Send the reply' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Say why the first reply is late',
    );
    await userEvent.type(
      screen.getByLabelText('Why is the first reply late?'),
      'We waited for the landlord.',
    );
    await userEvent.dblClick(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('The reply is sent')).toBeInTheDocument();
    expect(backend.to(routeOf(record, 'send')).map(({ body }) => body)).toEqual(
      [{ version: 3, lateReason: 'We waited for the landlord.' }],
    );
  });

  it('closes with an outcome for each area', async () => {
    const record = aQueryRecord({
      allowedActions: ['close'],
      areas: ['housing-rights', 'family-law'],
    });
    const { screen, backend } = showQuery(record);
    backend.on(
      routeOf(record, 'close'),
      aQueryRecord({ ...record, version: 4, status: 'closed' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    const housing = screen.getByRole('group', {
      name: 'What came of Housing rights?',
    });
    await userEvent.click(
      within(housing).getByRole('radio', { name: 'Achieved' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Close the query' }),
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Say what came of Family law',
    );
    await userEvent.click(
      within(
        screen.getByRole('group', { name: 'What came of Family law?' }),
      ).getByRole('radio', { name: 'Not known yet' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Close the query' }),
    );
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'close'))[0]?.body).toEqual({
        version: 3,
        lateReason: '',
        outcomes: [
          { area: 'housing-rights', result: 'achieved', why: '' },
          { area: 'family-law', result: 'not-known', why: '' },
        ],
      }),
    );
  });

  it('suggests people with the reasons for each', async () => {
    const record = aQueryRecord({ allowedActions: ['assign'] });
    const { screen, backend } = showQuery(record, 'advice-coordinator');
    backend
      .on(`GET /queries/${record.id}/suggestions`, {
        suggestions: [
          {
            person: { id: 'grace', name: 'Grace Okoro', trainee: false },
            score: 9,
            openQueries: 2,
            reasons: ['Knows housing rights', '2 open queries'],
          },
        ],
      })
      .on(routeOf(record, 'assign'), aQueryRecord({ ...record, version: 4 }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Give to somebody' }),
    );
    const grace = await screen.findByRole('radio', { name: 'Grace Okoro' });
    expect(grace).toHaveAccessibleDescription(
      'Knows housing rights · 2 open queries',
    );
    await userEvent.click(grace);
    await userEvent.type(screen.getByLabelText('Why them?'), 'Best match');
    await userEvent.click(
      screen.getByRole('button', { name: 'Give it to them' }),
    );
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'assign'))[0]?.body).toEqual({
        version: 3,
        personId: 'grace',
        reason: 'Best match',
      }),
    );
  });
});
