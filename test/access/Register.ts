import { newId } from '@imsa-hub/core';
import type { Cast, Member } from './Cast';
import type { Acquaintance } from './policy';
import { done } from './done';

/** A person of the register as the Hub Manager reads them. */
export interface Entry {
  id: string;
  version: number;
  email: string;
  roles: string[];
  employments: Array<{ id: string; organisationId: string }>;
  grants: Array<{ id: string }>;
}

/** The register's people: whom to ask for, and new ones to be changed. */
export class Register {
  private imsas: Promise<Entry[]> | undefined;
  private victim: Promise<Entry> | undefined;
  private erasure: ReturnType<Register['newErasure']> | undefined;

  constructor(private readonly cast: Cast) {}

  /** Somebody who stands so to the member, or nobody where there is none. */
  async someone(
    member: Member,
    whom: Exclude<Acquaintance, 'nobody'>,
  ): Promise<string | undefined> {
    if (whom === 'myself') return member.id || undefined;
    if (whom === 'not-an-imsa') {
      return this.cast.of(member.key === 'board' ? 'analyst' : 'board').id;
    }
    const here = whom === 'imsa-of-my-employer';
    this.imsas ??= this.all();
    const found = (await this.imsas).find(
      entry =>
        entry.id !== member.id &&
        entry.employments.some(
          part => (part.organisationId === member.organisationId) === here,
        ),
    );
    return found?.id;
  }

  /** A new person with an employment and a role. */
  async newPerson(): Promise<Entry> {
    const created = await this.keep('people', {
      displayName: 'Somebody New',
      email: `new.${newId()}@hub.example`,
      training: 'accredited',
      nations: ['england'],
      specialisms: [],
      languages: ['en'],
    });
    const employed = await this.keep(`people/${created.id}/employments`, {
      version: created.version,
      ...this.employment(),
    });
    return this.keep(`people/${created.id}/roles`, {
      version: employed.version,
      role: 'imsa',
      employmentId: employed.employments[0]?.id,
      fromOn: '2026-02-02',
    });
  }

  /** Somebody new who is kept from being erased. */
  async personOnHold(): Promise<string> {
    const { id } = await this.newPerson();
    await this.keep(`people/${id}/hold`, { reason: 'complaint' });
    return id;
  }

  /** Somebody new who left long enough ago to be erased. */
  async whoLeft(): Promise<string> {
    const { id, version, employments } = await this.newPerson();
    const tail = `employments/${employments[0]?.id}/end`;
    const end = { version, endedOn: '2026-03-10', reason: 'resigned' };
    await this.keep(`people/${id}/${tail}`, end);
    return id;
  }

  /** An erasure that the Hub Manager asks for. */
  async newErasure(): Promise<{ erasureId: string; personId: string }> {
    const personId = await this.whoLeft();
    const { client } = this.cast.of('hub-manager');
    const { erasure } = await done(
      'ask for an erasure',
      client.post<{ erasure: { id: string } }>(
        `/api/network/people/${personId}/erasure`,
        { reason: 'no-longer-needed' },
      ),
    );
    return { erasureId: erasure.id, personId };
  }

  /** One that refused calls share. */
  sharedErasure() {
    this.erasure ??= this.newErasure();
    return this.erasure;
  }

  /** One that refused calls share. */
  shared(): Promise<Entry> {
    this.victim ??= this.newPerson();
    return this.victim;
  }

  /** An employment that can begin. */
  employment() {
    return {
      organisationId: this.cast.of('imsa').organisationId,
      kind: 'external',
      startedOn: '2026-01-05',
      plannedEndOn: '2028-06-05',
    };
  }

  async version(personId: string): Promise<number> {
    const { client } = this.cast.of('hub-manager');
    const answer = client.get<Entry>(`/api/network/people/${personId}`);
    return (await done('read a person', answer)).version;
  }

  private keep(path: string, body: object): Promise<Entry> {
    const { client } = this.cast.of('hub-manager');
    return done(path, client.post<Entry>(`/api/network/${path}`, body));
  }

  private async all(): Promise<Entry[]> {
    const { client } = this.cast.of('hub-manager');
    const body = { role: 'imsa', limit: 100 };
    const answer = client.post<{ items: Entry[] }>(
      '/api/network/people/search',
      body,
    );
    return (await done('search', answer)).items;
  }
}
