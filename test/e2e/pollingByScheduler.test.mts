// n8n polls by its scheduler.
import { SCHEDULER } from './support/poll.mts';
import { testPolling } from './support/pollTests.mts';

testPolling(SCHEDULER);
