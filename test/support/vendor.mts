// What the generated tests must know of a vendor: its way of speaking, and an example of each of
// its operations.
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandbox, SettingsChange } from '../../sandbox/client.mts';

/** What an example needs to make at the vendor what its items are about. */
export interface PreparedVendor {
	readonly sandbox: Sandbox;
	/** Calls the API as somebody else. */
	call(method: string, path: string, body?: object): Promise<unknown>;
}

/** A vendor under test. Its names are in test/support/contract/<type>.json. */
export interface TestedVendor {
	/** The node's type name, such as 'genPage'; its App is exported under it. */
	readonly type: string;
	/** An example of each operation, by 'resource.operation'. */
	readonly cases: Readonly<Record<string, OperationCase | SpecialCase>>;
	/** The operation with which the credential is tried: it needs nothing but a key. */
	readonly simplest: string;
	/** The operations that are POSTs and change nothing, by their keys. */
	readonly readsByPost?: RegExp;
	/** What the credential adds to the query of a request that writes. */
	readonly query?: Readonly<Record<string, string>>;
	/** The settings of the sandbox in every test. */
	readonly settings?: SettingsChange;
	/** A key that the sandbox takes. */
	readonly key: (sandbox: Sandbox) => string;
	/** The credential, filled in. */
	readonly credential: (key: string, baseUrl: string) => ICredentialDataDecryptedObject;
	/** The headers that tell the vendor who asks. */
	readonly headers: (key: string) => Readonly<Record<string, string>>;
	/** What must stay out of errors: the key in all its forms. Only the key itself by default. */
	readonly secrets?: (key: string) => readonly string[];
	/** How people paste the key, beside as it is. */
	readonly pasted: ReadonlyArray<readonly [how: string, pasted: (key: string) => string]>;
	/** The vendor's own words to a wrong key, as the node shows them. */
	readonly wrongKey: string;
	/** Where the advice on 401 says that the right key is. */
	readonly keyPlace: RegExp;
	/** An error body with these words. */
	readonly saying: (words: string) => IDataObject;
	/** How the vendor refuses a field. */
	readonly refusal: {
		readonly status: number;
		readonly body: (field: string, why: string) => IDataObject;
		/** The node's message on it, after the vendor's name. */
		readonly shown: (displayName: string, why: string) => string;
	};
	/** What is said on each status below 429 beyond the vendor's words. */
	readonly advice: ReadonlyArray<readonly [status: number, advice: RegExp]>;
	/** Fields that hold a number though their form is not a number's: IDs in a locator. */
	readonly numericIds?: readonly string[];
	/** A list of the form, and the parameters that it needs. */
	readonly listSearch?: { readonly method: string; readonly parameters: INodeParameters };
}

/** An input item. An agent gives the same values as text. */
export type Item = Readonly<Record<string, string | number | boolean>>;

/** A request as the sandbox logs it. */
export interface ExpectedRequest {
	readonly method: string;
	/** With the values in their places: '/lead/lead_1/' where the table has '/lead/{leadId}/'. */
	readonly path: string;
	/** Everything in the query; empty by default. */
	readonly query?: Readonly<Record<string, unknown>>;
	/** None by default. */
	readonly body?: unknown;
}

/**
 * What is filled into an operation's form. Parameters read the input item, as '={{ $json.name }}',
 * so that tests can make one item of several bad, see values of the wrong item, and let an agent
 * give them.
 */
export interface FormCase {
	/** Beside resource, operation and options. */
	readonly parameters?: INodeParameters;
	readonly options?: INodeParameters;
	/** Two input items that are right and whose requests the vendor takes; by default empty ones. */
	readonly items?: readonly [Item, Item];
	/**
	 * What makes an item wrong, and the display name of the field that it is wrong in. By default
	 * its request timeout, which every operation has.
	 */
	readonly bad?: { readonly item: IDataObject; readonly field: string };
}

/** The example of an operation that sends one request an item and then has its output. */
export interface OperationCase extends FormCase {
	/** What is sent for the first item. */
	readonly request: ExpectedRequest;
	/** What is in the first output record of the first item. */
	readonly output: IDataObject;
	/**
	 * The same where the vendor does no more than its documents promise; `output` by default. What is
	 * answered without a body is `{ success: true }`, or `{ deleted: true }`.
	 */
	readonly strict?: IDataObject;
	/** A field as the vendor calls it when it refuses it, and its display name. */
	readonly refusedField?: readonly [name: string, displayName: string];
	/**
	 * Where no document promises an answer, or nothing in it is needed: what is at least in the one
	 * output record when it is empty, a page, or of any other form. By default such an answer is an
	 * error.
	 */
	readonly undocumented?: IDataObject;
	/** What to enter as JSON for the same request; by default the request's whole body. */
	readonly json?: IDataObject;
	/** Makes at the vendor what the items are about. */
	readonly prepare?: (site: PreparedVendor) => Promise<unknown>;
}

/** An operation of which only the form is tested here. */
export interface SpecialCase extends FormCase {
	/** Where the rest of it is tested, and what is special: it sleeps, it sends several requests. */
	readonly elsewhere: string;
}
