import { newId } from '@imsa-hub/core';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRaiseBackend, WHOLE } from '../__testUtils__/aRaiseBackend';
import { renderCases } from '../__testUtils__/renderCases';

type World = ReturnType<typeof aRaiseBackend>;
const show = (world: World, at: string) =>
  renderCases({ backend: world.backend, at, role: 'imsa' });
const heading = (view: ReturnType<typeof show>, name: string | RegExp) =>
  view.screen.findByRole('heading', { level: 1, name });
const press = (view: ReturnType<typeof show>, name: string | RegExp) =>
  userEvent.click(view.screen.getByRole('button', { name }));

test('a draft is begun once, however often the button is pressed', async () => {
  const world = aRaiseBackend();
  const view = show(world, '/cases/raise');
  await userEvent.dblClick(
    await view.screen.findByRole('button', { name: 'Begin' }),
  );
  await heading(view, 'How do you know this case?');
  expect(world.begins()).toHaveLength(1);
  await expectAccessible(view.container);
});

test('from the first page to the Hub by keyboard alone', async () => {
  const world = aRaiseBackend();
  const view = show(world, world.at('reference'));
  const { screen } = view;
  await heading(view, 'How do you know this case?');
  expect(screen.getByText(/Page 1 of 7/)).toBeInTheDocument();
  await userEvent.type(
    screen.getByLabelText('Case reference'),
    'NG-0412{Enter}',
  );

  await waitFor(async () =>
    expect(await heading(view, 'Where is the case?')).toHaveFocus(),
  );
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');

  await heading(view, 'What do you ask of the Hub?');
  await userEvent.type(
    screen.getByLabelText(/What you ask/),
    'Can it be challenged?',
  );
  await press(view, 'Save and continue');
  await heading(view, 'What did they decide?');
  await userEvent.click(screen.getByRole('radio', { name: 'Agreed' }));
  await press(view, 'Save and continue');

  await heading(view, 'When did you meet?');
  const first = screen.getByRole('group', { name: 'Meeting 1' });
  await userEvent.type(within(first).getByLabelText('Day'), '20');
  await userEvent.type(within(first).getByLabelText('Month'), '11');
  await userEvent.type(within(first).getByLabelText('Year'), '2026');
  await press(view, 'Add another meeting');
  const second = screen.getByRole('group', { name: 'Meeting 2' });
  expect(within(second).getByLabelText('Day')).toHaveFocus();
  await expectAccessible(view.container);
  await press(view, 'Save and continue');

  await heading(view, 'Which events have a limit?');
  // What was left empty is no meeting.
  expect(world.answers().encounters).toEqual([{ date: '2026-11-20' }]);
  await press(view, 'Add an event');
  await userEvent.selectOptions(
    screen.getByLabelText('What happened'),
    'housing-review',
  );
  await userEvent.type(screen.getByLabelText('Day'), '20');
  await userEvent.type(screen.getByLabelText('Month'), '11');
  await userEvent.type(screen.getByLabelText('Year'), '2026');
  expect(await screen.findByText(/21 days, counted from/)).toBeInTheDocument();
  await expectAccessible(view.container);
  await press(view, 'Save and continue');

  await heading(view, 'Check your answers');
  expect(screen.getByText('Can it be challenged?')).toBeInTheDocument();
  await expectAccessible(view.container);
  await userEvent.dblClick(
    screen.getByRole('button', { name: 'Bring it to the Hub' }),
  );
  await heading(view, 'Your case is with the Hub: ESC-7K3M9Q');
  expect(screen.getByRole('link', { name: '020 7946 0321' })).toHaveAttribute(
    'href',
    'tel:02079460321',
  );
  expect(world.submits()).toHaveLength(1);
  expect(
    world.saves().map(body => (body as { version: number }).version),
  ).toEqual([1, 2, 3, 4, 5, 6]);
  await expectAccessible(view.container);
});

test('what is missing is said twice, and the summary takes the focus', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  const view = show(world, world.at('events'));
  const { screen } = view;
  await heading(view, 'Which events have a limit?');
  await press(view, 'Add an event');
  await userEvent.selectOptions(
    screen.getByLabelText('What happened'),
    'housing-review',
  );
  await press(view, 'Save and continue');
  const summary = screen.getByRole('alert');
  expect(summary).toHaveFocus();
  await userEvent.click(within(summary).getByText('Enter the day'));
  expect(screen.getByLabelText('Day')).toHaveFocus();
  expect(screen.getAllByText('Enter the day')).toHaveLength(2);
  expect(world.saves()).toEqual([]);
  await expectAccessible(view.container);
});

