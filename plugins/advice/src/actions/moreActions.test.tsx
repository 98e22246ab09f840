import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { aQueueRow } from '../__testUtils__/aQueueRow';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { Refusal } from '../__testUtils__/FakeBackend';
import { newId } from '@imsa-hub/core';
import { ME_ID } from '../__testUtils__/renderAdvice';
import { routeOf, showQuery } from '../__testUtils__/showQuery';

describe('clocks, readers, merging', () => {
  it('asks for the one issue of an intervention, and for nothing else', async () => {
    const record = aQueryRecord({
      status: 'received',
      tier: null,
      areas: ['housing-rights', 'family-law'],
      allowedActions: ['triage'],
    });
    const { screen, backend } = showQuery(record, 'advice-coordinator');
    backend.on(routeOf(record, 'triage'), { ...record, version: 4 });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Triage' }),
    );
    await userEvent.click(
      screen.getByRole('radio', { name: 'Intervention only' }),
    );
    expect(
      screen.queryByLabelText(/Who is already involved/),
    ).not.toBeInTheDocument();
    await userEvent.selectOptions(
      screen.getByLabelText('The one issue'),
      'Family law',
    );
    await userEvent.type(screen.getByLabelText('Why this tier?'), 'One issue');
    await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    await userEvent.click(screen.getByRole('button', { name: 'Set the tier' }));
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'triage'))[0]?.body).toMatchObject({
        tier: 'intervention-only',
        issueArea: 'family-law',
        professionalRole: '',
        highRisk: true,
      }),
    );
  });

  it('asks any second reader where nobody is named', async () => {
    const record = aQueryRecord({ allowedActions: ['ask-second-reader'] });
    const { screen, backend } = showQuery(record);
    backend.on(routeOf(record, 'ask-second-reader'), { ...record, version: 4 });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask a second reader' }),
    );
    await screen.findByLabelText(/Who should read it/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask them to read it' }),
    );
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'ask-second-reader'))[0]?.body).toEqual(
        { version: 3, personId: null },
      ),
    );
  });

  it('approves what the second reader has before them', async () => {
    const record = aQueryRecord({
      allowedActions: ['approve', 'return'],
      draft: {
        id: 'draft',
        body: 'Ask for a review by Friday.',
        kind: 'case-specific',
        cites: [],
        templateId: null,
        templateVersion: null,
        author: { id: 'grace', name: 'Grace Okoro', trainee: false },
        secondReader: null,
        returnedFor: null,
        savedAt: '2026-11-23T10:00:00Z',
      },
    });
    const { screen, backend } = showQuery(record);
    backend.on(routeOf(record, 'approve'), { ...record, version: 4 });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve the reply' }),
    );
    expect(screen.getByText('Ask for a review by Friday.')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Approve and send' }),
    );
    expect(
      await screen.findByText('The reply is approved and sent'),
    ).toBeInTheDocument();
    expect(backend.to(routeOf(record, 'approve'))[0]?.body).toEqual({
      version: 3,
    });
  });

  it('stops the clock with a category and a reason', async () => {
    const record = aQueryRecord({ allowedActions: ['stop-clock'] });
    const { screen, backend } = showQuery(record);
    backend.on(routeOf(record, 'stop-clock'), { ...record, version: 4 });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop the clock' }),
    );
    const form = screen.getByRole('form', { name: 'Stop the clock' });
    const stop = within(form).getByRole('button', { name: 'Stop the clock' });
    await userEvent.click(stop);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Choose what it waits for',
    );
    await userEvent.click(
      screen.getByRole('radio', { name: 'Waiting for somebody else' }),
    );
    await userEvent.type(
      screen.getByLabelText('What exactly does it wait for?'),
      'The council',
    );
    await userEvent.click(stop);
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'stop-clock'))[0]?.body).toEqual({
        version: 3,
        category: 'waiting-on-third-party',
        reason: 'The council',
      }),
    );
  });

  it('merges into a query found by its reference, with both versions', async () => {
    const record = aQueryRecord({ allowedActions: ['merge'] });
    const other = aQueueRow({ reference: 'ADV-BBBBBB', version: 8 });
    const { screen, backend, container } = showQuery(
      record,
      'advice-coordinator',
    );
    backend.on(routeOf(record, 'merge'), {
      ...record,
      version: 4,
      status: 'merged',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Merge into another query' }),
    );
    const reference = screen.getByLabelText('The query that stays');
    const found = (query: object | null) =>
      backend.on('POST /queries/find', { query });

    await userEvent.type(reference, 'bbb{Enter}');
    expect(
      await screen.findByText('Enter a whole reference such as ADV-7K3M9Q.'),
    ).toBeInTheDocument();
    expect(backend.to('POST /queries/find')).toHaveLength(0);

    found(null);
    await userEvent.type(reference, 'bbb{Enter}');
    expect(
      await screen.findByText(
        'There is no query with this reference that you can see.',
      ),
    ).toBeInTheDocument();
    expect(backend.to('POST /queries/find')[0]?.body).toEqual({
      reference: 'ADV-BBBBBB',
    });
    await userEvent.type(
      screen.getByLabelText('Why are they the same?'),
      'Asked twice',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Find the query that stays by its reference',
    );

    found({ ...other, status: 'closed' });
    await userEvent.click(screen.getByRole('button', { name: 'Find it' }));
    expect(await screen.findByText(/That query has ended/)).toBeInTheDocument();
    found(other);
    await userEvent.click(screen.getByRole('button', { name: 'Find it' }));
    expect(await screen.findByText('ADV-BBBBBB is chosen')).toBeInTheDocument();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'merge'))[0]?.body).toEqual({
        version: 3,
        intoId: other.id,
        intoVersion: 8,
        reason: 'Asked twice',
      }),
    );
  });

  it('asks the second reader why a first reply is late, also when it became so meanwhile', async () => {
    const record = aQueryRecord({ allowedActions: ['approve'] });
    const { screen, backend } = showQuery(record);
    backend.on(
      routeOf(record, 'approve'),
      new Refusal(400, {
        detail: 'Something is missing.',
        fieldErrors: [
          { field: 'body.lateReason', message: 'This reply is late. Say why.' },
        ],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve the reply' }),
    );
    const approve = screen.getByRole('button', { name: 'Approve and send' });
    expect(
      screen.queryByLabelText('Why is the first reply late?'),
    ).not.toBeInTheDocument();
    await userEvent.click(approve);
    await userEvent.type(
      await screen.findByLabelText('Why is the first reply late?'),
      'We waited',
    );
    backend.on(routeOf(record, 'approve'), { ...record, version: 4 });
    await userEvent.click(approve);
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'approve')).at(-1)?.body).toEqual({
        version: 3,
        lateReason: 'We waited',
      }),
    );
  });

  it('sends a reply to the asker of a merged query only when chosen', async () => {
    const merged = {
      id: newId(),
      reference: 'ADV-BBBBBB',
      question: 'May they lock me out?',
      safeContact: 'Never by phone',
      entries: [],
      limits: [],
      waitsForReply: true,
    };
    const record = aQueryRecord({
      allowedActions: ['send'],
      mergedHere: [merged],
    });
    const { screen, backend, container } = showQuery(record);
    backend.on(routeOf(record, 'send'), { ...record, version: 4 });
    expect(
      await screen.findByText('May they lock me out?'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('This asker has had no reply yet'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Send the reply' }),
    );
    const also = screen.getByRole('checkbox', {
      name: 'Whoever asked ADV-BBBBBB',
    });
    expect(also).not.toBeChecked();
    await userEvent.click(also);
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'send'))[0]?.body).toEqual({
        version: 3,
        alsoTo: [merged.id],
      }),
    );
  });

  it('asks who takes over before one steps back, and not from what is finished', async () => {
    const mine = {
      allowedActions: ['recuse' as const],
      assignee: { id: ME_ID, name: 'Ada Example', trainee: false },
    };
    const open = showQuery(aQueryRecord(mine));
    await userEvent.click(
      await open.screen.findByRole('button', {
        name: 'Step back from this query',
      }),
    );
    await open.screen.findByLabelText('Who takes over?');
    await userEvent.click(
      open.screen.getByRole('button', { name: 'Step back' }),
    );
    expect(open.screen.getByRole('alert')).toHaveTextContent(
      'Choose who takes this query over',
    );
    open.unmount();

    const closed = showQuery(aQueryRecord({ ...mine, status: 'closed' }));
    await userEvent.click(
      await closed.screen.findByRole('button', {
        name: 'Step back from this query',
      }),
    );
    expect(
      closed.screen.queryByLabelText('Who takes over?'),
    ).not.toBeInTheDocument();
  });

  it.each([
    [{}, /questions only, not for advice\. The clock/],
    [
      { areas: ['immigration-and-asylum' as const] },
      /not for advice\. Advice on immigration comes from somebody who is regulated/,
    ],
    [{ highRisk: true }, /not for advice\. Advice on a high-risk query goes/],
  ])(
    'says of a question to the asker that it is no advice: %j',
    async (part, says) => {
      const record = aQueryRecord({ allowedActions: ['ask-asker'], ...part });
      const { screen } = showQuery(record);
      await userEvent.click(
        await screen.findByRole('button', { name: 'Ask the asker' }),
      );
      expect(screen.getByText(says)).toBeInTheDocument();
    },
  );

  it('says why the high risk stays, and offers nothing else', async () => {
    const record = aQueryRecord({
      allowedActions: ['triage'],
      highRisk: true,
      highRiskGate: 'It stays high risk: you have this query.',
      namedOrganisations: [{ id: 'h', name: 'Harbour' }],
    });
    const { screen } = showQuery(record, 'advice-coordinator');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Triage' }),
    );
    const risk = within(screen.getByRole('group', { name: /Is it high risk/ }));
    expect(risk.getByText(/It stays high risk/)).toBeInTheDocument();
    expect(risk.getByRole('radio', { name: 'Yes' })).toBeChecked();
    expect(risk.queryByRole('radio', { name: 'No' })).not.toBeInTheDocument();
    expect(
      screen.getByText(/Its text names Harbour, so nobody employed there/),
    ).toBeInTheDocument();
  });

  it('keeps the words of a form that was put away', async () => {
    const record = aQueryRecord({ allowedActions: ['ask-asker'] });
    const { screen, address } = showQuery(record);
    const open = await screen.findByRole('button', { name: 'Ask the asker' });
    await userEvent.click(open);
    expect(address()).toContain('do=ask-asker');
    await userEvent.type(
      screen.getByLabelText('What do you need to know?'),
      'Which council?',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(open).toHaveFocus());
    expect(address()).not.toContain('do=');
    await userEvent.click(open);
    expect(screen.getByLabelText('What do you need to know?')).toHaveValue(
      'Which council?',
    );
  });
});
