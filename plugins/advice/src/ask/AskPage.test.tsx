import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { renderAdvice } from '../__testUtils__/renderAdvice';

const EVENTS = {
  events: [
    {
      ruleId: 'homeless-review',
      title: 'Ask for a review',
      event: 'Homelessness decision',
      nations: ['england'],
      facts: [
        {
          id: 'letter-collected',
          question: 'Date the letter was collected',
          nations: ['england'],
        },
      ],
    },
    {
      ruleId: 'scottish-review',
      title: 'Ask for a review',
      event: 'Scottish decision',
      nations: ['scotland'],
    },
  ],
};
const LIMITS = {
  limits: [
    {
      ruleId: 'homeless-review',
      title: 'Ask for a review',
      eventDate: '2026-11-06',
      limit: '2026-11-27',
      kind: 'limit',
      working: ['21 days, counted from 7 November 2026'],
      confidence: 'primary',
      source: 'Housing Act 1996, section 202',
      caution: '',
    },
  ],
};
const CHILDREN = {
  everywhere: [
    { name: 'Childline', phone: '0800 1111', hours: null, about: 'Free.' },
  ],
  nations: Object.fromEntries(
    ['england', 'wales', 'scotland', 'northern-ireland'].map(nation => [
      nation,
      {
        first: `The duty in ${nation}.`,
        contacts: [
          {
            name: `Children’s services of ${nation}`,
            phone: null,
            hours: null,
            about: 'Ask for the duty team.',
          },
        ],
      },
    ]),
  ),
};
const CREATED = { id: 'new', reference: 'ADV-NEW234', receiptCode: null };

function aBackend() {
  return new FakeBackend()
    .on('GET /choices/events', EVENTS)
    .on('GET /choices/children', CHILDREN)
    .on('POST /limits/preview', LIMITS)
    .on('POST /queries', CREATED);
}

type Screen = ReturnType<typeof renderAdvice>['screen'];

async function fillIn(screen: Screen, question: RegExp): Promise<void> {
  await userEvent.type(screen.getByLabelText(question), 'What can she do?');
  await userEvent.click(screen.getByRole('radio', { name: 'England' }));
  await userEvent.click(screen.getByRole('radio', { name: 'No, 18 or over' }));
  await userEvent.click(
    screen.getByRole('checkbox', { name: 'Housing rights' }),
  );
  for (const name of [
    /nowhere safe to stay/,
    /contact with an exploiter/,
    /removal, eviction/,
  ]) {
    const group = screen.getByRole('group', { name });
    await userEvent.click(within(group).getByRole('radio', { name: 'No' }));
  }
  await userEvent.click(
    within(
      screen.getByRole('group', { name: 'Is an interpreter needed?' }),
    ).getByRole('radio', { name: 'Yes' }),
  );
}

async function typeDate(
  line: HTMLElement,
  name: string,
  parts: [day: string, month: string, year: string],
): Promise<void> {
  const date = within(within(line).getByRole('group', { name }));
  for (const [index, label] of ['Day', 'Month', 'Year'].entries()) {
    await userEvent.clear(date.getByLabelText(label));
    await userEvent.type(date.getByLabelText(label), parts[index] ?? '');
  }
}

