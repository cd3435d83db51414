// @ts-check

/**
 * @typedef {{ fullName: string, status: string }} Test
 * @typedef {{ name: string, status: string, assertionResults: readonly Test[] }} File
 */

/**
 * Counts what ran. A test that was skipped or left for later counts as failed, as do a file that
 * gave no test, and a run that went wrong outside its tests: nothing is passed over in silence.
 * @param {unknown} report Vitest's JSON report, undefined when there is none
 * @param {number} exitCode Vitest's own
 * @returns {{ passed: number, failed: number, notes: string[] }}
 */
export function countTests(report, exitCode) {
  const files = filesOf(report);
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const notes = [
    ...tests.filter(({ status }) => status !== 'passed').map(describeTest),
    ...files.filter(ranNothing).map(({ name }) => `Could not run: ${name}`),
  ];
  if (tests.length === 0) notes.push('No test ran.');
  if (exitCode !== 0 && notes.length === 0) notes.push('Failed outside any test; see above.');
  return { passed, failed: notes.length, notes };
}

const ranNothing = (/** @type {File} */ { assertionResults }) => assertionResults.length === 0;

const describeTest = (/** @type {Test} */ { fullName, status }) =>
  `${status === 'failed' ? 'Failed' : `Not run (${status}), so failed`}: ${fullName.trim()}`;

/**
 * @param {unknown} report
 * @returns {readonly File[]}
 */
const filesOf = (report) =>
  typeof report === 'object' &&
  report !== null &&
  'testResults' in report &&
  Array.isArray(report.testResults)
    ? report.testResults
    : [];
