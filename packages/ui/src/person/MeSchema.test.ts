import { MeSchema } from './MeSchema';

const answer = {
  id: 'a',
  displayName: 'Ada Example',
  roles: ['imsa'],
  organisations: [{ id: 'o', name: 'Northgate', nation: 'england' }],
  training: 'trainee',
  doors: ['advice.use'],
  somethingNew: true,
};

describe('MeSchema', () => {
  it('reads the answer of the register, and more than it knows', () => {
    expect(MeSchema.parse(answer)).toEqual({
      person: {
        id: 'a',
        name: 'Ada Example',
        roles: ['imsa'],
        organisation: { id: 'o', name: 'Northgate' },
        training: true,
      },
      doors: ['advice.use'],
    });
  });

  it('knows people without an organisation and without training', () => {
    const { person } = MeSchema.parse({
      ...answer,
      organisations: [],
      training: 'accredited',
    });
    expect(person.organisation).toBeNull();
    expect(person.training).toBe(false);
  });

  it('does not take a role that it has no word for', () => {
    expect(() => MeSchema.parse({ ...answer, roles: ['king'] })).toThrow();
  });
});
