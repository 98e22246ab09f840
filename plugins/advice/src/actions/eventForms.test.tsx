import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Limit, QueryRecord } from '@imsa-hub/advice-common';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { Refusal } from '../__testUtils__/FakeBackend';
import { routeOf, showQuery } from '../__testUtils__/showQuery';

const EVENTS = {
  events: [
    {
      ruleId: 'benefit',
      title: 'Ask for a reconsideration',
      event: 'Benefit decision',
      nations: ['england', 'scotland'],
      facts: [
        {
          id: 'reasons-given',
          question: 'Date the reasons were given',
          nations: ['england'],
        },
        {
          id: 'elsewhere',
          question: 'Date in Scotland',
          nations: ['scotland'],
        },
      ],
    },
    {
      ruleId: 'scottish',
      title: 'Ask for a review',
      event: 'Scottish decision',
      nations: ['scotland'],
    },
  ],
};
const LIMIT: Limit = {
  ruleId: 'benefit',
  title: 'Ask for a reconsideration',
  eventDate: '2026-11-13',
  limit: '2026-12-13',
  kind: 'limit',
  working: ['One month from 13 November 2026'],
  confidence: 'primary',
  source: null,
  caution: '',
};
const recorded = {
  id: '0',
  ruleId: 'benefit',
  event: 'Benefit decision',
  date: '2026-11-13',
  facts: [
    {
      id: 'reasons-given',
      question: 'Date the reasons were given',
      date: '2026-11-14',
    },
  ],
  struck: false,
  by: { id: 'ada', name: 'Ada Example', trainee: false },
  at: '2026-11-20T09:12:00Z',
};

function show(part: Partial<QueryRecord>) {
  const record = aQueryRecord({
    nation: 'england',
    limits: [LIMIT],
    events: [
      recorded,
      { ...recorded, id: '1', date: '2026-11-10', facts: [], struck: true },
    ],
    ...part,
  });
  const view = showQuery(record);
  view.backend
    .on('GET /choices/events', EVENTS)
    .on('POST /limits/preview', { limits: [LIMIT] });
  for (const verb of ['add-event', 'correct-event']) {
    view.backend.on(routeOf(record, verb), { ...record, version: 4 });
  }
  return { ...view, record };
}

async function open(button: string | RegExp, form: string) {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return within(await screen.findByRole('form', { name: form }));
}

async function typeDate(
  form: ReturnType<typeof within>,
  group: string,
  [day, month, year]: [string, string, string],
) {
  const date = within(form.getByRole('group', { name: group }));
  for (const [label, typed] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const) {
    await userEvent.clear(date.getByLabelText(label));
    await userEvent.type(date.getByLabelText(label), typed);
  }
}

