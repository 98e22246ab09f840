import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRuleRecord } from '../__testUtils__/aRuleRecord';
import { address, renderDeadlines } from '../__testUtils__/renderDeadlines';

const user = userEvent.setup({ delay: null });

const RULE = 'GET plugin://deadlines/rules/review';
const END = 'POST plugin://deadlines/rules/review/end';
const REVIEW = 'POST plugin://deadlines/rules/review/review';

async function enterDate(name: string, date: [string, string, string]) {
  const group = within(screen.getByRole('group', { name }));
  const parts = ['Day', 'Month', 'Year'];
  for (const [place, part] of parts.entries()) {
    await user.type(group.getByLabelText(part), date[place] ?? '');
  }
}
const LAST_DAY = 'First day whose events it no longer covers';

describe('ending a rule', () => {
  const at = '/rules/review/end';

  it('starts what takes its place, beginning from its words', async () => {
    const backend = new FakeBackend()
      .on(RULE, () => aRuleRecord())
      .on(END, () => aRuleRecord({ version: 2 }));
    const { container } = renderDeadlines({ backend, at });
    await user.click(await screen.findByLabelText(/A new rule/));
    await enterDate(LAST_DAY, ['1', '4', '2027']);
    await user.click(screen.getByLabelText('England'));
    const period = screen.getByLabelText('How long it runs');
    await user.clear(period);
    await user.type(period, '6');
    await user.selectOptions(screen.getByLabelText('Counted in'), 'weeks');
    await user.click(screen.getByLabelText('What can end it earlier'));
    await user.type(screen.getByLabelText('Where this was read'), 'The Act');
    await user.click(screen.getByLabelText('Primary text read'));
    await user.type(screen.getByLabelText('Why'), 'The law changed');
    await expectAccessible(container);
    await user.click(
      screen.getByRole('button', { name: 'Start the new rule' }),
    );
    await waitFor(() => expect(address()).toBe('/legal-limits/rules/review'));
    expect(backend.to(END)[0]?.body).toEqual({
      version: 1,
      effectiveTo: '2027-04-01',
      reason: 'The law changed',
      successor: {
        title: 'Ask for a review',
        nations: ['wales'],
        period: { weeks: 6 },
        dayOfNotice: 'included',
        postAllowanceHours: 0,
        closedDay: 'none',
        authority: 'An Act, section 202',
        source: 'The Act',
        confidence: 'primary',
        caution: 'The law is changing.',
        keeps: ['lateLimit'],
      },
    });
  });

  it('can end without anything after it', async () => {
    const backend = new FakeBackend()
      .on(RULE, () => aRuleRecord())
      .on(END, () => aRuleRecord({ version: 2 }));
    renderDeadlines({ backend, at });
    await user.click(await screen.findByLabelText('Nothing'));
    await enterDate(LAST_DAY, ['1', '4', '2027']);
    await user.type(screen.getByLabelText('Why'), 'Repealed');
    await user.click(screen.getByRole('button', { name: 'End the rule' }));
    await waitFor(() => expect(address()).toBe('/legal-limits/rules/review'));
    expect(backend.to(END)[0]?.body).toEqual({
      version: 1,
      effectiveTo: '2027-04-01',
      reason: 'Repealed',
    });
  });

  it('names what is missing before anything is sent', async () => {
    const backend = new FakeBackend().on(RULE, () => aRuleRecord());
    renderDeadlines({ backend, at });
    await user.click(await screen.findByLabelText(/A new rule/));
    await user.click(
      screen.getByRole('button', { name: 'Start the new rule' }),
    );
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveFocus();
    expect(
      within(summary)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'Enter the first day whose events it no longer covers',
      'Say where this was read',
      'Say whether the primary text was read',
      'Give a reason',
    ]);
    expect(backend.to(END)).toEqual([]);
  });

  it('keeps what was typed where somebody else decided first', async () => {
    let version = 1;
    const backend = new FakeBackend()
      .on(RULE, () => aRuleRecord({ version }))
      .on(END, ({ body }) => {
        if ((body as { version: number }).version === 1) {
          version = 2;
          return new Refusal(409, {
            status: 409,
            detail: 'Somebody decided on this rule',
            current: aRuleRecord({ version }),
          });
        }
        return aRuleRecord({ version: 3 });
      });
    renderDeadlines({ backend, at });
    await user.click(await screen.findByLabelText('Nothing'));
    await enterDate(LAST_DAY, ['1', '4', '2027']);
    await user.type(screen.getByLabelText('Why'), 'Repealed');
    await user.click(screen.getByRole('button', { name: 'End the rule' }));
    await user.click(
      await screen.findByRole('button', { name: 'Go on with mine' }),
    );
    expect(screen.getByLabelText('Why')).toHaveValue('Repealed');
    await user.click(screen.getByRole('button', { name: 'End the rule' }));
    await waitFor(() => expect(address()).toBe('/legal-limits/rules/review'));
    expect(
      backend.to(END).map(({ body }) => (body as { version: number }).version),
    ).toEqual([1, 2]);
  });

  it('has no page for whoever only reads', async () => {
    const backend = new FakeBackend().on(RULE, () => aRuleRecord());
    renderDeadlines({ backend, at, keeper: false });
    expect(screen.queryByText(LAST_DAY)).not.toBeInTheDocument();
    expect(backend.requests).toEqual([]);
  });
});

describe('reading a rule again', () => {
  it('says what was read and what was found', async () => {
    const backend = new FakeBackend()
      .on(RULE, () => aRuleRecord())
      .on(REVIEW, () => aRuleRecord({ version: 2 }));
    const { container } = renderDeadlines({
      backend,
      at: '/rules/review/review',
    });
    await user.click(await screen.findByLabelText('Primary text read'));
    const source = screen.getByLabelText('Where this was read');
    await user.clear(source);
    await user.type(source, 'The Act itself');
    await expectAccessible(container);
    await user.click(
      screen.getByRole('button', { name: 'Mark as read today' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Give a reason');
    await user.type(screen.getByLabelText('What you found'), 'As before');
    await user.click(
      screen.getByRole('button', { name: 'Mark as read today' }),
    );
    await waitFor(() => expect(address()).toBe('/legal-limits/rules/review'));
    expect(backend.to(REVIEW)[0]?.body).toEqual({
      version: 1,
      confidence: 'primary',
      source: 'The Act itself',
      sourceUrl: 'https://law.example/202',
      reason: 'As before',
    });
  });
});
