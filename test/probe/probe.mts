// Two small vendors on the compiled engine: one without a documented limit, one with 5 in 600 ms.
import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { engine, type App, type Vendor } from './engine.mts';
import { operations } from './operations.mts';

/** The documented limit of the second vendor. */
export const LIMIT = { requests: 5, perMs: 600 };

const free: Vendor = {
	name: 'Probe',
	credential: 'probeApi',
	credentialName: 'Probe API',
	keyPlace: 'in Probe under Settings',
	limitGroup: (path) => (path.startsWith('/slow/') ? 'slow' : ''),
};

const limited: Vendor = {
	name: 'Limited',
	credential: 'limitedApi',
	credentialName: 'Limited API',
	keyPlace: 'in Limited under Settings',
	limit: () => ({ input: LIMIT }),
};

function appOf(vendor: Vendor): App {
	return { vendor, resources: [{ value: 'thing', name: 'Thing', operations }] };
}

/** The probe's node class: the same operations for either vendor. */
export class Probe implements INodeType {
	readonly description: INodeTypeDescription;
	private readonly app: App;

	constructor(name: string, vendor: Vendor) {
		this.app = appOf(vendor);
		this.description = {
			displayName: vendor.name,
			name,
			group: ['output'],
			version: 1,
			description: 'Probes the engine',
			defaults: { name: vendor.name },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: vendor.credential, required: true }],
			properties: engine.describe(this.app),
		};
		const { app } = this;
		// n8n calls it with the execution as `this`.
		this.execute = async function (this: IExecuteFunctions) {
			return await engine.execute(this, app);
		};
	}

	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** The probe's credential: a key that goes into the Authorization header. */
export class ProbeApi implements ICredentialType {
	readonly name: string;
	readonly displayName: string;
	readonly properties: INodeProperties[] = [
		{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	];

	constructor({ credential, credentialName }: Vendor) {
		this.name = credential;
		this.displayName = credentialName;
	}

	authenticate = (
		{ apiKey }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const key = typeof apiKey === 'string' ? apiKey : '';
		return Promise.resolve({
			...options,
			headers: { ...options.headers, Authorization: `Bearer ${key}` },
		});
	};
}

/** The node classes by what test workflows call them. */
export const probeNodes = [new Probe('probe', free), new Probe('limited', limited)];
/** Their credential classes. */
export const probeCredentials = [new ProbeApi(free), new ProbeApi(limited)];
