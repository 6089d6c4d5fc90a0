import { describe, expect, it } from 'vitest';

import { evidenceArguments } from '../../../../src-main/shell/lifecycle/evidence-argument.ts';

describe('evidenceArguments', () => {
  it.each([
    [['app', '--open', 'a.zip'], ['/from/here/a.zip']],
    [['app', '--open=a.zip'], ['/from/here/a.zip']],
    [['app', '--open', '/else/where/a.zip'], ['/else/where/a.zip']],
    [['app', '--other', '--open=../a b.zip'], ['/from/a b.zip']],
    [['app', '--open', '//host/share/x.zip'], ['//host/share/x.zip']],
    [['app', '--open=\\\\host\\share\\x.zip'], ['\\\\host\\share\\x.zip']],
    [
      ['app', '--open', 'a.zip', '--open=b.eml', '--open=', '--open', '//host/x.zip'],
      ['/from/here/a.zip', '/from/here/b.eml', '//host/x.zip'],
    ],
    [['app', '--open'], []],
    [['app', '--open='], []],
    [['app', 'a.zip'], []],
    [[], []],
  ])('%j', (argv, expected) => {
    expect(evidenceArguments(argv, '/from/here', 'linux')).toEqual(expected);
  });
});
