import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRuleList, aRuleRecord } from '../__testUtils__/aRuleRecord';
import { renderDeadlines } from '../__testUtils__/renderDeadlines';

const user = userEvent.setup({ delay: null });

const RULES = 'GET plugin://deadlines/rules';

describe('the list of rules', () => {
  it('says what is sure and what is not, and passes axe', async () => {
    const backend = new FakeBackend().on(RULES, () => aRuleList());
    const { container } = renderDeadlines({ backend });
    const link = await screen.findByRole('link', { name: 'Ask for a review' });
    expect(link).toHaveAttribute('href', '/legal-limits/rules/review');
    const row = link.closest('tr');
    expect(row).toHaveTextContent('England and Wales');
    expect(row).toHaveTextContent('21 days');
    expect(row).toHaveTextContent('Secondary no primary text was read');
    expect(row).toHaveTextContent('Read on 23 November 2026');
    expect(screen.getByText(/not legal advice/)).toBeInTheDocument();
    // What has ended is not shown before somebody asks for it.
    expect(screen.queryByText('Ask again')).not.toBeInTheDocument();
    await expectAccessible(container);
  });

  it('is narrowed by nation, by event and by what is known', async () => {
    const backend = new FakeBackend().on(RULES, () => aRuleList());
    renderDeadlines({ backend });
    await screen.findByText('1 rule');
    await user.selectOptions(screen.getByLabelText('Rules'), 'Ended');
    expect(screen.getByText('Ask again')).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Nation'), 'Wales');
    expect(screen.getByText('No rule fits')).toBeInTheDocument();
    await user.selectOptions(
      screen.getByLabelText('Rules'),
      'Not read in the primary text',
    );
    expect(screen.getByText('Ask for a review')).toBeInTheDocument();
    expect(
      [
        ...screen.getByLabelText('What happened').querySelectorAll('option'),
      ].map(option => option.textContent),
    ).toEqual(['Anything', 'Told of the decision']);
  });

  it('names rules of an update that are not used', async () => {
    const backend = new FakeBackend().on(RULES, () =>
      aRuleList({ setAside: ['Ask in vain'] }),
    );
    renderDeadlines({ backend });
    expect(await screen.findByText(/Ask in vain/)).toBeInTheDocument();
  });
});

describe('a rule', () => {
  const at = '/rules/review';

  it('shows how it counts, its source and what was decided', async () => {
    const backend = new FakeBackend().on(`${RULES}/review`, () =>
      aRuleRecord({
        history: [
          {
            id: '1',
            change: 'reviewed',
            at: '2026-11-24T09:00:00Z',
            by: 'Ada Example',
            reason: 'Read the guidance',
          },
        ],
        successors: [{ id: 'next', title: 'The next one', nations: ['wales'] }],
      }),
    );
    const { container } = renderDeadlines({ backend, at });
    await screen.findByRole('heading', { level: 1, name: 'Ask for a review' });
    for (const words of [
      'The period is 21 days.',
      'The law is changing.',
      'An Act, section 202',
      'Read the guidance',
      'Secondary: no primary text was read. Check it first.',
    ]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByRole('link', { name: 'The next one' })).toHaveAttribute(
      'href',
      '/legal-limits/rules/next',
    );
    await expectAccessible(container);
  });

  it('offers what this person may do, and no more', async () => {
    const backend = new FakeBackend().on(`${RULES}/review`, () =>
      aRuleRecord({ allowedActions: [] }),
    );
    renderDeadlines({ backend, at, keeper: false });
    await screen.findByText('The period is 21 days.');
    expect(screen.queryByText(/End it/)).not.toBeInTheDocument();
    expect(screen.queryByText('Mark as read again')).not.toBeInTheDocument();
  });

  it('says where an update has other words', async () => {
    const { rule } = aRuleRecord();
    const backend = new FakeBackend().on(`${RULES}/review`, () =>
      aRuleRecord({
        hasNewerShipped: true,
        newerShipped: { ...rule, period: { weeks: 6 } },
      }),
    );
    renderDeadlines({ backend, at });
    expect(await screen.findByText(/6 weeks/)).toBeInTheDocument();
  });
});
