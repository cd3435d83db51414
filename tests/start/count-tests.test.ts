import { describe, expect, test } from 'vitest';
import { countTests } from '../../scripts/count-tests.mjs';

const report = (...statuses: string[]) => ({
  testResults: [
    {
      name: 'a.test.ts',
      status: 'passed',
      assertionResults: statuses.map((status, index) => ({
        fullName: `test ${String(index)}`,
        status,
      })),
    },
  ],
});

test('what passed and what failed is counted', () => {
  expect(countTests(report('passed', 'failed', 'passed'), 1)).toEqual({
    passed: 2,
    failed: 1,
    notes: ['Failed: test 1'],
  });
  expect(countTests(report('passed'), 0)).toEqual({ passed: 1, failed: 0, notes: [] });
});

describe('nothing is passed over in silence:', () => {
  test.each(['skipped', 'pending', 'todo', 'disabled'])(
    'a test that is %s counts as failed',
    (status) => {
      const { failed, notes } = countTests(report('passed', status), 0);
      expect([failed, notes]).toEqual([1, [`Not run (${status}), so failed: test 1`]]);
    },
  );

  test('a file that could not be run', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] };
    const counted = countTests({ testResults: [...report('passed').testResults, broken] }, 1);
    expect(counted).toEqual({ passed: 1, failed: 1, notes: ['Could not run: b.test.ts'] });
  });

  test.each([
    ['no test at all', { testResults: [] }, 0],
    ['no report', undefined, 1],
  ])('%s', (_, given, code) => {
    expect(countTests(given, code)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a run that fails although every test passed', () => {
    expect(countTests(report('passed'), 1).failed).toBe(1);
  });
});
