import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  MailRecordSchema,
  type MailOfQuery,
  type MailRecord,
} from '@imsa-hub/advice-common';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { renderAdvice } from '../__testUtils__/renderAdvice';
import { showQuery } from '../__testUtils__/showQuery';

const aMail = (part: Partial<MailRecord> = {}) =>
  MailRecordSchema.parse({
    id: 'mail1',
    version: 1,
    status: 'waiting',
    receivedAt: '2026-11-20T09:12:00Z',
    automatic: false,
    attachmentCount: 1,
    handledBy: null,
    handledAt: null,
    category: null,
    query: null,
    destroyOn: null,
    allowedActions: ['log', 'set-aside'],
    sender: { address: 'jo@mail.example', name: 'Jo' },
    subject: 'help',
    text: 'Where can I go <b>tonight</b>?',
    cut: false,
    attachments: ['letter.pdf'],
    answerable: true,
    reason: null,
    namedOrganisations: [{ id: 'o', name: 'Harbour Light Support' }],
    marked: [],
    ...part,
  });

function showMail(mail: MailRecord, more?: (backend: FakeBackend) => void) {
  sessionStorage.clear();
  const backend = new FakeBackend()
    .on('GET /mails/mail1', mail)
    .on('GET /choices/events', { events: [] })
    .on('GET /choices/children', {
      everywhere: [],
      nations: { england: { first: 'Duty.', contacts: [] } },
    })
    .on('GET /queue', { rows: [], next: null });
  more?.(backend);
  const view = renderAdvice({
    backend,
    role: 'advice-coordinator',
    at: '/advice/mail/mail1',
  });
  return { backend, ...view };
}

type Screen = ReturnType<typeof renderAdvice>['screen'];

async function fillIn(screen: Screen) {
  const press = (element: HTMLElement) => userEvent.click(element);
  await press(screen.getByRole('radio', { name: 'No, 18 or over' }));
  await press(screen.getByRole('radio', { name: /^Survivor/ }));
  await press(screen.getByRole('button', { name: /Begin with the mail/ }));
  await press(screen.getByRole('radio', { name: 'England' }));
  await press(screen.getByRole('checkbox', { name: 'Housing rights' }));
  for (const name of [
    /nowhere safe to stay/,
    /contact with an exploiter/,
    /removal, eviction/,
    /interpreter needed/,
  ]) {
    const group = screen.getByRole('group', { name });
    await press(within(group).getByRole('radio', { name: 'No' }));
  }
}

describe('the list of mails', () => {
  it('shows when and of what kind, and no content', async () => {
    const backend = new FakeBackend().on('GET /mails', {
      rows: [aMail(), aMail({ id: 'mail2', automatic: true })],
      next: null,
      connected: true,
    });
    const { screen, container } = renderAdvice({
      backend,
      role: 'advice-coordinator',
      at: '/advice/mail',
    });
    const links = await screen.findAllByRole('link', { name: /20 Nov 2026/ });
    expect(links[0]).toHaveAttribute('href', '/advice/mail/mail1');
    expect(screen.getByText('Written by a program')).toBeInTheDocument();
    expect(container).not.toHaveTextContent(/jo@mail|tonight/);
    await expectAccessible(container);
  });

  it('says that no mailbox is connected', async () => {
    const backend = new FakeBackend().on('GET /mails', {
      rows: [],
      next: null,
      connected: false,
    });
    const { screen } = renderAdvice({
      backend,
      role: 'advice-coordinator',
      at: '/advice/mail',
    });
    expect(await screen.findByText('No mailbox is connected')).toBeVisible();
    expect(screen.getByText('No mail waits')).toBeVisible();
  });

  it('is not there for others', async () => {
    const { address } = renderAdvice({
      backend: new FakeBackend(),
      role: 'imsa',
      at: '/advice/mail',
    });
    await waitFor(() => expect(address()).toBe('/advice'));
  });
});