describe('AskPage', () => {
  beforeEach(() => sessionStorage.clear());

  it('says everything that is missing, and sends nothing', async () => {
    const backend = aBackend();
    const { screen, container } = renderAdvice({
      backend,
      role: 'imsa',
      at: '/advice/ask',
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Send the question' }),
    );
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(
      within(summary)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'Choose the nation',
      'Say whether the person is under 18',
      'Enter the question',
      'Choose at least one area, or the closest',
      'Say whether there is somewhere safe tonight',
      'Say whether there is contact with an exploiter',
      'Say whether removal, eviction or detention is near',
      'Say whether an interpreter is needed',
    ]);
    expect(backend.to('POST /queries')).toHaveLength(0);
    await expectAccessible(container);
  });

  it('shows the limits with their working as dates are entered', async () => {
    const backend = aBackend();
    const { screen } = renderAdvice({
      backend,
      role: 'imsa',
      at: '/advice/ask',
    });
    expect(screen.getByText('Choose the nation first')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'England' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a date' }),
    );
    const line = screen.getByRole('group', { name: 'Date 1' });
    expect(
      within(line).queryByRole('option', { name: /Scottish/ }),
    ).not.toBeInTheDocument();
    await userEvent.selectOptions(
      within(line).getByLabelText('What happened?'),
      'Homelessness decision (ask for a review)',
    );
    await typeDate(line, 'When did it happen?', ['6', '11', '2026']);
    expect(
      await screen.findByText('21 days, counted from 7 November 2026'),
    ).toBeInTheDocument();
    expect(backend.to('POST /limits/preview').at(-1)?.body).toEqual({
      nation: 'england',
      events: [{ ruleId: 'homeless-review', date: '2026-11-06' }],
    });
  });

  it.each([
    ['/advice/ask', 'imsa', 'Send the question', 'POST /queries'],
    [
      '/advice/log-call',
      'advice-coordinator',
      'Log the call',
      'POST /queries/log-call',
    ],
  ] as const)(
    'asks for a further date, says what it is for, and sends it: %s',
    async (at, role, button, route) => {
      const backend = aBackend().on(route, CREATED);
      const { screen, container } = renderAdvice({ backend, role, at });
      if (role === 'advice-coordinator') {
        await userEvent.click(screen.getByRole('radio', { name: 'Survivor' }));
      }
      await fillIn(screen, /What is your question|What does the caller ask/);
      await userEvent.click(
        await screen.findByRole('button', { name: 'Add a date' }),
      );
      const line = screen.getByRole('group', { name: 'Date 1' });
      await userEvent.selectOptions(
        within(line).getByLabelText('What happened?'),
        'Homelessness decision (ask for a review)',
      );
      await typeDate(line, 'When did it happen?', ['6', '11', '2026']);
      const further = 'Date the letter was collected (optional)';
      expect(
        within(line).getByRole('group', { name: further }),
      ).toHaveAccessibleDescription(/The limit can change with it/);
      await typeDate(line, further, ['31', '2', '2026']);
      const send = screen.getByRole('button', { name: button });
      await userEvent.click(send);
      expect(screen.getByRole('alert')).toHaveTextContent(
        'Enter a day such as 3 11 2026, or leave it empty',
      );
      await typeDate(line, further, ['9', '11', '2026']);
      const event = {
        ruleId: 'homeless-review',
        date: '2026-11-06',
        facts: { 'letter-collected': '2026-11-09' },
      };
      expect(
        backend.to('POST /limits/preview').map(({ body }) => body),
      ).toContainEqual({ nation: 'england', events: [event] });
      await expectAccessible(container);
      await userEvent.click(send);
      await waitFor(() =>
        expect(backend.to(route)[0]?.body).toMatchObject({ events: [event] }),
      );
    },
  );

  it('points to the line that is wrong, where one before it was left empty', async () => {
    const backend = aBackend();
    const { screen } = renderAdvice({
      backend,
      role: 'imsa',
      at: '/advice/ask',
    });
    await fillIn(screen, /What is your question/);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a date' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Add another date' }),
    );
    await userEvent.selectOptions(
      within(screen.getByRole('group', { name: 'Date 2' })).getByLabelText(
        'What happened?',
      ),
      'Homelessness decision (ask for a review)',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Send the question' }),
    );
    // The empty line went; the one that was filled in is told what it lacks.
    expect(screen.queryByRole('group', { name: 'Date 2' })).toBeNull();
    const line = screen.getByRole('group', { name: 'Date 1' });
    expect(within(line).getByLabelText('What happened?')).toHaveDisplayValue(
      'Homelessness decision (ask for a review)',
    );
    expect(
      within(line).getByText(/Enter the day on which it happened/),
    ).toBeInTheDocument();
    expect(backend.to('POST /queries')).toHaveLength(0);
  });

  it('asks once for a double click and says what happens next', async () => {
    const backend = aBackend();
    const { screen, container } = renderAdvice({
      backend,
      role: 'imsa',
      at: '/advice/ask',
    });
    await fillIn(screen, /What is your question/);
    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Send the question' }),
    );
    const heading = await screen.findByRole('heading', {
      level: 1,
      name: 'Your question has arrived',
    });
    expect(heading).toHaveFocus();
    expect(screen.getByText('ADV-NEW234')).toBeInTheDocument();
    expect(screen.getByText('What happens next')).toBeInTheDocument();
    expect(backend.to('POST /queries').map(({ body }) => body)).toEqual([
      {
        under18: 'no',
        question: 'What can she do?',
        nation: 'england',
        areas: ['housing-rights'],
        whoCanAct: '',
        safety: {
          'nowhere-safe-tonight': 'no',
          'contact-with-exploiter': 'no',
          'removal-eviction-or-detention': 'no',
        },
        safeContact: '',
        language: 'en',
        interpreter: 'needed',
        events: [],
        subjectOrganisationId: null,
        requestKey: expect.stringMatching(/^[0-9a-z]{26}$/),
      },
    ]);
    await expectAccessible(container);
  });

  it.each([
    ['/advice/ask', 'imsa', 'Send the question', 'POST /queries'],
    [
      '/advice/log-call',
      'advice-coordinator',
      'Log the call',
      'POST /queries/log-call',
    ],
  ] as const)(
    'routes a child to those who help there, and takes nothing: %s',
    async (at, role, button, route) => {
      const backend = aBackend();
      const { screen, container } = renderAdvice({ backend, role, at });
      await userEvent.click(
        screen.getByRole('radio', { name: 'Yes, under 18' }),
      );
      expect(await screen.findByText(/Choose the nation above/)).toBeVisible();
      await userEvent.click(screen.getByRole('radio', { name: 'Scotland' }));
      expect(screen.getByText('Children’s services of scotland')).toBeVisible();
      expect(screen.getByText(/The duty in scotland/)).toBeVisible();
      expect(screen.getByRole('link', { name: '0800 1111' })).toHaveAttribute(
        'href',
        'tel:08001111',
      );
      expect(screen.queryByText('Children’s services of wales')).toBeNull();
      expect(screen.queryByRole('button', { name: button })).toBeNull();
      expect(screen.queryByLabelText(/What is your question/)).toBeNull();
      await expectAccessible(container);
      await userEvent.click(
        screen.getByRole('radio', { name: /Not known, or it is disputed/ }),
      );
      expect(screen.getByText('Children’s services of scotland')).toBeVisible();
      expect(screen.getByRole('button', { name: button })).toBeVisible();
      expect(backend.to(route)).toHaveLength(0);
    },
  );

  it('keeps the words and the request key when it is refused', async () => {
    const backend = aBackend().on(
      'POST /queries',
      new Refusal(400, {
        detail: 'Something is wrong.',
        fieldErrors: [
          { field: 'body.question', message: 'Use fewer characters' },
        ],
      }),
    );
    const { screen } = renderAdvice({
      backend,
      role: 'imsa',
      at: '/advice/ask',
    });
    await fillIn(screen, /What is your question/);
    const button = screen.getByRole('button', { name: 'Send the question' });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Use fewer characters',
    );
    expect(screen.getByLabelText(/What is your question/)).toHaveValue(
      'What can she do?',
    );
    backend.on('POST /queries', CREATED);
    await waitFor(
      async () => {
        await userEvent.click(button);
        expect(backend.to('POST /queries')).toHaveLength(2);
      },
      { timeout: 3_000 },
    );
    const [first, second] = backend
      .to('POST /queries')
      .map(({ body }) => (body as { requestKey: string }).requestKey);
    expect(second).toBe(first);
  });

  it('keeps what was typed through a reload', async () => {
    const at = '/advice/ask';
    const first = renderAdvice({ backend: aBackend(), role: 'imsa', at });
    await userEvent.type(
      first.screen.getByLabelText(/What is your question/),
      'Half a ques',
    );
    first.unmount();
    const { screen } = renderAdvice({ backend: aBackend(), role: 'imsa', at });
    expect(screen.getByLabelText(/What is your question/)).toHaveValue(
      'Half a ques',
    );
  });

  it('logs a call and shows the receipt code to read out', async () => {
    const backend = aBackend().on('POST /queries/log-call', {
      ...CREATED,
      receiptCode: '7K3M-9QRT-XW2B-H4DN',
    });
    const { screen } = renderAdvice({
      backend,
      role: 'advice-coordinator',
      at: '/advice/log-call',
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Survivor' }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: /By a receipt code/ }),
    );
    await fillIn(screen, /What does the caller ask/);
    await userEvent.click(screen.getByRole('button', { name: 'Log the call' }));
    expect(await screen.findByText('7K3M-9QRT-XW2B-H4DN')).toBeInTheDocument();
    expect(screen.getByText(/7 Kilo 3 Mike, 9 Quebec/)).toBeInTheDocument();
    expect(backend.to('POST /queries/log-call')[0]?.body).toMatchObject({
      askerKind: 'survivor',
      giveReceiptCode: true,
    });
  });

  it('looks organisations up without putting the text into an address', async () => {
    const backend = aBackend().on('POST /choices/organisations', {
      organisations: [{ id: 'north', name: 'Northgate Housing' }],
    });
    const { screen } = renderAdvice({
      backend,
      role: 'imsa',
      at: '/advice/ask',
    });
    await userEvent.type(
      screen.getByLabelText(/organisation of the register/),
      'north',
    );
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Northgate Housing' }),
    );
    expect(
      screen.getByRole('button', { name: 'Take away Northgate Housing' }),
    ).toBeInTheDocument();
    const last = backend.to('POST /choices/organisations').at(-1);
    expect(last?.body).toEqual({ text: 'north' });
    expect(last?.query.size).toBe(0);
  });
});
