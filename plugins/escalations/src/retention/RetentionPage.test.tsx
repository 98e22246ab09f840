import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RetentionRow } from '@imsa-hub/core';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { aRetentionRow } from '@imsa-hub/ui/src/testing/aRetentionRow';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { aPerson } from '../__testUtils__/aBoardRow';
import { aCase } from '../__testUtils__/aCase';
import { ME, renderCases } from '../__testUtils__/renderCases';
import { showCase } from '../__testUtils__/showCase';

const API = 'plugin://escalations';
const GRACE = aPerson('grace', 'Grace Okoro');
const ASKED_AT = '2026-11-26T10:00:00Z';

const past = aRetentionRow({
  reference: 'ESC-PAST22',
  retainUntil: '2026-11-20',
  willBeDestroyedOn: '2026-12-20',
  allowedActions: ['hold', 'destroy'],
});
const asked = aRetentionRow({
  reference: 'ESC-ASKED2',
  destructionAsked: { by: GRACE, at: ASKED_AT },
  allowedActions: ['hold', 'confirm-destruction'],
  steps: [
    { at: ASKED_AT, by: GRACE, step: 'asked', reason: 'The survivor asks it' },
  ],
});
const mine = aRetentionRow({
  reference: 'ESC-MYNE22',
  destructionAsked: { by: ME, at: ASKED_AT },
  allowedActions: ['hold'],
});
const soon = aRetentionRow({ reference: 'ESC-SNN222' });
const held = aRetentionRow({
  reference: 'ESC-HELD22',
  held: true,
  steps: [{ at: ASKED_AT, by: GRACE, step: 'held', reason: 'An appeal runs' }],
  allowedActions: ['release'],
});

function show(options: { search?: string; due?: RetentionRow[] } = {}) {
  sessionStorage.clear();
  let rows = options.due ?? [past, asked, mine, soon];
  const backend = new FakeBackend().on(`GET ${API}/retention`, ({ query }) => ({
    rows: query.get('view') === 'held' ? [held] : rows,
    next: null,
  }));
  const view = renderCases({
    backend,
    role: 'hub-manager',
    at: `/cases/retention${options.search ?? ''}`,
  });
  const of = async (reference: string) => {
    const link = await view.screen.findByRole('link', { name: reference });
    return within(link.closest('li') as HTMLElement);
  };
  return {
    ...view,
    backend,
    of,
    /** What the list is from now on. */
    become: (next: RetentionRow[]) => {
      rows = next;
    },
  };
}

const destroyRoute = (row: RetentionRow) =>
  `POST ${API}/cases/${row.id}/destroy`;
const holdRoute = (row: RetentionRow) => `POST ${API}/cases/${row.id}/hold`;

