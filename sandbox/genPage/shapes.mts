// The state of the stand-in for GenPage as `GET /__sandbox/state` shows it.
import { z } from 'zod';

/** One value of a lead. The document shows text only; numbers and booleans are taken as well. */
export const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** One stored lead with its identity. */
export const leadStateSchema = z.object({
	lead_id: z.number(),
	workspace_id: z.number(),
	campaign_id: z.number(),
	audience_id: z.number(),
	/** The job that wrote the lead last. */
	job_id: z.string(),
	email: z.string().nullable(),
	linkedin_profile_url: z.string().nullable(),
	genpage_url: z.string(),
	values: z.record(scalarSchema),
});

/** The states that the document names (Leads, "Get the status of the job"). */
export const jobStatusSchema = z.enum(['pending', 'completed', 'failed']);

/** One job, as it stands now. */
export const jobStateSchema = z.object({
	job_id: z.string(),
	workspace_id: z.number(),
	campaign_id: z.number(),
	audience_id: z.number(),
	from: z.string(),
	status: jobStatusSchema,
	processed_rows: z.number(),
	total_rows: z.number(),
	/** The leads of the stored rows, in order; a lead that came twice is here twice. */
	lead_ids: z.array(z.number()),
});

/** One token that is accepted now. */
export const tokenStateSchema = z.object({
	id: z.number(),
	workspace_id: z.number(),
	name: z.string(),
	token: z.string(),
});

/** One variable of a workspace. */
export const variableStateSchema = z.object({ id: z.number(), name: z.string(), key: z.string() });

/** All of it. `variables` and `credits` are by workspace id. */
export const genPageStateSchema = z.object({
	leads: z.array(leadStateSchema),
	jobs: z.array(jobStateSchema),
	tokens: z.array(tokenStateSchema),
	variables: z.record(z.array(variableStateSchema)),
	credits: z.record(z.number()),
});

export type Scalar = z.infer<typeof scalarSchema>;
export type LeadState = z.infer<typeof leadStateSchema>;
export type JobStatus = z.infer<typeof jobStatusSchema>;
export type JobState = z.infer<typeof jobStateSchema>;
export type TokenState = z.infer<typeof tokenStateSchema>;
export type Variable = z.infer<typeof variableStateSchema>;
export type GenPageState = z.infer<typeof genPageStateSchema>;
