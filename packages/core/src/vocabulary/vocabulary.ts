import { z } from 'zod';

/**
 * The fixed words of the field that code needs to tell apart. What they are
 * called and what belongs to them is data under `catalog/`; here stand only
 * the identifiers that rules are written in.
 */

/** The four nations of the United Kingdom; their law differs. */
export const NATIONS = [
  'england',
  'wales',
  'scotland',
  'northern-ireland',
] as const;
export const NationSchema = z.enum(NATIONS);
export type Nation = z.infer<typeof NationSchema>;

/** How each nation is written for people. */
export const NATION_NAMES: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** The roles a registered person can hold. A person can hold several. */
export const ROLES = [
  'hub-manager',
  'advice-coordinator',
  'senior-imsa',
  'imsa',
  'clinical-supervisor',
  'organisation-officer',
  'advisory-board',
  'meal-analyst',
  'platform-admin',
] as const;
export const RoleSchema = z.enum(ROLES);
export type Role = z.infer<typeof RoleSchema>;

/** How each role is written for people. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'hub-manager': 'Hub Manager',
  'advice-coordinator': 'Advice and Intervention Coordinator',
  'senior-imsa': 'Senior IMSA',
  imsa: 'IMSA',
  'clinical-supervisor': 'Clinical supervisor',
  'organisation-officer': 'Organisation officer',
  'advisory-board': 'Advisory Board member',
  'meal-analyst': 'MEAL analyst',
  'platform-admin': 'Platform administrator',
};

/** The eleven areas of knowledge an IMSA works in. */
export const KNOWLEDGE_AREAS = [
  'welfare-benefits',
  'housing-rights',
  'compensation-claims',
  'overturning-criminal-convictions',
  'immigration-and-asylum',
  'family-law',
  'health-services',
  'national-referral-mechanism',
  'public-law',
  'community-care',
  'fraud-and-debt',
] as const;
export const KnowledgeAreaSchema = z.enum(KNOWLEDGE_AREAS);
export type KnowledgeArea = z.infer<typeof KnowledgeAreaSchema>;

/** How each knowledge area is written for people. */
export const KNOWLEDGE_AREA_NAMES: Readonly<Record<KnowledgeArea, string>> = {
  'welfare-benefits': 'Welfare benefits',
  'housing-rights': 'Housing rights',
  'compensation-claims': 'Compensation claims',
  'overturning-criminal-convictions': 'Overturning criminal convictions',
  'immigration-and-asylum': 'Immigration and asylum',
  'family-law': 'Family law',
  'health-services': 'Health services',
  'national-referral-mechanism': 'National Referral Mechanism',
  'public-law': 'Public law',
  'community-care': 'Community care',
  'fraud-and-debt': 'Fraud and debt',
};

/** The Child Trafficking Transition Specialist stands beside the areas. */
export const SPECIALISMS = [
  ...KNOWLEDGE_AREAS,
  'child-trafficking-transition',
] as const;
export const SpecialismSchema = z.enum(SPECIALISMS);
export type Specialism = z.infer<typeof SpecialismSchema>;

/** How each specialism is written for people. */
export const SPECIALISM_NAMES: Readonly<Record<Specialism, string>> = {
  ...KNOWLEDGE_AREA_NAMES,
  'child-trafficking-transition': 'Child trafficking transition',
};

/** What kind of body an organisation is. */
export const SECTORS = [
  'hub',
  'ngo',
  'community-or-faith-group',
  'nrm-provider',
  'statutory-service',
  'supervision-provider',
] as const;
export const SectorSchema = z.enum(SECTORS);
export type Sector = z.infer<typeof SectorSchema>;

/** How each sector is written for people. */
export const SECTOR_NAMES: Readonly<Record<Sector, string>> = {
  hub: 'The Hub',
  ngo: 'Charity or NGO',
  'community-or-faith-group': 'Community or faith group',
  'nrm-provider': 'NRM provider',
  'statutory-service': 'Statutory service',
  'supervision-provider': 'Supervision provider',
};