test('a list that needs one says so by the list', async () => {
  const world = aRaiseBackend();
  const view = show(world, world.at('meetings'));
  await heading(view, 'When did you meet?');
  await press(view, 'Save and continue');
  const list = view.screen.getByRole('group', { name: 'Meetings and calls' });
  expect(list).toHaveAccessibleDescription(/Add at least one meeting or call/);
});

test('an answer can open a page, and a change leads back to the check', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  const view = show(world, world.at('check-your-answers'));
  const { screen } = view;
  await heading(view, 'Check your answers');
  await userEvent.click(
    screen.getByRole('link', { name: 'Change: What did they decide?' }),
  );
  await userEvent.click(
    await screen.findByRole('radio', { name: 'Did not want it' }),
  );
  await press(view, 'Save');
  await heading(view, 'Why not?');
  expect(screen.getByText(/Page 5 of 8/)).toBeInTheDocument();

  await userEvent.click(screen.getByRole('link', { name: 'Back' }));
  await heading(view, 'What did they decide?');
  await press(view, 'Save');
  await heading(view, 'Why not?');
  await userEvent.type(screen.getByRole('textbox'), 'Too soon');
  await press(view, 'Save');
  await heading(view, 'Check your answers');
});

test('what is not answered cannot be sent, and leads to its page', async () => {
  const world = aRaiseBackend({ answers: { ...WHOLE, askedOfHub: undefined } });
  const view = show(world, world.at('check-your-answers'));
  const { screen } = view;
  await heading(view, 'Check your answers');
  await press(view, 'Bring it to the Hub');
  const summary = screen.getByRole('alert');
  expect(summary).toHaveFocus();
  expect(world.submits()).toEqual([]);
  await userEvent.click(
    within(summary).getByRole('link', {
      name: 'Write what you ask of the Hub',
    }),
  );
  await heading(view, 'What do you ask of the Hub?');
});

test('the same page saved in another window: both are shown, nothing typed is lost', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  const view = show(world, world.at('ask'));
  const { screen } = view;
  const field = await screen.findByLabelText(/What you ask/);
  await userEvent.type(field, ' Mine.');
  world.elsewhere({ askedOfHub: 'Theirs.' });
  await press(view, 'Save and continue');
  const conflict = await screen.findByRole('alert');
  expect(
    within(conflict).getByText('Can it be challenged? Mine.'),
  ).toBeVisible();
  expect(within(conflict).getByText('Theirs.')).toBeVisible();
  expect(world.answers().askedOfHub).toBe('Theirs.');
  await expectAccessible(view.container);
  await press(view, 'Save mine over the newer one');
  await heading(view, 'What did they decide?');
  expect(world.answers().askedOfHub).toBe('Can it be challenged? Mine.');
});

test('the newer version can be taken', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  const view = show(world, world.at('ask'));
  const { screen } = view;
  await userEvent.type(await screen.findByLabelText(/What you ask/), ' Mine.');
  world.elsewhere({ askedOfHub: 'Theirs.' });
  await press(view, 'Save and continue');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Take the newer version' }),
  );
  expect(screen.getByLabelText(/What you ask/)).toHaveValue('Theirs.');
});

test('another page saved in another window is no conflict', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  const view = show(world, world.at('ask'));
  const { screen } = view;
  await userEvent.type(await screen.findByLabelText(/What you ask/), ' Mine.');
  world.elsewhere({ caseReference: 'NG-0500' });
  await press(view, 'Save and continue');
  await heading(view, 'What did they decide?');
  expect(world.answers()).toMatchObject({
    caseReference: 'NG-0500',
    askedOfHub: 'Can it be challenged? Mine.',
  });
});

