/**
 * National lines that anyone may publish. Digits only. The short ones are
 * not phone-shaped and stand here so that the list is whole.
 */
export const PUBLIC_LINES: ReadonlyMap<string, string> = new Map([
  ['999', 'Emergency services'],
  ['112', 'Emergency services'],
  ['101', 'Police, not urgent'],
  ['111', 'NHS, not urgent'],
  ['116123', 'Samaritans'],
  ['116000', 'Missing People'],
  ['08001111', 'Childline'],
  ['08000121700', 'Modern Slavery and Exploitation Helpline'],
  ['08008083733', 'Salvation Army referral line'],
  ['08082000247', 'National Domestic Abuse Helpline'],
  ['08000271234', 'Scotland’s Domestic Abuse and Forced Marriage Helpline'],
  ['08088010800', 'Live Fear Free, Wales'],
  ['08088021414', 'Domestic and Sexual Abuse Helpline, Northern Ireland'],
  ['08088010503', 'Migrant Help'],
  ['08088004444', 'Shelter'],
  ['08088005000', 'NSPCC'],
  ['08004320804', 'Gangmasters and Labour Abuse Authority'],
  ['08003285644', 'Universal Credit helpline'],
  ['08001448848', 'Citizens Advice Adviceline'],
]);