describe('RetentionPage', () => {
  it('puts cases together by what they ask, and says who is waited for', async () => {
    const { screen, container, of } = show();
    const waits = await screen.findByRole('region', {
      name: 'Waits for a second person',
    });
    expect(within(waits).getAllByRole('listitem')[0]).toHaveTextContent(
      /ESC-ASKED2.*Grace Okoro asked on.*You can confirm it.*Why: The survivor asks it/,
    );
    expect(waits).toHaveTextContent(
      /ESC-MYNE22.*You asked on.*Somebody else who keeps cases has to confirm/,
    );
    const ended = screen.getByRole('region', {
      name: 'Past its end, in review',
    });
    expect(ended).toHaveTextContent(
      /ESC-PAST22.*destroyed unless it is put on hold.*20 Dec/,
    );
    expect(
      screen.getByRole('region', { name: 'Ends within 90 days' }),
    ).toHaveTextContent('ESC-SNN222');
    expect(
      (await of('ESC-MYNE22'))
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['Put on hold']);
    await expectAccessible(container);
  });

  it('destroys only with the reference typed and a reason', async () => {
    const { of, backend, container, become, screen } = show();
    backend.on(destroyRoute(past), () => ({
      ...past,
      version: 6,
      destroyedOn: '2026-11-27',
      allowedActions: [],
    }));
    const line = await of('ESC-PAST22');
    await userEvent.click(
      line.getByRole('button', { name: /Destroy the content/ }),
    );
    const form = within(
      line.getByRole('form', { name: 'Destroy its content' }),
    );
    const button = form.getByRole('button', { name: 'Destroy the content' });
    await userEvent.type(
      form.getByLabelText('Reference of the case'),
      'ESC-OTHER2',
    );
    await userEvent.click(button);
    expect(form.getByRole('alert')).toHaveTextContent(
      'Type ESC-PAST22Give a reason',
    );
    await expectAccessible(container);
    expect(backend.to(destroyRoute(past))).toEqual([]);
    await userEvent.clear(form.getByLabelText('Reference of the case'));
    await userEvent.type(
      form.getByLabelText('Reference of the case'),
      'esc-past22',
    );
    await userEvent.type(
      form.getByLabelText('Why is it destroyed now?'),
      'Nobody needs it',
    );
    become([soon]);
    await userEvent.click(button);
    await waitFor(() =>
      expect(screen.queryByText('ESC-PAST22')).not.toBeInTheDocument(),
    );
    expect(backend.to(destroyRoute(past)).map(({ body }) => body)).toEqual([
      { reference: 'esc-past22', reason: 'Nobody needs it', version: 5 },
    ]);
    expect(screen.getByText('The content was destroyed')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('shows what another keeper did meanwhile, and sends nothing over it', async () => {
    const { of, backend } = show();
    backend.on(
      holdRoute(soon),
      () =>
        new Refusal(409, {
          detail: 'Somebody changed this case since you looked at it.',
          current: {
            ...soon,
            version: 6,
            destructionAsked: { by: GRACE, at: ASKED_AT },
          },
        }),
    );
    const line = await of('ESC-SNN222');
    await userEvent.click(line.getByRole('button', { name: /Put on hold/ }));
    const form = within(
      (await of('ESC-SNN222')).getByRole('form', { name: 'Put it on hold' }),
    );
    await userEvent.type(
      form.getByLabelText('Why must it be kept longer?'),
      'An appeal',
    );
    await userEvent.click(form.getByRole('button', { name: 'Put on hold' }));
    expect(
      await (await of('ESC-SNN222')).findByRole('alert'),
    ).toHaveTextContent(
      /Somebody changed this.*Asked to be destroyed early.*By Grace Okoro/,
    );
  });

  it('has what is on hold in a view of its own, and ends a hold', async () => {
    const { of, backend, container } = show({ search: '?view=held' });
    backend.on(holdRoute(held), () => ({
      ...held,
      version: 6,
      held: false,
      allowedActions: ['hold', 'ask-destruction'],
    }));
    const line = await of('ESC-HELD22');
    expect(line.getByText('Why: An appeal runs')).toBeInTheDocument();
    await userEvent.click(line.getByRole('button', { name: /End the hold/ }));
    const form = within(line.getByRole('form', { name: 'End the hold' }));
    await userEvent.type(
      form.getByLabelText('Why does it not have to be kept longer?'),
      'The appeal has ended',
    );
    await userEvent.click(form.getByRole('button', { name: 'End the hold' }));
    await waitFor(() =>
      expect(backend.to(holdRoute(held)).map(({ body }) => body)).toEqual([
        { hold: false, reason: 'The appeal has ended', version: 5 },
      ]),
    );
    await expectAccessible(container);
  });

  it('says what stands here where there is nothing', async () => {
    const { screen } = show({ due: [] });
    expect(await screen.findByText('Nothing to look at')).toBeInTheDocument();
  });

  it('is not there for others', async () => {
    const { address } = renderCases({
      backend: new FakeBackend(),
      role: 'senior-imsa',
      at: '/cases/retention',
    });
    await waitFor(() => expect(address()).toBe('/cases'));
  });
});

describe('the record', () => {
  const record = aCase({ status: 'closed' });
  record.retention = {
    endsOn: asked.retainUntil,
    held: false,
    destroyed: false,
    review: { ...asked, id: record.id, reference: record.reference },
  };

  it('shows the same, with its decisions and actions', async () => {
    const { screen, backend, container } = showCase(record, {
      role: 'hub-manager',
    });
    const route = `POST ${API}/cases/${record.id}/destroy`;
    backend.on(route, () => ({
      ...record.retention.review,
      version: 6,
      destroyedOn: '2026-11-27',
      destructionAsked: null,
      allowedActions: [],
    }));
    const section = within(
      await screen.findByRole('region', { name: 'How long it is kept' }),
    );
    expect(section.getByText('The survivor asks it')).toBeInTheDocument();
    await userEvent.click(
      section.getByRole('button', { name: /Confirm the destruction/ }),
    );
    const form = within(screen.getByRole('form', { name: /second person/ }));
    await userEvent.type(
      form.getByLabelText('Reference of the case'),
      record.reference,
    );
    await userEvent.type(form.getByLabelText('Why do you agree?'), 'So do I');
    await expectAccessible(container);
    await userEvent.click(
      form.getByRole('button', { name: 'Destroy the content' }),
    );
    await waitFor(() => expect(section.getByText('Destroyed')).toBeVisible());
    expect(backend.to(route)).toHaveLength(1);
    // The page of the case itself is not taken for what came back.
    expect(
      screen.getByRole('heading', { level: 1, name: record.reference }),
    ).toBeInTheDocument();
  });
});
