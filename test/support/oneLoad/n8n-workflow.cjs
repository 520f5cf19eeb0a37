const { sleep: _, ...shared } = loadOnce('n8n-workflow');

/** Its sleep knows the timers of the test file, which may be set by hand. */
module.exports = {
	...shared,
	sleep: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
};
