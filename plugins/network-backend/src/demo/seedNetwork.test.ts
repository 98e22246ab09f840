import { NATIONS, ROLES, SECTORS } from '@imsa-hub/core';
import { resolve } from 'node:path';
import { TestRegister } from '../testing/aRegister';
import { demoPersonId } from './demoIds';
import { loadDemoNetwork } from './networkFile';
import { seedNetwork } from './seedNetwork';

const YAML = resolve(__dirname, '../../../../catalog/demo/network.yaml');

test('the pilot network is whole', async () => {
  const { organisations, people } = await loadDemoNetwork(YAML);
  const employing = organisations.filter(
    item => item.sector !== 'hub' && item.sector !== 'supervision-provider',
  );
  expect(employing).toHaveLength(23);
  expect(new Set(employing.map(item => item.nation)).size).toBe(NATIONS.length);
  expect(new Set(organisations.map(item => item.sector)).size).toBe(
    SECTORS.length,
  );
  const imsas = people.filter(person => person.roles.includes('imsa'));
  expect(imsas.length).toBeGreaterThanOrEqual(24);
  expect(
    imsas.filter(person => person.training === 'trainee').length,
  ).toBeGreaterThan(3);
  const employers = new Set(imsas.map(person => person.organisation));
  expect(employing.filter(item => !employers.has(item.key))).toEqual([]);
  expect(
    people.filter(person => person.roles.includes('senior-imsa')),
  ).toHaveLength(4);
  const personas = people.filter(person => person.persona);
  expect(personas).toHaveLength(11);
  expect(new Set(personas.flatMap(person => person.roles)).size).toBe(
    ROLES.length,
  );
  for (const person of people) expect(person.email).toMatch(/\.example$/);
});

test('it is loaded once, whoever loads it, and is alive', async () => {
  const register = await TestRegister.create();
  try {
    const knex = register.database.owner;
    expect(
      await seedNetwork({ knex, yaml: YAML, work: register.work }),
    ).toEqual({
      organisations: 26,
      people: 50,
    });
    expect(await seedNetwork({ knex, yaml: YAML })).toEqual({
      organisations: 0,
      people: 0,
    });
    expect(await register.ledgerOf('network:demo')).toHaveLength(1);
    const directory = await register.directory();
    expect(directory.all()).toHaveLength(50);
    expect(directory.byId(demoPersonId('coordinator'))?.roles).toEqual([
      'advice-coordinator',
    ]);
    expect(
      directory.byId(demoPersonId('senior'))?.regulatedForImmigration,
    ).toBe(true);
    // A licence that ran out in the file's own time counts as none.
    expect(
      directory.byId(demoPersonId('imsa-precious'))?.regulatedForImmigration,
    ).toBe(false);
  } finally {
    await register.destroy();
  }
});