describe('what happened', () => {
  it('stands beneath the limits, also what was struck out', async () => {
    show({ allowedActions: [] });
    const list = (
      await screen.findByRole('heading', { name: 'What they are counted from' })
    ).nextElementSibling;
    expect(list).toHaveTextContent(
      /Benefit decision, 13 November 2026. Date the reasons were given: 14 November 2026/,
    );
    expect(list).toHaveTextContent(/Struck out by Ada Example/);
    expect(screen.queryByRole('button', { name: /^Correct it/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add an event' })).toBeNull();
  });

  it('is added with its further date, and with how it is known', async () => {
    const { backend, record, container } = show({
      allowedActions: ['add-event'],
      limits: [],
      events: [],
    });
    expect(
      await screen.findByText(/No event is recorded from which/),
    ).toBeInTheDocument();
    const form = await open('Add an event', 'Add an event');
    const send = form.getByRole('button', { name: 'Add the event' });
    const what = await form.findByLabelText('What happened?');
    // Only what can happen in its nation.
    expect(within(what).getAllByRole('option')).toHaveLength(2);
    await userEvent.click(send);
    expect(screen.getByRole('alert')).toHaveTextContent('Choose what happened');
    expect(screen.getByRole('alert')).toHaveTextContent('Give a reason');
    await userEvent.selectOptions(what, 'benefit');
    expect(form.queryByText('Date in Scotland')).toBeNull();
    await typeDate(form, 'When did it happen?', ['13', '11', '2026']);
    await typeDate(form, 'Date the reasons were given (optional)', [
      '14',
      '11',
      '2026',
    ]);
    expect(await form.findByText('Limits that follow')).toBeVisible();
    await userEvent.type(
      form.getByLabelText('How do you know of it?'),
      'The asker wrote so',
    );
    await expectAccessible(container);
    await userEvent.click(send);
    const route = routeOf(record, 'add-event');
    await waitFor(() =>
      expect(backend.to(route)[0]?.body).toEqual({
        version: 3,
        ruleId: 'benefit',
        date: '2026-11-13',
        facts: { 'reasons-given': '2026-11-14' },
        reason: 'The asker wrote so',
      }),
    );
    expect(await screen.findByText('The event is added')).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Add an event' }),
      ).toHaveFocus(),
    );
  });

  it('is put right from what it says now, with a reason', async () => {
    const { backend, record, container } = show({
      allowedActions: ['correct-event'],
    });
    const form = await open(
      'Correct it: Benefit decision, 13 November 2026',
      'Correct an event',
    );
    // What was struck out cannot be corrected.
    const which = form.getByLabelText('Which event?');
    expect(within(which).getAllByRole('option')).toHaveLength(2);
    const send = form.getByRole('button', { name: 'Correct the event' });
    await userEvent.click(send);
    expect(screen.getByRole('alert')).toHaveTextContent('Say what is wrong');
    await userEvent.click(form.getByRole('radio', { name: /^It happened/ }));
    await form.findByLabelText('What happened?');
    await typeDate(form, 'When did it happen?', ['12', '11', '2026']);
    await userEvent.type(
      form.getByLabelText('Why is it corrected?'),
      'The letter says so',
    );
    await expectAccessible(container);
    await userEvent.click(send);
    await waitFor(() =>
      expect(backend.to(routeOf(record, 'correct-event'))[0]?.body).toEqual({
        version: 3,
        eventId: '0',
        what: 'change',
        ruleId: 'benefit',
        date: '2026-11-12',
        facts: { 'reasons-given': '2026-11-14' },
        reason: 'The letter says so',
      }),
    );
  });

  it('is struck out with a reason alone, and a refusal stands by its field', async () => {
    const { backend, record } = show({ allowedActions: ['correct-event'] });
    const form = await open(/^Correct it/, 'Correct an event');
    await userEvent.click(form.getByRole('radio', { name: /strike it out/ }));
    expect(form.queryByLabelText('What happened?')).toBeNull();
    await userEvent.type(
      form.getByLabelText('Why is it corrected?'),
      'It was another one',
    );
    const route = routeOf(record, 'correct-event');
    backend.on(
      route,
      new Refusal(400, {
        detail: 'Mend what is marked',
        fieldErrors: [
          { field: 'body.eventId', message: 'This event is struck out.' },
        ],
      }),
    );
    await userEvent.click(
      form.getByRole('button', { name: 'Correct the event' }),
    );
    expect(
      await form.findByLabelText('Which event?'),
    ).toHaveAccessibleDescription(/This event is struck out/);
    expect(backend.to(route)[0]?.body).toEqual({
      version: 3,
      eventId: '0',
      what: 'strike-out',
      reason: 'It was another one',
    });
  });

  it('shows what changed meanwhile before it is corrected', async () => {
    const { backend, record } = show({ allowedActions: ['correct-event'] });
    const form = await open(/^Correct it/, 'Correct an event');
    await userEvent.click(form.getByRole('radio', { name: /strike it out/ }));
    await userEvent.type(form.getByLabelText('Why is it corrected?'), 'Wrong');
    backend.on(
      routeOf(record, 'correct-event'),
      new Refusal(409, {
        detail: 'Somebody changed this query',
        current: {
          ...record,
          version: 4,
          events: [{ ...recorded, date: '2026-11-12' }],
        },
      }),
    );
    await userEvent.click(
      form.getByRole('button', { name: 'Correct the event' }),
    );
    expect(await screen.findByText(/What happened/)).toBeInTheDocument();
    expect(
      screen.getByText(/12 November 2026, 14 November 2026/),
    ).toBeInTheDocument();
  });
});
