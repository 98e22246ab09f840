import type { BankHolidays } from '../holidayCalendar';

/** A small, true excerpt of the bank holidays: 2026 and New Year 2027. */
export const holidays2026: BankHolidays = {
  from: '2026-01-01',
  horizon: '2027-01-31',
  reviewedOn: '2026-11-23',
  source: 'An excerpt for tests',
  divisions: {
    'england-and-wales': [
      { date: '2026-01-01', title: "New Year's Day" },
      { date: '2026-04-03', title: 'Good Friday' },
      { date: '2026-04-06', title: 'Easter Monday' },
      { date: '2026-12-25', title: 'Christmas Day' },
      { date: '2026-12-28', title: 'Boxing Day (substitute day)' },
      { date: '2027-01-01', title: "New Year's Day" },
    ],
    scotland: [
      { date: '2026-01-01', title: "New Year's Day" },
      { date: '2026-01-02', title: '2nd January' },
      { date: '2026-04-03', title: 'Good Friday' },
      { date: '2026-11-30', title: "St Andrew's Day" },
      { date: '2026-12-25', title: 'Christmas Day' },
      { date: '2026-12-28', title: 'Boxing Day (substitute day)' },
      { date: '2027-01-01', title: "New Year's Day" },
      { date: '2027-01-04', title: '2nd January (substitute day)' },
    ],
    'northern-ireland': [
      { date: '2026-01-01', title: "New Year's Day" },
      { date: '2026-03-17', title: "St Patrick's Day" },
      { date: '2026-07-13', title: 'Battle of the Boyne (substitute day)' },
      { date: '2026-12-25', title: 'Christmas Day' },
      { date: '2026-12-28', title: 'Boxing Day (substitute day)' },
      { date: '2027-01-01', title: "New Year's Day" },
    ],
  },
  overrides: [
    {
      date: '2026-06-15',
      division: 'scotland',
      change: 'add',
      title: 'World Cup bank holiday',
      why: 'Proclaimed once',
    },
  ],
};
