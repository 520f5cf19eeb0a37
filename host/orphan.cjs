// Loaded into n8n before anything else: ends n8n and its task runner when the process that started
// them is gone, even when that one was killed and could not clean up.
'use strict';

const parent = process.ppid;

setInterval(() => {
	// n8n leads a process group of its own, so this reaches its children as well.
	if (process.ppid !== parent) process.kill(-process.pid, 'SIGKILL');
}, 1000).unref();
