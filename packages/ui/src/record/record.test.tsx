import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../testing/expectAccessible';
import { DeadlineTag } from './DeadlineTag';
import { Moment } from './Moment';
import { StatusBadge } from './StatusBadge';
import { Timeline } from './Timeline';

const now = new Date('2026-11-23T12:00:00Z');

describe('DeadlineTag', () => {
  it.each([
    ['2026-11-23', 'today', 'warning'],
    ['2026-11-24', 'tomorrow', 'warning'],
    ['2026-11-28', 'in 5 days', 'warning'],
    ['2026-11-29', 'in 6 days', 'neutral'],
    ['2026-11-22', '1 day late', 'negative'],
    ['2026-11-13', '10 days late', 'negative'],
  ])('%s is %s', (date, words, tone) => {
    const { container } = render(<DeadlineTag date={date} now={now} />);
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(container.firstChild).toHaveAttribute('data-tone', tone);
  });

  it('counts days as they are counted in London', () => {
    // Half past midnight in London, still the day before in UTC.
    const late = new Date('2026-06-30T23:30:00Z');
    render(<DeadlineTag date="2026-07-01" now={late} />);
    expect(screen.getByText('today')).toBeInTheDocument();
  });

  it('is no longer late once it is settled', () => {
    render(<DeadlineTag date="2026-11-01" settled now={now} />);
    expect(screen.queryByText(/late/)).not.toBeInTheDocument();
  });

  it('shows its working on demand, and warns of secondary sources', async () => {
    const { container } = render(
      <DeadlineTag
        date="2026-12-07"
        title="Ask for a reconsideration"
        working={['Told on 7 November 2026.', 'One month after.']}
        authority="Statutory guidance"
        source="Guidance, chapter 14"
        confidence="secondary"
        now={now}
      />,
    );
    expect(screen.getByText('7 December 2026')).toBeInTheDocument();
    expect(screen.getByText('secondary sources only')).toBeInTheDocument();
    await userEvent.click(screen.getByText(/worked out/));
    expect(screen.getByText('One month after.')).toBeVisible();
    expect(
      screen.getByText(/Checked against secondary sources only/),
    ).toBeVisible();
    await expectAccessible(container);
  });
});

describe('Moment', () => {
  it('is on London clocks, summer and winter', () => {
    render(
      <>
        <Moment at="2026-07-01T23:30:00Z" />
        <Moment at="2026-12-01T23:30:00Z" />
        <Moment at="2026-12-01" />
      </>,
    );
    expect(screen.getByText('2 Jul 2026, 00:30')).toBeInTheDocument();
    expect(screen.getByText('1 Dec 2026, 23:30')).toBeInTheDocument();
    expect(screen.getByText('1 December 2026')).toHaveAttribute(
      'datetime',
      '2026-12-01',
    );
  });
});

describe('Timeline', () => {
  it('is a named list in the order given; passes axe', async () => {
    const { container } = render(
      <Timeline
        label="What happened"
        entries={[
          {
            id: '1',
            at: '2026-11-23T12:00:00Z',
            what: 'Given to Bea Sample',
            who: 'Ada Example',
            body: 'She knows housing.',
          },
          { id: '2', at: '2026-11-22T12:00:00Z', what: 'Asked' },
        ]}
      />,
    );
    const items = screen.getAllByRole('listitem');
    expect(items[0]).toHaveTextContent('Given to Bea Sample');
    expect(items[0]).toHaveTextContent('Ada Example · 23 Nov 2026, 12:00');
    expect(items[1]).toHaveTextContent('Asked');
    await expectAccessible(container);
  });
});

describe('StatusBadge', () => {
  it('is a word; the colour only repeats it', () => {
    render(<StatusBadge tone="warning">Waiting</StatusBadge>);
    expect(screen.getByText('Waiting')).toHaveAttribute('data-tone', 'warning');
  });
});
