import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  EscalationAction,
  EscalationRecord,
} from '@imsa-hub/escalations-common';
import { ESCALATION_ACTIONS } from '@imsa-hub/escalations-common';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { NO_BODY, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { newId } from '@imsa-hub/core';
import { aPerson } from '../__testUtils__/aBoardRow';
import { aCase } from '../__testUtils__/aCase';
import { ME } from '../__testUtils__/renderCases';
import { GRACE, ODA, routeOf, showCase } from '../__testUtils__/showCase';
import { ACTION_FORMS } from './actionForms';

/** Draws a case with one action open to the reader. */
function withAction(
  action: EscalationAction,
  part: Partial<EscalationRecord> = {},
) {
  const record = aCase({ ...part, allowedActions: [action] });
  const view = showCase(record, { role: 'hub-manager' });
  view.backend.on(routeOf(record, action), () => ({
    ...record,
    version: record.version + 1,
  }));
  const sent = () =>
    view.backend.to(routeOf(record, action)).map(({ body }) => body);
  return { ...view, record, sent };
}

async function open(
  view: ReturnType<typeof withAction>,
  button: string | RegExp,
  form: string,
) {
  await userEvent.click(
    await view.screen.findByRole('button', { name: button }),
  );
  return within(view.screen.getByRole('form', { name: form }));
}

async function typeDate(
  form: ReturnType<typeof within>,
  label: string,
  [day, month, year]: readonly [string, string, string],
) {
  const group = within(form.getByRole('group', { name: label }));
  await userEvent.type(group.getByLabelText('Day'), day);
  await userEvent.type(group.getByLabelText('Month'), month);
  await userEvent.type(group.getByLabelText('Year'), year);
}

describe('the forms of the actions', () => {
  beforeEach(() => sessionStorage.clear());

  it('are there for every action but those that stand elsewhere', () => {
    const elsewhere = ['submit', 'write-document', 'upload'];
    expect(Object.keys(ACTION_FORMS).sort()).toEqual(
      ESCALATION_ACTIONS.filter(action => !elsewhere.includes(action)).sort(),
    );
  });

  it.each([
    ['accept', 'Accept it', 'Accept this case'],
    ['start', 'Start work', 'Start work on this case'],
    ['accept-handover', 'Agree to take over', 'Agree to take over'],
  ] as const)(
    '%s asks for nothing and says what follows',
    async (action, button, title) => {
      const view = withAction(action, {
        handover: {
          from: GRACE,
          to: ME,
          offeredAt: '2026-11-20T10:00:00Z',
          acceptedAt: null,
        },
      });
      const form = await open(view, button, title);
      await userEvent.dblClick(form.getByRole('button', { name: button }));
      await waitFor(() => expect(view.sent()).toEqual([{ version: 3 }]));
    },
  );

  it.each([
    ['return', 'Return it to the IMSA', 'Return this case to the IMSA'],
    ['withdraw', 'Withdraw it', 'Withdraw this case'],
    ['resume', 'Go on with it', 'Go on with this case'],
    ['resolve', 'Resolve it', 'Resolve this case'],
    ['reopen', 'Open it again', 'Open this case again'],
    ['cancel-handover', 'Cancel the handover', 'Cancel the handover'],
  ] as const)('%s asks for a reason', async (action, button, title) => {
    const view = withAction(action, {
      handover: {
        from: GRACE,
        to: ME,
        offeredAt: '2026-11-20T10:00:00Z',
        acceptedAt: null,
      },
    });
    const form = await open(view, button, title);
    const [send] = form.getAllByRole('button');
    await userEvent.click(send as HTMLElement);
    expect(view.screen.getByRole('alert')).toHaveFocus();
    expect(view.screen.getByRole('alert')).toHaveTextContent('Give a reason');
    expect(view.sent()).toEqual([]);
    await userEvent.type(form.getByRole('textbox'), 'It is needed.');
    await userEvent.click(send as HTMLElement);
    await waitFor(() =>
      expect(view.sent()).toEqual([{ version: 3, reason: 'It is needed.' }]),
    );
  });

  it.each([
    ['assign', 'Assign it', 'Assign this case', 'Ada Example', ME.id],
    [
      'refer',
      /^Refer it/,
      'Refer this case to somebody',
      'Oda Trainee (trainee)',
      ODA.id,
    ],
    ['transfer', 'Transfer it', 'Transfer this case', 'Grace Okoro', GRACE.id],
    [
      'offer-handover',
      /^Hand over/,
      'Hand over to another lead IMSA',
      'Oda Trainee (trainee)',
      ODA.id,
    ],
  ] as const)(
    '%s names a person and a reason',
    async (action, button, title, name, id) => {
      const view = withAction(action);
      const form = await open(view, button, title);
      await form.findByRole('combobox');
      const [send] = form.getAllByRole('button');
      await userEvent.click(send as HTMLElement);
      expect(view.screen.getByRole('alert')).toHaveTextContent(
        'Choose a personGive a reason',
      );
      await userEvent.selectOptions(form.getByRole('combobox'), name);
      await userEvent.type(form.getByRole('textbox'), 'They know housing.');
      await userEvent.click(send as HTMLElement);
      await waitFor(() =>
        expect(view.sent()).toEqual([
          { version: 3, personId: id, reason: 'They know housing.' },
        ]),
      );
    },
  );

  it('takes a case one level up, and only one', async () => {
    const view = withAction('raise-level');
    const form = await open(
      view,
      'Take it a level up',
      'Let the Hub Manager decide',
    );
    await userEvent.type(form.getByRole('textbox'), 'Money.');
    await userEvent.click(
      form.getByRole('button', { name: 'Take it a level up' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([
        { version: 3, level: 'hub-manager', reason: 'Money.' },
      ]),
    );
  });

  it('takes it to an outside specialist with who that is', async () => {
    const view = withAction('raise-level', { level: 'hub-manager' });
    const form = await open(
      view,
      'Take it a level up',
      'Ask an outside specialist',
    );
    const type = (label: string, text: string) =>
      userEvent.type(form.getByLabelText(label), text);
    await type('Why must it be decided there?', 'Law.');
    await userEvent.click(
      form.getByRole('button', { name: 'Take it a level up' }),
    );
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      /Say who it is, by role and organisation.*Say what may be shared/,
    );
    expect(view.sent()).toEqual([]);
    await type('Who is the specialist?', 'Barrister');
    await type('How are they reached?', 'By post');
    await type('What may be shared with them?', 'The letter');
    await typeDate(form, 'When did the survivor agree that they are asked?', [
      '20',
      '11',
      '2026',
    ]);
    await userEvent.click(
      form.getByRole('button', { name: 'Take it a level up' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          level: 'outside-specialist',
          reason: 'Law.',
          specialist: {
            who: 'Barrister',
            contact: 'By post',
            mayShare: 'The letter',
            survivorAgreedOn: '2026-11-20',
          },
        },
      ]),
    );
  });

  it('offers a signpost, and no advice, to who is not regulated', async () => {
    const view = withAction('note', { immigrationGate: 'Not recorded.' });
    const form = await open(view, 'Add to the timeline', 'Add to the timeline');
    expect(form.queryByRole('radio', { name: 'Advice' })).toBeNull();
    expect(form.getByText(/Not recorded\./)).toBeInTheDocument();
    await userEvent.click(form.getByRole('radio', { name: 'Signpost' }));
    await userEvent.type(form.getByRole('textbox'), 'A law centre');
    await userEvent.click(form.getByRole('button', { name: 'Add it' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        { version: 3, kind: 'signpost', text: 'A law centre' },
      ]),
    );
  });

  it('records that the survivor does not agree any more, and what follows', async () => {
    const view = withAction('record-consent');
    const form = await open(
      view,
      'Record whether they agree to discuss it',
      'Does the survivor agree that the Hub discusses the case?',
    );
    expect(form.getByText('What follows from it')).toBeInTheDocument();
    await typeDate(form, 'When did they say so?', ['20', '11', '2026']);
    await userEvent.type(
      form.getByLabelText('What did they say, and why?'),
      'Too many people.',
    );
    await userEvent.click(form.getByRole('button', { name: 'Record it' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          consent: 'not-given',
          saidOn: '2026-11-20',
          reason: 'Too many people.',
        },
      ]),
    );
  });

  it('says plainly that nothing more is shared, and lets somebody decide', async () => {
    const view = withAction('override-consent', { consent: 'not-given' });
    expect(
      await view.screen.findByText(/Nothing new is shared/),
    ).toBeInTheDocument();
    const form = await open(
      view,
      'Decide that it goes on',
      'Decide that it goes on without agreement',
    );
    await userEvent.type(form.getByRole('textbox'), 'Risk to life.');
    await userEvent.click(
      form.getByRole('button', { name: 'Decide that it goes on' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([{ version: 3, reason: 'Risk to life.' }]),
    );
  });

  it('sets it waiting: what for, until when, why', async () => {
    const view = withAction('wait');
    const form = await open(
      view,
      'Mark it as waiting',
      'Mark this case as waiting',
    );
    await typeDate(form, 'When should it be looked at again? (optional)', [
      '30',
      '2',
      '2027',
    ]);
    const send = form.getByRole('button', { name: 'Mark it as waiting' });
    await userEvent.click(send);
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      'Choose what it waits forEnter a date that existsGive a reason',
    );
    await expectAccessible(view.container);
    await userEvent.click(
      form.getByRole('radio', { name: 'For the survivor' }),
    );
    const month = form.getByLabelText('Month');
    await userEvent.clear(month);
    await userEvent.type(month, '3');
    await userEvent.type(form.getByLabelText(/What exactly/), 'Her answer.');
    await userEvent.click(send);
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          category: 'survivor',
          until: '2027-03-30',
          reason: 'Her answer.',
        },
      ]),
    );
  });

  it('puts what the backend finds wrong by its field, and loses nothing', async () => {
    const view = withAction('add-task');
    view.backend.on(
      routeOf(view.record, 'add-task'),
      () =>
        new Refusal(400, {
          detail: 'Something is wrong.',
          fieldErrors: [
            {
              field: 'body.ownerId',
              message: 'Choose somebody who has a part in this case',
            },
          ],
        }),
    );
    const form = await open(view, 'Add a task', 'Add a task');
    await userEvent.type(
      form.getByLabelText('What is to be done?'),
      'Ring the council',
    );
    await userEvent.selectOptions(
      await form.findByLabelText('Who does it?'),
      'Ada Example',
    );
    await typeDate(form, 'By when?', ['1', '12', '2026']);
    await userEvent.click(form.getByRole('button', { name: 'Add the task' }));
    expect(await view.screen.findByRole('alert')).toHaveTextContent(
      'Choose somebody who has a part in this case',
    );
    expect(form.getByLabelText('Who does it?')).toHaveAccessibleDescription(
      /Choose somebody who has a part in this case/,
    );
    expect(form.getByLabelText('What is to be done?')).toHaveValue(
      'Ring the council',
    );
    expect(view.sent()).toEqual([
      {
        version: 3,
        title: 'Ring the council',
        ownerId: ME.id,
        dueOn: '2026-12-01',
      },
    ]);
  });

  it('settles the task beside which it was opened', async () => {
    const view = withAction('settle-task');
    const form = await open(view, /^Finish/, 'Finish a task');
    await userEvent.click(form.getByRole('radio', { name: 'It is done' }));
    await userEvent.click(
      form.getByRole('button', { name: 'Finish the task' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          taskId: view.record.tasks[0]?.id,
          result: 'done',
          note: '',
        },
      ]),
    );
    await waitFor(() =>
      expect(
        view.screen.getByRole('button', { name: /^Finish/ }),
      ).toHaveFocus(),
    );
  });

  it('writes into the timeline, checked for what could identify somebody', async () => {
    const view = withAction('note');
    const form = await open(view, 'Add to the timeline', 'Add to the timeline');
    await userEvent.click(form.getByRole('radio', { name: 'Advice' }));
    await userEvent.type(
      form.getByLabelText('What do you advise?'),
      'Ring them on 07700 900123.',
    );
    expect(
      await form.findByText(/This could identify somebody/),
    ).toBeInTheDocument();
    await userEvent.click(form.getByRole('button', { name: 'Add it' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        { version: 3, kind: 'advice', text: 'Ring them on 07700 900123.' },
      ]),
    );
  });

  it('records a new version of what the survivor wants', async () => {
    const view = withAction('record-choice');
    const form = await open(
      view,
      'Record what they say now: Safety plan',
      'Record what the survivor says now',
    );
    expect(form.getByRole('radio', { name: 'Safety plan' })).toBeChecked();
    await typeDate(form, 'When did the survivor say so?', ['20', '11', '2026']);
    await userEvent.type(
      form.getByLabelText('What did they say?'),
      'Ring me first.',
    );
    await userEvent.click(form.getByRole('button', { name: 'Record it' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          kind: 'safety-plan',
          saidOn: '2026-11-20',
          text: 'Ring me first.',
        },
      ]),
    );
  });

  it('adds an event of the nation', async () => {
    const view = withAction('add-event');
    const form = await open(view, 'Add an event', 'Add an event');
    const what = await form.findByLabelText('What happened?');
    expect(within(what).getAllByRole('option')).toHaveLength(2);
    await userEvent.selectOptions(what, 'housing-review');
    await typeDate(form, 'When did it happen?', ['20', '11', '2026']);
    await userEvent.click(form.getByRole('button', { name: 'Add the event' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        { version: 3, ruleId: 'housing-review', date: '2026-11-20' },
      ]),
    );
  });

  it('asks for the further dates of the event in its nation, and shows the limit', async () => {
    const view = withAction('add-event');
    const form = await open(view, 'Add an event', 'Add an event');
    const what = await form.findByLabelText('What happened?');
    expect(form.queryByRole('group', { name: /^Date/ })).toBeNull();
    await userEvent.selectOptions(what, 'housing-review');
    expect(form.queryByText(/in Scotland/)).toBeNull();
    await typeDate(form, 'When did it happen?', ['20', '11', '2026']);
    await typeDate(form, 'Date the letter came (optional)', [
      '21',
      '11',
      '2026',
    ]);
    expect(await form.findByText('Limits that follow')).toBeVisible();
    expect(form.getByText(/21 days from 13 November 2026/)).toBeInTheDocument();
    await expectAccessible(view.container);
    await userEvent.click(form.getByRole('button', { name: 'Add the event' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          ruleId: 'housing-review',
          date: '2026-11-20',
          facts: { 'letter-came': '2026-11-21' },
        },
      ]),
    );
  });

  it('corrects an event from what it says now, with a reason', async () => {
    const view = withAction('correct-event');
    const form = await open(
      view,
      'Correct it: Told of a homelessness decision, 13 November 2026',
      'Correct an event',
    );
    const which = form.getByLabelText('Which event?');
    // What was struck out cannot be corrected.
    expect(within(which).getAllByRole('option')).toHaveLength(2);
    const send = form.getByRole('button', { name: 'Correct the event' });
    await userEvent.click(send);
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      'Say what is wrong',
    );
    await userEvent.click(form.getByRole('radio', { name: /^It happened/ }));
    const date = within(
      form.getByRole('group', { name: 'When did it happen?' }),
    );
    expect(date.getByLabelText('Day')).toHaveValue('13');
    await userEvent.clear(date.getByLabelText('Day'));
    await userEvent.type(date.getByLabelText('Day'), '14');
    await userEvent.click(send);
    expect(view.screen.getByRole('alert')).toHaveTextContent('Give a reason');
    await userEvent.type(
      form.getByLabelText('Why is it corrected?'),
      'The letter says so',
    );
    await expectAccessible(view.container);
    await userEvent.click(send);
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          eventId: '0',
          what: 'change',
          ruleId: 'housing-review',
          date: '2026-11-14',
          facts: { 'letter-came': '2026-11-14' },
          reason: 'The letter says so',
        },
      ]),
    );
  });

  it('strikes an event out, with a reason alone', async () => {
    const view = withAction('correct-event');
    const form = await open(view, /^Correct it/, 'Correct an event');
    await userEvent.click(form.getByRole('radio', { name: /strike it out/ }));
    expect(form.queryByLabelText('What happened?')).toBeNull();
    await userEvent.type(
      form.getByLabelText('Why is it corrected?'),
      'It was another survivor',
    );
    await userEvent.click(
      form.getByRole('button', { name: 'Correct the event' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          eventId: '0',
          what: 'strike-out',
          reason: 'It was another survivor',
        },
      ]),
    );
  });

  it('records a summons that came', async () => {
    const view = withAction('add-request');
    const form = await open(
      view,
      'Record a summons or request',
      'Record a summons or request',
    );
    const send = form.getByRole('button', { name: 'Record it' });
    await userEvent.click(send);
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      'Choose what it is',
    );
    await userEvent.click(form.getByRole('radio', { name: 'Witness summons' }));
    await userEvent.type(form.getByLabelText('Who is it from?'), 'A court');
    await typeDate(form, 'When did it come?', ['20', '11', '2026']);
    await expectAccessible(view.container);
    await userEvent.click(send);
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          kind: 'witness-summons',
          from: 'A court',
          received: '2026-11-20',
          due: null,
        },
      ]),
    );
  });

  it('notes what was done about a summons', async () => {
    const view = withAction('answer-request');
    const form = await open(
      view,
      'Note what was done: Witness summons from Crown Court',
      'Note what was done about a summons or request',
    );
    await typeDate(form, 'When was it done?', ['21', '11', '2026']);
    await userEvent.type(
      form.getByLabelText('What was answered, or done?'),
      'The court was told',
    );
    await expectAccessible(view.container);
    await userEvent.click(form.getByRole('button', { name: 'Note it' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          requestId: '0',
          answeredOn: '2026-11-21',
          answer: 'The court was told',
        },
      ]),
    );
  });

  it('records a meeting with how words crossed languages', async () => {
    const view = withAction('add-encounter');
    const form = await open(view, 'Record a meeting', 'Record a meeting');
    await userEvent.click(
      form.getByRole('button', { name: 'Record the meeting' }),
    );
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      'Enter a date that existsChoose how you spoke with each other',
    );
    await typeDate(form, 'When did you meet?', ['20', '11', '2026']);
    await userEvent.click(
      form.getByRole('radio', { name: 'An interpreter was used' }),
    );
    await userEvent.click(
      form.getByRole('button', { name: 'Record the meeting' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([
        { version: 3, date: '2026-11-20', interpreter: 'used', note: '' },
      ]),
    );
  });

  it('changes a fact from what it says now, with a reason', async () => {
    const view = withAction('change-fact');
    const form = await open(view, 'Change the risks', 'Change a fact');
    expect(form.getByRole('checkbox', { name: 'Destitution' })).toBeChecked();
    await userEvent.click(form.getByRole('checkbox', { name: 'Destitution' }));
    await userEvent.type(
      form.getByLabelText('Why is it changed?'),
      'A room was found.',
    );
    await userEvent.click(form.getByRole('button', { name: 'Change it' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          fact: 'risks',
          value: ['contact-with-exploiter'],
          reason: 'A room was found.',
        },
      ]),
    );
  });

  it.each([
    ['Case reference', 'NG-0412'],
    ['Nation', 'england'],
    ['Part of the country', 'london'],
    ['Tier', 'full-advocacy'],
    ['National Referral Mechanism', 'consented'],
    ['What is asked of the Hub', 'Help us to get the review started.'],
    ['Options that were explained', 'A review, or a new application.'],
  ])('offers the field of “%s” with what it says', async (fact, now) => {
    const view = withAction('change-fact');
    const form = await open(view, 'Change a fact', 'Change a fact');
    await userEvent.selectOptions(
      form.getByLabelText('What is changed?'),
      fact,
    );
    expect(form.getByLabelText(fact)).toHaveValue(now);
    await expectAccessible(view.container);
  });

  it('changes the organisation, and says what that decides', async () => {
    const view = withAction('set-organisation');
    const form = await open(
      view,
      'Change the organisation',
      'Change the organisation it is about',
    );
    expect(
      form.getByText('It decides who can see the case'),
    ).toBeInTheDocument();
    await form.findByLabelText('Which organisation?');
    await userEvent.type(form.getByLabelText('Why is it changed?'), 'A slip.');
    await userEvent.click(form.getByRole('button', { name: 'Change it' }));
    await waitFor(() =>
      expect(view.sent()).toEqual([
        { version: 3, organisationId: null, reason: 'A slip.' },
      ]),
    );
  });

  it('asks for a second opinion, and gives the one that is asked for', async () => {
    const asking = withAction('ask-opinion');
    const form = await open(
      asking,
      'Ask for a second opinion',
      'Ask for a second opinion',
    );
    await userEvent.selectOptions(
      await form.findByLabelText('Whose opinion?'),
      'Oda Trainee (trainee)',
    );
    await userEvent.type(
      form.getByLabelText('What do you want to know?'),
      'Is it worth it?',
    );
    await userEvent.click(form.getByRole('button', { name: 'Ask them' }));
    await waitFor(() =>
      expect(asking.sent()).toEqual([
        { version: 3, personId: ODA.id, question: 'Is it worth it?' },
      ]),
    );
    asking.unmount();

    const id = newId();
    const giving = withAction('give-opinion', {
      opinions: [
        {
          id,
          askedOf: ME,
          askedBy: GRACE,
          askedAt: '2026-11-20T10:00:00Z',
          question: 'Is it worth it?',
          givenAt: null,
          lapsedAt: null,
          text: null,
          mine: true,
        },
      ],
    });
    const answer = await open(
      giving,
      'Give your opinion',
      'Give your second opinion',
    );
    await userEvent.type(answer.getByLabelText('Your opinion'), 'It is.');
    await userEvent.click(
      answer.getByRole('button', { name: 'Give the opinion' }),
    );
    await waitFor(() =>
      expect(giving.sent()).toEqual([
        { version: 3, opinionId: id, text: 'It is.' },
      ]),
    );
  });

  it('asks for a spend in pounds', async () => {
    const view = withAction('propose-spend');
    const form = await open(
      view,
      'Ask for a last-resort spend',
      'Ask for a last-resort spend',
    );
    await userEvent.type(form.getByLabelText('What is it for?'), 'A hotel');
    await userEvent.type(
      form.getByLabelText('How much, in pounds?'),
      'about 60',
    );
    await userEvent.type(
      form.getByLabelText('What was tried before?'),
      'The council.',
    );
    const send = form.getByRole('button', { name: 'Ask for it' });
    await userEvent.click(send);
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      'Enter an amount in pounds up to £10,000, such as 64.50',
    );
    await userEvent.clear(form.getByLabelText('How much, in pounds?'));
    await userEvent.type(
      form.getByLabelText('How much, in pounds?'),
      '£1,064.5',
    );
    await userEvent.click(send);
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          purpose: 'A hotel',
          amount: 106_450,
          alternativesTried: 'The council.',
        },
      ]),
    );
  });

  it('decides on a spend of somebody else', async () => {
    const id = newId();
    const view = withAction('decide-spend', {
      spends: [
        {
          id,
          purpose: 'Two nights in a hotel',
          amount: 12_950,
          alternativesTried: 'The council.',
          proposedBy: GRACE,
          proposedAt: '2026-11-21T10:00:00Z',
          state: 'proposed',
          decidedBy: null,
          decidedAt: null,
          reason: null,
        },
      ],
    });
    const form = await open(
      view,
      'Decide: Two nights in a hotel',
      'Decide on a last-resort spend',
    );
    await userEvent.click(form.getByRole('radio', { name: 'Approve it' }));
    await userEvent.type(form.getByLabelText('Why?'), 'Nothing else is left.');
    await userEvent.click(
      form.getByRole('button', { name: 'Record the decision' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          spendId: id,
          decision: 'approved',
          reason: 'Nothing else is left.',
        },
      ]),
    );
  });

  it('records a safety check with its result', async () => {
    const view = withAction('check-safety');
    const form = await open(
      view,
      'Record a safety check',
      'Record a safety check',
    );
    await userEvent.click(form.getByRole('radio', { name: 'A job offer' }));
    await userEvent.type(
      form.getByLabelText(/How was it checked/),
      'Rang the company.',
    );
    await userEvent.click(
      form.getByRole('radio', { name: 'Not clear: treat as not safe' }),
    );
    await userEvent.click(
      form.getByRole('button', { name: 'Record the check' }),
    );
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          subject: 'job-offer',
          checked: 'Rang the company.',
          result: 'not-clear',
        },
      ]),
    );
  });

  it('completes a handover once the survivor has agreed', async () => {
    const view = withAction('complete-handover', {
      handover: {
        from: aPerson('imani', 'Imani Sender'),
        to: ODA,
        offeredAt: '2026-11-20T10:00:00Z',
        acceptedAt: '2026-11-21T10:00:00Z',
      },
    });
    const form = await open(
      view,
      'Complete the handover',
      'Complete the handover',
    );
    const send = form.getByRole('button', { name: 'Complete the handover' });
    await userEvent.click(send);
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      'Enter a date that exists',
    );
    await typeDate(form, 'When did the survivor agree to the new lead IMSA?', [
      '20',
      '11',
      '2026',
    ]);
    await userEvent.click(send);
    await waitFor(() =>
      expect(view.sent()).toEqual([
        { version: 3, survivorAgreedOn: '2026-11-20', note: '' },
      ]),
    );
  });

  it('closes with what came of each area, and why it is late', async () => {
    const view = withAction('close', {
      status: 'resolved',
      areas: ['housing-rights', 'family-law'],
      target: {
        what: 'Close it',
        dueAt: '2026-11-20T16:00:00Z',
        state: 'late',
      },
    });
    const form = await open(view, 'Close it', 'Close this case');
    const send = form.getByRole('button', { name: 'Close the case' });
    await userEvent.click(send);
    const alert = view.screen.getByRole('alert');
    expect(alert).toHaveTextContent('Say what came of Housing rights');
    expect(alert).toHaveTextContent('Say what came of Family law');
    expect(alert).toHaveTextContent('This is later than its target. Say why.');
    await expectAccessible(view.container);
    for (const [area, result] of [
      ['Housing rights', 'Achieved'],
      ['Family law', 'Not achieved'],
    ] as const) {
      await userEvent.click(
        within(
          form.getByRole('group', { name: `What came of ${area}?` }),
        ).getByRole('radio', { name: result }),
      );
      await userEvent.type(
        form.getByLabelText(`${area}: how, or why not?`),
        'So it went.',
      );
    }
    await userEvent.click(
      form.getByRole('checkbox', { name: 'Choice and empowerment' }),
    );
    await userEvent.type(
      form.getByLabelText('Why is it later than its target?'),
      'The court.',
    );
    await userEvent.click(send);
    await waitFor(() =>
      expect(view.sent()).toEqual([
        {
          version: 3,
          outcomes: [
            { area: 'housing-rights', result: 'achieved', why: 'So it went.' },
            { area: 'family-law', result: 'not', why: 'So it went.' },
          ],
          keyOutcomes: ['choice-and-empowerment'],
          learningPoint: '',
          structuralIssue: '',
          lateReason: 'The court.',
        },
      ]),
    );
  });

  it('says why a case is gone, and leads back to the list', async () => {
    const own = withAction('set-organisation');
    own.backend.on(routeOf(own.record, 'set-organisation'), () => NO_BODY);
    const form = await open(
      own,
      'Change the organisation',
      'Change the organisation it is about',
    );
    await userEvent.type(form.getByLabelText('Why is it changed?'), 'A slip.');
    await userEvent.click(form.getByRole('button', { name: 'Change it' }));
    expect(
      await own.screen.findByText(
        'Done. It concerns the organisation you work for, so it is no longer open to you.',
      ),
    ).toBeInTheDocument();
    expect(own.address()).toBe('/cases');
    own.unmount();

    const handover = {
      from: GRACE,
      to: ME,
      offeredAt: '2026-11-20T10:00:00Z',
      acceptedAt: null,
    };
    const view = withAction('cancel-handover', { handover });
    view.backend.on(routeOf(view.record, 'cancel-handover'), () => NO_BODY);
    const other = await open(
      view,
      'Cancel the handover',
      'Cancel the handover',
    );
    await userEvent.type(other.getByRole('textbox'), 'I cannot.');
    await userEvent.click(
      other.getByRole('button', { name: 'Cancel the handover' }),
    );
    expect(
      await view.screen.findByText(
        'The handover is cancelled. Your access has ended with it.',
      ),
    ).toBeInTheDocument();
    expect(view.address()).toBe('/cases');
  });

  it('warns before one steps back, and leads away afterwards', async () => {
    const view = withAction('recuse', { handler: ME });
    view.backend.on(routeOf(view.record, 'recuse'), () => NO_BODY);
    const form = await open(
      view,
      'Step back from this case',
      'Step back from this case',
    );
    expect(
      form.getByText('You will no longer see this case'),
    ).toBeInTheDocument();
    await form.findByLabelText('Who takes over?');
    const send = form.getByRole('button', { name: 'Step back' });
    await userEvent.click(send);
    expect(view.screen.getByRole('alert')).toHaveTextContent(
      'Choose who takes over before you step back',
    );
    await userEvent.selectOptions(
      form.getByLabelText('Who takes over?'),
      'Grace Okoro',
    );
    await userEvent.type(
      form.getByLabelText('Why do you step back?'),
      'I know somebody.',
    );
    await userEvent.click(send);
    await waitFor(() => expect(view.address()).toBe('/cases'));
    expect(view.sent()).toEqual([
      { version: 3, reason: 'I know somebody.', handOverTo: GRACE.id },
    ]);
  });
});