describe('one mail', () => {
  it('shows it as text, and asks first whether it is safe to write', async () => {
    const { screen, container } = showMail(aMail());
    expect(
      await screen.findByText('Where can I go <b>tonight</b>?'),
    ).toBeVisible();
    expect(screen.getByText('letter.pdf')).toBeVisible();
    expect(screen.getByText('Harbour Light Support')).toBeVisible();
    expect(container.querySelector('a[href^="mailto"]')).toBeNull();
    expect(
      screen.getByText(/Without a receipt code there would be nothing/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('checkbox', { name: /By a receipt code/ }),
    );
    expect(
      screen.getByRole('radio', { name: /No, or not known/ }),
    ).toBeChecked();
    await expectAccessible(container);
  });

  it('logs it with what was chosen, and shows the code', async () => {
    const { screen, backend } = showMail(aMail(), fake =>
      fake.on('POST /mails/mail1/log', {
        id: 'new',
        reference: 'ADV-NEW234',
        receiptCode: '7K3M-9QRT-XW2B-H4DN',
      }),
    );
    await screen.findByText(/Where can I go/);
    await userEvent.click(
      screen.getByRole('checkbox', { name: /By a receipt code/ }),
    );
    await userEvent.click(
      screen.getByRole('radio', { name: /Yes, without the code/ }),
    );
    await fillIn(screen);
    await userEvent.click(screen.getByRole('button', { name: 'Log the mail' }));
    expect(await screen.findByText('The mail is logged')).toBeVisible();
    expect(screen.getByText('7K3M-9QRT-XW2B-H4DN')).toBeVisible();
    expect(backend.to('POST /mails/mail1/log')[0]?.body).toMatchObject({
      version: 1,
      writing: 'without-code',
      giveReceiptCode: true,
      question: 'Where can I go <b>tonight</b>?',
      askerKind: 'survivor',
    });
  });

  it('sets a mail about a child aside with that reason, and logs nothing', async () => {
    const { screen, backend } = showMail(aMail(), fake =>
      fake.on('POST /mails/mail1/set-aside', aMail({ status: 'set-aside' })),
    );
    await screen.findByText(/Where can I go/);
    await userEvent.click(screen.getByRole('radio', { name: 'Yes, under 18' }));
    expect(screen.queryByRole('button', { name: 'Log the mail' })).toBeNull();
    const press = () =>
      userEvent.click(
        screen.getByRole('button', { name: 'Set the mail aside' }),
      );
    await press();
    expect(screen.getByRole('radio', { name: /Not for us/ })).toBeChecked();
    await press();
    await waitFor(() =>
      expect(backend.to('POST /mails/mail1/set-aside')[0]?.body).toMatchObject({
        category: 'not-for-us',
        reason: expect.stringContaining('under 18'),
      }),
    );
    expect(backend.to('POST /mails/mail1/log')).toEqual([]);
  });

  it('sends nothing to an address once the code is taken away', async () => {
    const { screen, backend } = showMail(aMail(), fake =>
      fake.on('POST /mails/mail1/log', {
        id: 'new',
        reference: 'ADV-NEW234',
        receiptCode: null,
      }),
    );
    await screen.findByText(/Where can I go/);
    const code = screen.getByRole('checkbox', { name: /By a receipt code/ });
    await userEvent.click(code);
    await userEvent.click(
      screen.getByRole('radio', { name: /code may be in the mail/ }),
    );
    await userEvent.click(code);
    await fillIn(screen);
    await userEvent.click(screen.getByRole('button', { name: 'Log the mail' }));
    await screen.findByText('The mail is logged');
    expect(backend.to('POST /mails/mail1/log')[0]?.body).toMatchObject({
      writing: 'no',
      giveReceiptCode: false,
    });
  });

  it('says what is missing, in the summary and by the field', async () => {
    const { screen, backend } = showMail(aMail());
    await screen.findByText(/Where can I go/);
    await userEvent.click(screen.getByRole('button', { name: 'Log the mail' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose who asks');
    expect(backend.to('POST /mails/mail1/log')).toEqual([]);
  });

  it('tells who was faster', async () => {
    const detail = 'Grace Okoro has logged this mail as ADV-7K3M9Q.';
    const { screen } = showMail(aMail(), fake =>
      fake.on(
        'POST /mails/mail1/log',
        new Refusal(409, { detail, current: aMail({ status: 'logged' }) }),
      ),
    );
    await screen.findByText(/Where can I go/);
    await fillIn(screen);
    await userEvent.click(screen.getByRole('button', { name: 'Log the mail' }));
    expect(await screen.findByText(detail)).toBeVisible();
    expect(screen.getByLabelText('What do they ask?')).toHaveValue(
      'Where can I go <b>tonight</b>?',
    );
  });

  it('offers no writing where no mail could go', async () => {
    const { screen } = showMail(aMail({ answerable: false, automatic: true }));
    await screen.findByText(/Where can I go/);
    await userEvent.click(
      screen.getByRole('checkbox', { name: /By a receipt code/ }),
    );
    expect(screen.queryByRole('radio', { name: /Yes, without/ })).toBeNull();
    expect(screen.getByText(/a program wrote the mail/)).toBeVisible();
  });

  it('sets it aside with a reason, and puts it back', async () => {
    const aside = aMail({
      status: 'set-aside',
      version: 2,
      category: 'spam',
      reason: 'An advertisement',
      handledBy: { id: 'g', name: 'Grace Okoro', trainee: false },
      handledAt: '2026-11-20T10:00:00Z',
      destroyOn: '2026-12-20',
      allowedActions: ['put-back'],
    });
    let now = aMail();
    const { screen, backend, container } = showMail(now, fake =>
      fake
        .on('GET /mails/mail1', () => now)
        .on('POST /mails/mail1/set-aside', () => {
          now = aside;
          return aside;
        })
        .on('POST /mails/mail1/put-back', () => {
          now = aMail({ version: 3 });
          return now;
        }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set it aside' }),
    );
    const submit = screen.getByRole('button', { name: 'Set the mail aside' });
    await userEvent.click(submit);
    expect(screen.getByRole('alert')).toHaveTextContent('Choose what it is');
    await userEvent.click(screen.getByRole('radio', { name: /^Spam/ }));
    await userEvent.type(screen.getByLabelText('Why?'), 'An advertisement');
    await expectAccessible(container);
    await userEvent.click(submit);
    expect(
      await screen.findByText('Grace Okoro has set this mail aside'),
    ).toBeVisible();
    expect(backend.to('POST /mails/mail1/set-aside')[0]?.body).toEqual({
      version: 1,
      category: 'spam',
      reason: 'An advertisement',
      duplicateOfId: null,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Put it back' }));
    expect(
      await screen.findByRole('button', { name: 'Log the mail' }),
    ).toBeVisible();
    expect(backend.to('POST /mails/mail1/put-back')[0]?.body).toEqual({
      version: 2,
    });
  });

  it('says that a mail is not here, whatever the reason', async () => {
    const { screen } = showMail(aMail(), fake =>
      fake.on('GET /mails/mail1', new Refusal(404, { detail: 'x' })),
    );
    expect(await screen.findByText('This mail is not here')).toBeVisible();
  });
});

describe('a query that came by mail', () => {
  const sentBack: MailOfQuery = {
    mailId: 'mail1',
    mayWrite: true,
    notes: [
      {
        id: 'n1',
        kind: 'arrived',
        madeAt: '2026-11-20T10:00:00Z',
        outcome: 'sent',
      },
      {
        id: 'n2',
        kind: 'to-read',
        madeAt: '2026-11-21T10:00:00Z',
        outcome: 'given-up',
      },
    ],
    allowedActions: ['stop-writing'],
  };

  it('says what was sent back, opens the mail on demand, and stops', async () => {
    const record = aQueryRecord({ channel: 'mailbox' });
    const { backend, screen, container } = showQuery(
      record,
      'advice-coordinator',
    );
    backend
      .on(`GET /queries/${record.id}/mail`, sentBack)
      .on('GET /mails/mail1', aMail())
      .on('POST /mails/mail1/stop-writing', undefined);
    expect(await screen.findByText(/could not be delivered/)).toBeVisible();
    expect(backend.to('GET /mails/mail1')).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the mail as it came' }),
    );
    expect(await screen.findByText(/Where can I go/)).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(
      screen.getByRole('button', { name: /Stop writing to this/ }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Stop writing' }),
    );
    await waitFor(() =>
      expect(backend.to('POST /mails/mail1/stop-writing')).toHaveLength(1),
    );
  });

  it('shows nothing of it for a query that came another way', async () => {
    const record = aQueryRecord();
    const { backend, screen } = showQuery(record, 'advice-coordinator');
    await screen.findByRole('heading', { name: 'The question' });
    expect(screen.queryByText('It came by mail')).toBeNull();
    expect(backend.to(`GET /queries/${record.id}/mail`)).toEqual([]);
  });
});
