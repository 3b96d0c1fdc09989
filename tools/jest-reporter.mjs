/** Ends a run with one line that people and machines can count on: `12 passed, 0 failed`. */
export default class TotalsReporter {
  #ran = 0;

  onRunComplete(_contexts, results) {
    // A file that does not load has no tests to count, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    this.#ran = results.numPassedTests + failed;
    const totals = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // Jest's own summary comes after every other reporter, so the line waits for the end of the process.
    process.once('exit', () => console.log(`\n${totals}`));
  }

  /** Jest exits with 1 when this returns an error. */
  getLastError() {
    return this.#ran === 0 ? new Error('No test ran.') : undefined;
  }
}
