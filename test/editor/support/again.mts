// A browser on a busy machine may be late: what fails is tried once more, and told of all the same.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
