import { COMPANY_FACTS } from './companyFacts';
import { PERSON_FACTS } from './personFacts';
import type { FactShape, Subject } from './shape';

/**
 * The vocabulary: what is known of leads and companies, and how the tables of this world spell it.
 *
 * The spellings are those of the vendors' own documents and of these public ones:
 * - HubSpot, "HubSpot's default contact properties" and "HubSpot's default company properties"
 *   (knowledge.hubspot.com), the labels of its exports, and the internal names of its API;
 * - Salesforce, "Field Reference": Lead, Contact and Account, names and labels (developer.salesforce.com);
 * - Apollo, "Follow Apollo's Recommended Default Field Mapping" (knowledge.apollo.io), and the headers of
 *   its exported contacts and accounts;
 * - Google Contacts, the headers of "Google CSV", before 2024 ('Given Name', 'Organization 1 - Name')
 *   and since ('First Name', 'Organization Name');
 * - LinkedIn, "Export connections from LinkedIn" (linkedin.com/help), Connections.csv.
 */

const shapes = { ...PERSON_FACTS, ...COMPANY_FACTS };

/** A fact by its name here. */
export type FactId = keyof typeof shapes;

/** A fact of the vocabulary. */
export interface Fact extends FactShape {
	readonly id: FactId;
}

const ids = (facts: typeof shapes): FactId[] =>
	Object.keys(facts).filter((id): id is FactId => id in facts);

/** All facts, in the order in which they are told. */
export const FACTS: readonly Fact[] = ids(shapes).map((id) => ({ id, ...shapes[id] }));

const byId = new Map(FACTS.map((fact) => [fact.id, fact]));

/** What is said of a fact. */
export function labelOf(id: FactId): string {
	return byId.get(id)?.label ?? id;
}

/** Words in front of a spelling that say whom it is about. */
export const SUBJECT_WORDS: Readonly<Record<Subject, readonly string[]>> = {
	person: ['contact', 'person', 'lead'],
	company: ['company', 'org', 'organization', 'organisation', 'account'],
};
