// The control endpoints of LeadGenius: what only its own staff and its webhooks would do.
import type { FastifyInstance } from 'fastify';
import { campaignFields } from './upload.mts';
import { CONTROL_PREFIX, refusal } from '../control/routes.mts';
import type { Parcel } from './sender.mts';
import { deliverSchema, finalizeSchema, makeSchema } from './shapes.mts';
import type { Delivery, Finalized, Made, MakeInput } from './shapes.mts';
import type { LeadGeniusStore } from './store.mts';
import type { z } from 'zod';

/** Adds the endpoints under `/__sandbox/leadGenius/`. Unknown slugs are a 404. */
export function addLeadGeniusControls(app: FastifyInstance, store: () => LeadGeniusStore): void {
	const prefix = `${CONTROL_PREFIX}/leadGenius`;
	app.post(`${prefix}/upload`, (request, reply) => {
		const wish = makeSchema.safeParse(request.body);
		if (!wish.success) return reply.code(400).send(refusal('upload', wish.error));
		return reply.send(make(store(), wish.data));
	});
	app.post(`${prefix}/finalize`, (request, reply) => {
		const wish = finalizeSchema.safeParse(request.body);
		if (!wish.success) return reply.code(400).send(refusal('wish to finalize', wish.error));
		const done = finalize(store(), wish.data.slug, wish.data.count);
		return done === undefined ? reply.code(404).send(unknown(wish.data.slug)) : reply.send(done);
	});
	app.post(`${prefix}/deliver`, async (request, reply) => {
		const wish = deliverSchema.safeParse(request.body);
		if (!wish.success) return reply.code(400).send(refusal('delivery', wish.error));
		const parcel = parcelOf(store(), wish.data);
		if (parcel === undefined) return reply.code(404).send(unknown(wish.data.slug));
		return reply.send(await sendCopies(store(), parcel, wish.data.times));
	});
	app.get(`${prefix}/deliveries`, () => store().sender.log);
}

function make(store: LeadGeniusStore, { slug, fields, records }: MakeInput): Made {
	const known = store.campaigns.bySlug(slug);
	const asked = fields ?? campaignFields(known);
	const parts = { slug, type: 'datahub', dashboard: false, fields: asked };
	const campaign = known ?? store.campaigns.create(parts);
	return { ids: store.upload(campaign, records, asked).map(({ id }) => id) };
}

function finalize(store: LeadGeniusStore, slug: string, count?: number): Finalized | undefined {
	const campaign = store.campaigns.bySlug(slug);
	if (campaign === undefined) return undefined;
	const records = campaign.finalizeNow(count).map(({ id }) => id);
	store.announcer.flush(campaign);
	const finalized = campaign.finalizedAt(Date.now());
	return { records, complete: campaign.notification([], finalized).complete };
}

/** Undefined where there is nowhere to send it. A forged one may name a slug that does not exist. */
function parcelOf(store: LeadGeniusStore, wish: z.infer<typeof deliverSchema>): Parcel | undefined {
	const campaign = store.campaigns.bySlug(wish.slug);
	const url = wish.url ?? campaign?.webhookUrl ?? undefined;
	if (url === undefined) return undefined;
	const finalized = campaign?.finalizedAt(Date.now()) ?? 0;
	const truth = campaign?.notification(campaign.records.slice(0, finalized), finalized) ?? {
		slug: wish.slug,
		records: [],
		uploaded: 0,
		enriched: 0,
		complete: false,
	};
	const records = wish.records ?? truth.records;
	const told = { ...truth, records, complete: wish.complete ?? truth.complete };
	return { url, body: wish.body ?? told, cause: 'byHand' };
}

function sendCopies(store: LeadGeniusStore, parcel: Parcel, times: number): Promise<Delivery[]> {
	return Promise.all(Array.from({ length: times }, () => store.sender.send(parcel)));
}

function unknown(slug: string): { message: string } {
	return { message: `There is no campaign "${slug}", or it has no webhook URL.` };
}
