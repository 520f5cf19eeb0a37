import Fastify from 'fastify';
import { z } from 'zod';

/** A call of a tool, named as its node. */
export interface ToolCall {
	readonly tool: string;
	readonly args: Readonly<Record<string, unknown>>;
}

/**
 * A stand-in for a chat model: it calls the one tool it is given, then says that it is done. Or it calls
 * some tools one after the other, and then repeats what the last one answered.
 */
export interface Model {
	readonly url: string;
	/** What the tools answered, as the model got it. */
	toolAnswers(): readonly string[];
	/** The tool's name and parameters, as the model got them. */
	tools(): readonly unknown[];
	/** From now on it calls its tool with other arguments, and has had no answer. */
	give(args: Readonly<Record<string, unknown>>): void;
	/** From now on it makes these calls, and has had no answer. */
	plan(calls: readonly ToolCall[]): void;
	close(): Promise<void>;
}

const requestShape = z.object({
	stream: z.boolean().nullish(),
	messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
	tools: z.array(z.object({ function: z.object({ name: z.string() }).passthrough() })).nullish(),
});

/**
 * Starts a server that speaks the chat completions protocol.
 *
 * @param args the arguments with which the tool is called
 */
export async function startModel(args: Readonly<Record<string, unknown>> = {}): Promise<Model> {
	let planned: readonly ToolCall[] | undefined;
	let given = args;
	let answers: string[] = [];
	let tools: readonly unknown[] = [];
	const server = Fastify();
	server.post('/v1/chat/completions', (request, reply) => {
		const { messages, stream, tools: known } = requestShape.parse(request.body);
		tools = known ?? [];
		const said = messages
			.filter(({ role }) => role === 'tool')
			.map(({ content }) => String(content));
		if (said.length > 0) answers = said;
		const only = { tool: known?.[0]?.function.name ?? '', args: given };
		const next = (planned ?? [only])[said.length];
		const content = (planned && said.at(-1)) ?? 'Done';
		const message = next ? callOf(next.tool.replaceAll(' ', '_'), next.args) : { content };
		if (stream) {
			return reply.type('text/event-stream').send(streamed(message));
		}
		return reply.send(completion(message));
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		url: `${url}/v1`,
		toolAnswers: () => answers,
		tools: () => tools,
		give(next) {
			given = next;
			planned = undefined;
			answers = [];
		},
		plan(calls) {
			planned = calls;
			answers = [];
		},
		close: async () => {
			await server.close();
		},
	};
}

type Message = { content: string } | ReturnType<typeof callOf>;

function callOf(name: string, args: Readonly<Record<string, unknown>>) {
	const call = { name, arguments: JSON.stringify(args) };
	return {
		content: null,
		tool_calls: [{ index: 0, id: `call_${name}`, type: 'function', function: call }],
	};
}

const head = { id: 'chatcmpl-1', created: 0, model: 'gpt-4.1-mini' };

function completion(message: Message) {
	const finish_reason = message.content === null ? 'tool_calls' : 'stop';
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	const choices = [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }];
	return { ...head, object: 'chat.completion', choices, usage };
}

function streamed(message: Message): string {
	const finish_reason = message.content === null ? 'tool_calls' : 'stop';
	const chunks = [
		{ index: 0, delta: { role: 'assistant', ...message }, finish_reason: null },
		{ index: 0, delta: {}, finish_reason },
	];
	const lines = chunks.map((choice) =>
		JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [choice] }),
	);
	return [...lines, '[DONE]'].map((line) => `data: ${line}\n\n`).join('');
}
