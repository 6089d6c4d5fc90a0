import { describe, expect, it } from 'vitest';

import { createHostQuestion } from '../../../../src-main/capture/page/host-question.ts';

const FIRST = 'https://sso.acme-fake.test/in?a=1';
const OTHER = 'https://evil-fake.test/';

describe('leave for one more host', () => {
  it('is given for the host that was shown, and opens the address that was asked for', () => {
    const question = createHostQuestion();
    expect(question.allow('sso.acme-fake.test')).toBeNull();
    question.ask(FIRST);
    expect(question.host()).toBe('sso.acme-fake.test');
    expect(question.allow('sso.acme-fake.test')).toBe(FIRST);
    expect(question.host()).toBeNull();
    expect(question.allow('sso.acme-fake.test')).toBeNull();
  });

  it('is not given for a host that the page put in its place between reading and clicking', () => {
    const question = createHostQuestion();
    question.ask(FIRST);
    question.ask(OTHER);
    question.ask('https://sso.acme-fake.test/elsewhere');
    expect(question.host()).toBe('sso.acme-fake.test');
    expect(question.allow('evil-fake.test')).toBeNull();
    expect(question.host()).toBe('sso.acme-fake.test');
    expect(question.allow('sso.acme-fake.test')).toBe(FIRST);
  });

  it('is asked for again once the question was answered with no', () => {
    const question = createHostQuestion();
    question.ask(FIRST);
    question.drop();
    question.ask(OTHER);
    expect(question.host()).toBe('evil-fake.test');
  });

  it('is not asked for an address without a plain host', () => {
    const question = createHostQuestion();
    question.ask('http://sso.acme-fake.test/');
    question.ask('https://1.2.3.4/');
    expect(question.host()).toBeNull();
  });
});
