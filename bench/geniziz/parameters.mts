// What the HTTP Request nodes of these benches share.

/** The parameters of HTTP Request that send headers. */
export function headerParameters(headers: Readonly<Record<string, string>>) {
	const parameters = Object.entries(headers).map(([name, value]) => ({ name, value }));
	return { sendHeaders: true, headerParameters: { parameters } };
}
