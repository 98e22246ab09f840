import { FirstManagerSchema, type FirstManager } from './enterFirstManager';

const ada: FirstManager = {
  name: 'Ada Example',
  email: 'ada@hub.example',
  organisation: 'The Hub',
  nation: 'england',
  area: 'Leeds',
};

it('takes what is as it should be', () => {
  expect(FirstManagerSchema.parse(ada)).toEqual(ada);
});

it.each<[keyof FirstManager, string]>([
  ['name', ''],
  ['name', 'Two\nlines'],
  ['email', 'ada'],
  ['organisation', ' '],
  ['nation', 'france'],
  ['area', ''],
])('takes no %s “%s”', (field, value) => {
  const { error } = FirstManagerSchema.safeParse({ ...ada, [field]: value });
  expect(error?.issues.map(({ path }) => path[0])).toContain(field);
});
