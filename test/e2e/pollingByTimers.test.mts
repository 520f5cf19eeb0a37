// n8n polls as it does by default: by timers.
import { testPolling } from './support/pollTests.mts';

testPolling({});
