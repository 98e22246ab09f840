import { act, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { aPerson } from '../__testUtils__/aBoardRow';
import { aCase, myWordsOf } from '../__testUtils__/aCase';
import { caseRoute, routeOf, showCase } from '../__testUtils__/showCase';

describe('CasePage', () => {
  it('shows what the survivor chose first and in full, with older versions', async () => {
    const record = aCase();
    const { screen, container } = showCase(record);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'ESC-7K3M9Q' }),
    ).toBeInTheDocument();
    const [first] = within(
      container.querySelector('.hub-record-main') as HTMLElement,
    ).getAllByRole('region');
    expect(first).toHaveAccessibleName('The survivor');
    expect(first).toHaveTextContent(
      /in a place of my own\..*Version 2, said on 22 Nov.*1 older version.*Version 1, as brought to the Hub on 18 Nov/,
    );
    await expectAccessible(container);
  });

  it('shows every part of the case', async () => {
    const record = aCase({
      extra: [{ label: 'Which visa is it?', text: 'A domestic worker’s.' }],
      marked: [{ label: 'a phone number', count: 2 }],
      subjectOrganisation: { id: 'org', name: 'Northgate Housing' },
      retention: {
        endsOn: '2033-03-03',
        held: true,
        destroyed: false,
        review: null,
      },
      openings: [
        {
          id: 'opening',
          by: aPerson('kit', 'Kit Manager'),
          at: '2026-11-20T09:00:00.000Z',
          until: '2026-11-20T10:00:00.000Z',
          reason: 'She is not safe tonight',
        },
      ],
      fromQuery: { id: 'query', reference: 'ADV-7K3M9Q' },
      spends: [
        {
          id: 'spend',
          purpose: 'Two nights in a hotel',
          amount: 12_950,
          alternativesTried: 'The council and two charities.',
          proposedBy: aPerson('imani', 'Imani Sender'),
          proposedAt: '2026-11-21T10:00:00Z',
          state: 'approved',
          decidedBy: aPerson('grace', 'Grace Okoro'),
          decidedAt: '2026-11-21T12:00:00Z',
          reason: 'Nothing else tonight.',
        },
      ],
      opinions: [
        {
          id: 'opinion',
          askedOf: aPerson('oda', 'Oda Trainee', true),
          askedBy: aPerson('grace', 'Grace Okoro'),
          askedAt: '2026-11-21T10:00:00Z',
          question: 'Is a review worth it?',
          givenAt: null,
          lapsedAt: null,
          text: null,
          mine: false,
        },
      ],
      outcomes: [
        { area: 'housing-rights', result: 'partly', why: 'A room, for now.' },
      ],
      keyOutcomes: ['choice-and-empowerment'],
      learningPoint: 'Ask early.',
    });
    const { screen } = showCase(record);
    const part = async (name: string) => screen.findByRole('region', { name });
    expect(await part('Legal limits')).toHaveTextContent(
      /Ask for a review.*21 days from 13 November 2026.*Appeal to the county court: no date can be given/,
    );
    expect(await part('Tasks')).toHaveTextContent(/Ring the council.*Overdue/);
    expect(await part('Safety checks')).toHaveTextContent(/Not safe/);
    expect(await part('Second opinions')).toHaveTextContent(
      /Oda Trainee \(trainee\).*Still to come.*Is a review worth it\?/,
    );
    expect(await part('Last-resort spends')).toHaveTextContent(
      /£129\.50 for Two nights in a hotel.*Approved.*The council and two charities\..*Nothing else tonight\./,
    );
    expect(await part('Meetings with the survivor')).toHaveTextContent(
      /18 November 2026\. An interpreter was used/,
    );
    expect(await part('Summons and disclosure requests')).toHaveTextContent(
      /Witness summons from Crown Court/,
    );
    expect(await part('Timeline')).toHaveTextContent(
      /Changed: Risks.*Why: The hotel ended\..*Before, it said:None.*Call.*Rang the council\./,
    );
    expect(await part('What came of it')).toHaveTextContent(
      /Partly achieved\. A room, for now\..*Choice and empowerment.*Ask early\./,
    );
    expect(await part('As it was brought to the Hub')).toHaveTextContent(
      /What do you ask of the Hub\?.*Help us to get the review started\./,
    );
    expect(await part('Who can see it, and why')).toHaveTextContent(
      /Imani Sender.*Brought it.*Grace Okoro.*Handles it at the Hub.*Nobody who works for Northgate Housing can/,
    );
    expect(await part('How long it is kept')).toHaveTextContent(
      /3 March 2033.*on hold/,
    );
    expect(await part('Opened by break-glass')).toHaveTextContent(
      /Opened until 20 Nov 2026, 10:00.*Kit Manager.*She is not safe tonight/,
    );
    expect(screen.getByText('A domestic worker’s.')).toBeInTheDocument();
    expect(screen.getByText(/a phone number \(2\)/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'ADV-7K3M9Q' })).toHaveAttribute(
      'href',
      '/advice/queries/query',
    );
  });

  it('draws exactly the actions that the backend allows', async () => {
    const { screen } = showCase(
      aCase({
        allowedActions: ['wait', 'resolve', 'recuse', 'note', 'settle-task'],
      }),
    );
    const panel = await screen.findByRole('region', {
      name: 'What you can do',
    });
    expect(
      within(panel)
        .getAllByRole('button', { hidden: true })
        .map(({ textContent }) => textContent),
    ).toEqual(['Mark it as waiting', 'Resolve it', 'Step back from this case']);
    expect(
      screen.getByRole('button', { name: 'Add to the timeline' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Finish: Ring the council' }),
    ).toBeInTheDocument();
    for (const name of ['Add a task', 'Add an event', /^Change/, /^Record/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('shows somebody without a part what they wrote, and nothing else', async () => {
    const record = myWordsOf(aCase({ allowedActions: ['withdraw'] }));
    const { screen, container } = showCase(record, { role: 'imsa' });
    expect(
      await screen.findByText('You see what you wrote'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Help us to get the review started.'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('region').map(region => {
        const id = region.getAttribute('aria-labelledby') ?? '';
        return document.getElementById(id)?.textContent;
      }),
    ).toEqual(['As it was brought to the Hub', 'What you can do']);
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw it' }));
    expect(
      screen.getByRole('form', { name: 'Withdraw this case' }),
    ).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('answers missing and hidden cases in the same way', async () => {
    const record = aCase();
    const { screen, backend, changed } = showCase(record);
    await screen.findByText('Ring the support worker first.');
    backend.on(
      caseRoute(record),
      () => new Refusal(404, { detail: 'Not found' }),
    );
    await act(() => changed());
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'This case is not here',
      }),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('Ring the support worker first.'),
    ).not.toBeInTheDocument();
  });

  it('loads older entries, and loses none when newer ones push the old out', async () => {
    const record = aCase({ olderEntries: 'abc', allowedActions: ['note'] });
    const [newer, older] = record.entries;
    const { screen, backend, changed } = showCase(record);
    backend.on(`GET plugin://escalations/cases/${record.id}/entries`, () => ({
      entries: [
        {
          ...older,
          id: '01e0',
          at: '2026-11-01T10:00:00Z',
          text: 'The oldest.',
        },
      ],
      olderEntries: null,
    }));
    await screen.findByText('Rang the council.');
    backend.on(caseRoute(record), () => ({
      ...record,
      version: 4,
      entries: [
        { ...older, id: '01e3', at: '2026-11-23T10:00:00Z', text: 'Newest.' },
        newer,
      ],
      olderEntries: 'def',
    }));
    await act(() => changed());
    await screen.findByText('Newest.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show older entries' }),
    );
    await screen.findByText('The oldest.');
    expect(
      within(screen.getByRole('list', { name: 'Timeline' }))
        .getAllByRole('listitem')
        .map(item => item.textContent?.match(/Newest|ended|Rang|oldest/)?.[0]),
    ).toEqual(['Newest', 'ended', 'Rang', 'oldest']);
    expect(
      backend
        .to(`GET plugin://escalations/cases/${record.id}/entries`)[0]
        ?.query.get('before'),
    ).toBe('abc');
    expect(
      screen.queryByRole('button', { name: 'Show older entries' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show only what people wrote' }),
    );
    expect(screen.queryByText('Changed: Risks')).not.toBeInTheDocument();
  });

  it('is printed with everything opened, by whom and when, and is folded again', async () => {
    const record = aCase();
    const { screen, container } = showCase(record);
    await screen.findByText('Ring the support worker first.');
    const folded = () =>
      container.querySelectorAll('details:not([open])').length;
    const before = folded();
    expect(before).toBeGreaterThan(0);
    const printed = () => screen.queryByText(/^Printed by Ada Example, /);
    expect(printed()).toBeNull();
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(folded()).toBe(0);
    expect(printed()).toHaveTextContent(/ 20\d\d at .*Confidential: keep it/);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(folded()).toBe(before);
    expect(printed()).toBeNull();
  });

  it('shows both versions on a conflict and keeps what was typed', async () => {
    const record = aCase({ allowedActions: ['resolve', 'note'] });
    const { screen, backend, container } = showCase(record);
    const newer = {
      ...record,
      version: 9,
      handler: aPerson('oda', 'Oda Trainee', true),
      risks: ['self-harm' as const],
    };
    backend.on(
      routeOf(record, 'resolve'),
      () => new Refusal(409, { detail: 'It has changed.', current: newer }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resolve it' }),
    );
    await userEvent.type(
      screen.getByLabelText('What was reached?'),
      'They have a room.',
    );
    const form = screen.getByRole('form', { name: 'Resolve this case' });
    await userEvent.click(
      within(form).getByRole('button', { name: 'Resolve it' }),
    );
    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent(
      /Who handles it.*Grace Okoro.*Oda Trainee \(trainee\)/,
    );
    expect(table).toHaveTextContent(
      /Risks.*Destitution, Contact with an exploiter.*Self-harm/,
    );
    expect(screen.getByLabelText('What was reached?')).toHaveValue(
      'They have a room.',
    );
    await expectAccessible(container);
    backend.on(routeOf(record, 'resolve'), () => ({
      ...newer,
      version: 10,
      status: 'resolved',
    }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Do it on the newer version' }),
    );
    await waitFor(() =>
      expect(
        backend.to(routeOf(record, 'resolve')).map(({ body }) => body),
      ).toEqual([
        { version: 3, reason: 'They have a room.' },
        { version: 9, reason: 'They have a room.' },
      ]),
    );
    expect(await screen.findByText('The case is resolved')).toBeInTheDocument();
  });

  it('keeps the words of a form through a reload and a change meanwhile', async () => {
    const record = aCase({ allowedActions: ['note'] });
    const { screen, backend, changed, address } = showCase(record);
    await screen.findByText('Ring the support worker first.');
    await userEvent.keyboard('n');
    expect(address()).toContain('do=note');
    await userEvent.type(
      screen.getByLabelText('What should be remembered?'),
      'Rang them.',
    );
    backend.on(caseRoute(record), () => ({
      ...record,
      version: 5,
      allowedActions: [],
      status: 'closed',
    }));
    await act(() => changed());
    expect(
      await screen.findByText('This can no longer be done'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('What should be remembered?')).toHaveValue(
      'Rang them.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(address()).not.toContain('do='));
  });
});
