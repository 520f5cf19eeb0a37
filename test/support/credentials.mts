import { ICredentialsHelper, type IHttpRequestOptions } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** Credentials by type name: what a user has filled in. */
export type CredentialData = Readonly<Record<string, ICredentialDataDecryptedObject>>;

/** As n8n gives a credential's value: what an expression lacks is no text. */
function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

/**
 * n8n's credentials helper, without a database: it applies the credential class's own
 * `authenticate`, as n8n does.
 */
export class TestCredentials extends ICredentialsHelper {
	private readonly types: ReadonlyMap<string, ICredentialType>;
	private readonly data: CredentialData;

	constructor(types: ReadonlyMap<string, ICredentialType>, data: CredentialData) {
		super();
		this.types = types;
		this.data = data;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const authenticate = this.types.get(typeName)?.authenticate;
		const request: IHttpRequestOptions = 'url' in options ? options : { url: '' };
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		throw new Error(`${typeName} has no function that signs its requests`);
	}

	preAuthentication(): Promise<undefined> {
		return Promise.resolve(undefined);
	}

	runPreAuthentication(): Promise<undefined> {
		return Promise.resolve(undefined);
	}

	getCredentials(): never {
		throw new Error('Tests have no stored credentials');
	}

	async getDecrypted(
		_additionalData: unknown,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		_raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const data = { ...this.data[type] };
		if (!values) return await Promise.resolve(data);
		// As n8n does: a credential may read the item that it is used for.
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = values;
		const resolved = (text: string) =>
			workflow.expression.getParameterValue(
				text,
				runExecutionData,
				runIndex,
				itemIndex,
				node.name,
				connectionInputData,
				mode,
				{},
				executeData,
			);
		return Object.fromEntries(
			Object.entries(data).map(([name, value]) => [
				name,
				typeof value === 'string' ? textOf(resolved(value)) : value,
			]),
		);
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.types.get(type)?.properties ?? [];
	}
}
