import { aDesk } from '../testing/aDesk';

const split = [
  { from: '09:00', to: '12:30' },
  { from: '13:30', to: '17:00' },
];
const workingHours = {
  monday: split,
  tuesday: split,
  wednesday: split,
  thursday: split,
  friday: split,
  saturday: [],
  sunday: [],
};

it('the target of a case runs on after the lunch break of a split day', async () => {
  const desk = await aDesk({
    settings: { workingHours, escalations: { targetHours: { raised: 2 } } },
  });
  try {
    // A Monday in winter, an hour before lunch.
    desk.at('2026-11-23T11:30:00Z');
    const id = await desk.raise('imsa', { risks: ['destitution'] });
    const { state_due_at: dueAt } = await desk.row(id);
    expect(dueAt.toISOString()).toBe('2026-11-23T14:30:00.000Z');
  } finally {
    await desk.destroy();
  }
});

it('cases do not start with working hours that are nonsense', async () => {
  await expect(
    aDesk({ settings: { workingHours: { ...workingHours, monday: 'nine' } } }),
  ).rejects.toThrow('hub.workingHours.monday');
});
