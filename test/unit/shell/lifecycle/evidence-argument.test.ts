import { describe, expect, it } from 'vitest';

import { evidenceArgument } from '../../../../src-main/shell/lifecycle/evidence-argument.ts';

describe('evidenceArgument', () => {
  it.each([
    [['app', '--open', 'a.zip'], '/from/here/a.zip'],
    [['app', '--open=a.zip'], '/from/here/a.zip'],
    [['app', '--open', '/else/where/a.zip'], '/else/where/a.zip'],
    [['app', '--other', '--open=../a b.zip'], '/from/a b.zip'],
    [['app', '--open', '//host/share/x.zip'], '//host/share/x.zip'],
    [['app', '--open=\\\\host\\share\\x.zip'], '\\\\host\\share\\x.zip'],
    [['app', '--open'], null],
    [['app', '--open='], null],
    [['app', 'a.zip'], null],
    [[], null],
  ])('%j', (argv, expected) => {
    expect(evidenceArgument(argv, '/from/here', 'linux')).toBe(expected);
  });
});
