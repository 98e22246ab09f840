import type { HomeCard } from '@imsa-hub/home-react';
import { cardsFor } from './cardsFor';

const aCard = (id: string, rest: Partial<HomeCard> = {}): HomeCard => ({
  id,
  title: id,
  order: 100,
  Content: () => null,
  ...rest,
});
const ids = (cards: HomeCard[]) => cards.map(({ id }) => id);

describe('cardsFor', () => {
  it('puts the most pressing first, and equals by name', () => {
    const cards = [aCard('b'), aCard('a'), aCard('z', { order: 1 })];
    expect(ids(cardsFor({ cards, has: () => true }))).toEqual(['z', 'a', 'b']);
  });

  it('leaves out cards behind a closed door', () => {
    const cards = [aCard('open'), aCard('shut', { door: 'advice.triage' })];
    expect(ids(cardsFor({ cards, has: () => false }))).toEqual(['open']);
  });

  it('leaves the list that it was given as it was', () => {
    const cards = [aCard('b'), aCard('a')];
    cardsFor({ cards, has: () => true });
    expect(ids(cards)).toEqual(['b', 'a']);
  });
});
