// n8n polls by its scheduler, with cursors that outlive a crash.
import { CURSORS } from './support/poll.mts';
import { testPolling } from './support/pollTests.mts';

testPolling(CURSORS);
