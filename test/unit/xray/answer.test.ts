import { describe, expect, it } from 'vitest';

import { readText } from '../../../src-main/xray/answer.ts';
import type { Form } from '../../../src-main/xray/answer.ts';
import { answered, LAMBDA_PAGE, REGION_TEXT, ZIP_BYTES } from '../../support/samples/builders.ts';

function read(body: string | Uint8Array, problem: 'broken-compression' | null = null) {
  const exchange = answered({ call: 'data-call' }, { status: 400, body, problem });
  if (exchange.outcome !== 'answered') throw new Error('unreachable');
  return readText(exchange);
}

describe('the form of an answer and its words', () => {
  it.each<readonly [string, string | Uint8Array, Form, string | null]>([
    ['nothing', '', 'nothing', null],
    ['a zip', ZIP_BYTES, 'zip', null],
    ['a beginning of a zip', 'PK\u0003\u0004 and no end', 'binary', null],
    ['a feature file', '# a comment\n@DEMO-6\n\nFeature: x', 'feature', null],
    ['a feature file in French', 'Fonctionnalité: x', 'feature', null],
    ['words that begin alike', 'Features are off', 'text', 'Features are off'],
    ["Xray's form", '{"error":"No."}', 'xray-error', 'No.'],
    ["Xray's form, cut off", '{"error":"No wor', 'xray-error', '{"error":"No wor'],
    ['an error beside other members', '{"error":"Not Found","path":"/x"}', 'json', 'Not Found'],
    ['an error that is an object', '{"error":{"message":"No."}}', 'json', 'No.'],
    ['a list of errors', '{"errors":["One","Two"]}', 'json', 'One · Two'],
    ['a JSON string', '"No."', 'text', 'No.'],
    ['a JSON string of nothing', '""', 'nothing', null],
    ['only strings of no member that speaks', '{"a":{"b":"deep"}}', 'json', 'deep'],
    ['numbers alone', '{"a":1}', 'json', null],
    ['a page', '<html><title>No </title><script>x="y"</script><p>At all', 'page', 'No · At all'],
    ['a page without a title', '<h1>403 Forbidden</h1>', 'page', '403 Forbidden'],
    ['a document of XML', '<?xml version="1.0"?><Error><Code>Denied</Code></Error>', 'page', 'Denied'],
    ['lines', 'No.\r\n\u0000\tAt all.', 'binary', null],
    ['lines of text', 'No.\r\n\tAt all.', 'text', 'No. At all.'],
  ])('%s', (_name, body, form, words) => {
    expect(read(body)).toMatchObject({ form, words });
  });

  it('does not take what a broken compression left for nothing', () => {
    expect(read('', 'broken-compression').form).toBe('binary');
  });

  it('keeps the words of a page apart from what is not shown', () => {
    const { words, folded } = read(LAMBDA_PAGE);
    expect(words).toContain('The Lambda function');
    expect(folded).toContain('the lambda function associated');
    expect(read('<p>a<!-- b --><style>c</style>d</p>').words).toBe('a d');
  });

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['nested lists with words', `${'['.repeat(5000)}"deep"${']'.repeat(5000)}`],
    ['nested objects', `${'{"error":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['open tags', '<'.repeat(200_000)],
    ['open comments', '<!--'.repeat(60_000)],
    ['open titles', '<title'.repeat(40_000)],
    ['escapes', '\\u'.repeat(100_000)],
    ['entities', '&#'.repeat(100_000)],
    ['blanks', ' x'.repeat(120_000)],
    ['keys', 'demo-6'.repeat(40_000)],
    [
      'many members',
      JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`m${at}`, 'x']))),
    ],
    ['half surrogates', '\ud800'.repeat(50_000)],
  ])('ends for hostile text: %s', (_name, body) => {
    const begun = performance.now();
    const { words } = read(body);
    expect((words ?? '').length).toBeLessThanOrEqual(4096);
    expect((words ?? '').isWellFormed()).toBe(true);
    // Far beyond what is linear, and far below what is not.
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('finds the region words however they are written', () => {
    const escaped = Array.from('another', (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('');
    for (const body of [
      REGION_TEXT,
      REGION_TEXT.replace('another', escaped),
      REGION_TEXT.replaceAll(' ', '&nbsp;'),
    ])
      expect(read(body).folded).toContain('xray data is in another region');
  });
});
