import {
  groupEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { ROLES } from '@imsa-hub/core';
import type {
  OrganisationContext,
  PeopleDirectory,
  PersonContext,
} from '@imsa-hub/network-node';
import { networkEntities } from './networkEntities';
import { NetworkEntityProvider } from './NetworkEntityProvider';

const ORGANISATION: OrganisationContext = {
  id: '01m8orgzzzzzzzzzzzzzzzzzzz',
  name: 'Northgate Advocacy',
  sector: 'ngo',
  nation: 'england',
  area: 'Newcastle',
  current: true,
};
const ADA: PersonContext = {
  id: '01m8adazzzzzzzzzzzzzzzzzzz',
  entityRef: 'user:default/01m8adazzzzzzzzzzzzzzzzzzz',
  displayName: 'Ada Ọbafemi',
  email: 'ada@secret.example',
  roles: ['imsa', 'senior-imsa'],
  employments: [],
  organisationIds: [ORGANISATION.id],
  regulatedForImmigration: true,
  training: 'accredited',
  nations: ['england'],
  specialisms: ['housing-rights'],
  languages: ['yo'],
};

function aDirectory(people: PersonContext[]) {
  let listener = () => undefined as void;
  return {
    people,
    change: () => listener(),
    directory: {
      all: () => people,
      organisations: () => [
        ORGANISATION,
        { ...ORGANISATION, id: '01m8gonezzzzzzzzzzzzzzzzzz', current: false },
      ],
      ready: async () => undefined,
      onChange(tell: () => void) {
        listener = tell;
        return () => {
          listener = () => undefined;
        };
      },
    } as Partial<PeopleDirectory> as PeopleDirectory,
  };
}

describe('networkEntities', () => {
  const entities = networkEntities(aDirectory([ADA]).directory);

  it('are entities that the catalog takes', async () => {
    for (const entity of entities) {
      const validator =
        entity.kind === 'User'
          ? userEntityV1alpha1Validator
          : groupEntityV1alpha1Validator;
      expect(await validator.check(entity)).toBe(true);
    }
  });

  it('are the roles, the current organisations and the active people', () => {
    expect(entities.map(entity => entity.metadata.name)).toEqual([
      ...ROLES,
      ORGANISATION.id,
      ADA.id,
    ]);
    expect(entities.at(-1)?.spec).toHaveProperty('memberOf', [
      'group:default/imsa',
      'group:default/senior-imsa',
      `group:default/${ORGANISATION.id}`,
    ]);
  });

  it('hold names and nothing else of a person', () => {
    const text = JSON.stringify(entities);
    expect(text).toContain(ADA.displayName);
    for (const secret of [
      '@',
      'housing',
      'accredited',
      'Newcastle',
      'regulated',
    ])
      expect(text).not.toContain(secret);
  });
});

describe('NetworkEntityProvider', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function connected(people: PersonContext[]) {
    const register = aDirectory(people);
    const mutations: EntityProviderMutation[] = [];
    const applyMutation = jest.fn(async (mutation: EntityProviderMutation) => {
      mutations.push(mutation);
    });
    const warn = jest.fn();
    const provider = new NetworkEntityProvider({
      people: register.directory,
      logger: { warn },
    });
    await provider.connect({ applyMutation, refresh: async () => undefined });
    await jest.advanceTimersByTimeAsync(1);
    const users = () => {
      const last = mutations.at(-1);
      return last?.type === 'full'
        ? last.entities.filter(({ entity }) => entity.kind === 'User').length
        : -1;
    };
    return { ...register, provider, applyMutation, users, warn };
  }

  it('projects at the start, and ten changes at once as one', async () => {
    const { people, change, applyMutation, users } = await connected([ADA]);
    expect(applyMutation).toHaveBeenCalledTimes(1);
    expect(users()).toBe(1);
    people.pop();
    for (let count = 0; count < 10; count += 1) change();
    await jest.advanceTimersByTimeAsync(900);
    expect(applyMutation).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(200);
    expect(applyMutation).toHaveBeenCalledTimes(2);
    expect(users()).toBe(0);
  });

  it('says nothing when nothing changed for the catalog', async () => {
    const { change, applyMutation } = await connected([ADA]);
    change();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(applyMutation).toHaveBeenCalledTimes(1);
  });

  it('tries again when the catalog could not take it', async () => {
    const { people, change, applyMutation, users, warn } = await connected([
      ADA,
    ]);
    people.pop();
    applyMutation.mockRejectedValueOnce(new Error('busy'));
    change();
    await jest.advanceTimersByTimeAsync(1_100);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(users()).toBe(1);
    await jest.advanceTimersByTimeAsync(10_100);
    expect(users()).toBe(0);
  });

  it('stops when it is closed', async () => {
    const { people, change, provider, applyMutation } = await connected([ADA]);
    people.pop();
    change();
    provider.close();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(applyMutation).toHaveBeenCalledTimes(1);
  });
});