test('leaving with words that are not saved asks first', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  const view = show(world, `${world.at('reference')}`);
  const { screen } = view;
  await userEvent.type(await screen.findByLabelText('Case reference'), '1');

  await userEvent.click(screen.getByRole('link', { name: 'Your drafts' }));
  const question = await screen.findByRole('dialog', {
    name: 'Leave without saving this page?',
  });
  await userEvent.click(
    within(question).getByRole('button', { name: 'Cancel' }),
  );
  expect(view.address()).toBe(world.at('reference'));
  await userEvent.click(screen.getByRole('link', { name: 'Your drafts' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
  await heading(view, 'Bring a case to the Hub');
  // In this tab it waits where it was typed.
  await userEvent.click(screen.getByRole('link', { name: /Go on with/ }));
  expect(sessionStorage.length).toBe(1);
});

test('a refusal of the backend keeps what was typed', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  world.backend.on(
    `PUT plugin://escalations/drafts/${world.id}/page`,
    () =>
      new Refusal(400, {
        detail: 'Mend what is marked',
        fieldErrors: [
          {
            field: 'body.answers.nation',
            message: 'Choose a part of the country that is in this nation',
          },
        ],
      }),
  );
  const view = show(world, world.at('place'));
  await userEvent.click(
    await view.screen.findByRole('radio', { name: 'Scotland' }),
  );
  await press(view, 'Save and continue');
  expect(await view.screen.findByRole('alert')).toHaveTextContent(
    'Choose a part of the country that is in this nation',
  );
  expect(view.screen.getByRole('radio', { name: 'Scotland' })).toBeChecked();
});

test('one goes on where one stopped', async () => {
  const world = aRaiseBackend({
    answers: { caseReference: 'NG-1', nation: 'england' },
  });
  const view = show(world, `/cases/drafts/${world.id}`);
  await heading(view, 'What do you ask of the Hub?');
  expect(view.address()).toBe(world.at('ask'));
});

test('a draft is deleted only after a question', async () => {
  const world = aRaiseBackend();
  const view = show(world, '/cases/raise');
  const { screen } = view;
  await userEvent.click(
    await screen.findByRole('button', { name: 'Delete NG-0412' }),
  );
  await expectAccessible(await screen.findByRole('dialog'));
  await userEvent.click(screen.getByRole('button', { name: 'Delete draft' }));
  await waitFor(() => expect(screen.queryByText('NG-0412')).toBeNull());
});

test('a case that was returned is mended where the reason can be read', async () => {
  const world = aRaiseBackend({
    answers: WHOLE,
    escalationId: 'the-case',
    returnedFor: 'Say which options were explained.',
  });
  world.list.drafts = [];
  world.list.toMend = [
    {
      id: 'the-case',
      reference: 'ESC-7K3M9Q',
      caseReference: 'NG-0412',
      returnedAt: '2026-11-27T09:00:00.000Z',
    },
  ];
  world.backend.on('POST plugin://escalations/cases/the-case/mend', () => ({
    id: world.id,
  }));
  const view = show(world, '/cases/raise');
  const { screen } = view;
  await screen.findByRole('heading', { name: 'Returned to you' });
  await expectAccessible(view.container);
  await press(view, 'Mend it: NG-0412');
  await screen.findByText('Say which options were explained.');
  await userEvent.click(await screen.findByRole('link', { name: 'Back' }));
  expect(
    await screen.findByText('Say which options were explained.'),
  ).toBeVisible();
});

test('what carries over from a query is shown before anything is copied', async () => {
  const world = aRaiseBackend({ answers: WHOLE });
  const queryId = newId();
  world.backend.on(
    `GET plugin://escalations/queries/${queryId}/carry-over`,
    () => ({
      query: { id: queryId, reference: 'ADV-7K3M9Q' },
      pages: [
        {
          page: 'ask',
          title: 'What do you ask of the Hub?',
          answers: [
            { field: 'askedOfHub', label: 'What you ask', text: 'Look again?' },
          ],
        },
      ],
      limits: [],
    }),
  );
  const view = show(world, `/cases/raise?query=${queryId}`);
  const { screen } = view;
  await screen.findByText('Look again?');
  expect(
    screen.getByRole('heading', { name: 'What stays with the query' }),
  ).toBeVisible();
  expect(world.begins()).toEqual([]);
  await expectAccessible(view.container);
  await press(view, 'Begin');
  await waitFor(() => expect(world.begins()).toHaveLength(1));
  expect(world.begins()[0]?.body).toMatchObject({ fromQueryId: queryId });
});

test('a query that is not theirs to take on is not here', async () => {
  const world = aRaiseBackend();
  const view = show(world, `/cases/raise?query=${newId()}`);
  expect(await heading(view, 'This query is not here')).toBeVisible();
  expect(world.begins()).toEqual([]);
});
