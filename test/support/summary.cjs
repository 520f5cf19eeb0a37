// A jest reporter that closes with one plain line that any CI can read.
class Summary {
	onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
		const failed = numFailedTests + numRuntimeErrorTestSuites;
		process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
	}
}

module.exports = Summary;
