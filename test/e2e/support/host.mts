// In which the n8n under test differs from the newest ones.
import { n8nVersion } from '../../../host/location.cjs';
import { AGENTS, type Agent } from '../../support/agent.mts';

const isN8n1 = n8nVersion('.').startsWith('1.');

/** The versions of the AI Agent that run tools in different ways, as far as this n8n has them. */
export const AGENTS_OF_HOST: readonly Agent[] = isN8n1 ? [2.2, 3] : AGENTS;

/**
 * What n8n calls an execution that was asleep while it was restarted. n8n 1 takes it for a crashed one: a
 * call of its address wakes it up all the same, but no timer does, its own Wait node's neither. It may do so a
 * moment after it is ready.
 */
export const ASLEEP_AFTER_RESTART = isN8n1 ? ['crashed', 'waiting'] : ['waiting'];

/** A test of what a timer wakes up after a restart. */
export const testOfTimers = isN8n1 ? test.skip : test;
