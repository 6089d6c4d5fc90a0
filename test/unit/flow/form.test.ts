import { describe, expect, it } from 'vitest';

import {
  EMPTY_FORM,
  handOverSecret,
  leaveField,
  noticeAt,
  pasteInto,
  readForm,
  recall,
  refuse,
  typeInto,
  visibleHints,
} from '../../../src-renderer/flow/form.ts';
import type { FormState } from '../../../src-renderer/flow/form.ts';
import { ATLASSIAN_TOKEN, ID, JWT, OLD_ID, OLD_SECRET, SECRET } from '../../support/pasted/keys.ts';

const BLOCK = `Client ID: ${ID}\nClient Secret: ${SECRET}`;
const BOTH = { clientId: ID, clientSecret: SECRET };
const filled = (more: Partial<FormState>): FormState => ({ ...EMPTY_FORM, ...more });

describe('a block in the form', () => {
  it.each(['clientId', 'clientSecret'] as const)('fills both fields, however it came into %s', (field) => {
    const pasted = pasteInto(EMPTY_FORM, field, BLOCK);
    expect(pasted).toMatchObject({ ...BOTH, errors: {} });
    expect(noticeAt(pasted, field)).toBe('pair');
    expect(visibleHints(pasted)).toEqual({ clientId: null, clientSecret: null });
    expect(leaveField(typeInto(EMPTY_FORM, field, BLOCK), field)).toMatchObject(BOTH);
  });

  it('takes the errors of both fields away', () => {
    const wrong = readForm(EMPTY_FORM);
    const form = refuse(EMPTY_FORM, wrong.ok ? {} : wrong.errors);
    const { errors } = pasteInto(form, 'clientSecret', BLOCK);
    expect(Object.keys(errors).sort()).toEqual(['jiraSite']);
  });

  it('that cannot be decided changes nothing and says so', () => {
    const before = filled({ clientId: 'kept-id', clientSecret: 'kept-secret' });
    for (const [text, kind] of [
      [`${ID} ${SECRET} ${OLD_ID} ${OLD_SECRET}`, 'several'],
      ['client_id=<CLIENT_ID>&client_secret=<CLIENT_SECRET>', 'placeholder'],
      ['x '.repeat(40_000), 'too-long'],
    ] as const)
      for (const field of ['clientId', 'clientSecret'] as const) {
        const form = pasteInto(before, field, text);
        expect(form).toMatchObject({ clientId: 'kept-id', clientSecret: 'kept-secret' });
        expect(noticeAt(form, field)).toBe(kind);
      }
  });

  it('in a field of a site fills the keys and leaves no secret to be read', () => {
    const form = typeInto(EMPTY_FORM, 'jiraSite', BLOCK);
    expect(form).toMatchObject({ ...BOTH, jiraSite: '' });
    // The address of a sign-in page may hold a long number, and is an address all the same.
    const address = `https://acme.atlassian.net/login?state=${SECRET}`;
    expect(typeInto(EMPTY_FORM, 'jiraSite', address)).toMatchObject({ jiraSite: address, clientSecret: '' });
  });
});

describe('a secret in the visible field', () => {
  it.each([SECRET, `Client Secret: ${SECRET}`, ATLASSIAN_TOKEN, `Bearer ${JWT}x`, SECRET.slice(1)])(
    'is moved when it is pasted or left there: %j',
    (text) => {
      for (const form of [
        pasteInto(EMPTY_FORM, 'clientId', text),
        leaveField(typeInto(EMPTY_FORM, 'clientId', text), 'clientId'),
      ]) {
        expect(form.clientId).toBe('');
        expect(text).toContain(form.clientSecret);
        expect(form.clientSecret.length).toBeGreaterThan(50);
        expect(noticeAt(form, 'clientId')).toBe('secret-moved');
      }
    },
  );

  it('is removed where the other field is taken, and the ID that stood there stays', () => {
    const form = pasteInto(filled({ clientId: ID, clientSecret: OLD_SECRET }), 'clientId', SECRET);
    expect(form).toMatchObject({ clientId: ID, clientSecret: OLD_SECRET });
    expect(noticeAt(form, 'clientId')).toBe('secret-removed');
  });

  it('is moved when it is dropped behind the ID, and the ID stays', () => {
    const before = filled({ clientId: ID });
    for (const text of [`${ID}${SECRET}`, `${SECRET}${ID}`, `${ID} ${SECRET}`])
      expect(typeInto(before, 'clientId', text)).toMatchObject(BOTH);
  });

  it('goes on in its own field while it is typed key by key', () => {
    let form = EMPTY_FORM;
    for (const char of ATLASSIAN_TOKEN) form = typeInto(form, 'clientId', form.clientId + char);
    expect(form).toMatchObject({ clientId: '', clientSecret: ATLASSIAN_TOKEN });
    form = leaveField(form, 'clientId');
    for (const char of ID) form = typeInto(form, 'clientId', form.clientId + char);
    expect(form).toMatchObject({ clientId: ID, clientSecret: ATLASSIAN_TOKEN });
  });

  it('does not come back with a connection that is recalled', () => {
    const shown = { jiraSite: 'acme.atlassian.net', confluenceSite: 'acme.atlassian.net', secretHeld: true };
    expect(recall(EMPTY_FORM, { ...shown, clientId: SECRET }).clientId).toBe('');
    expect(recall(EMPTY_FORM, { ...shown, clientId: ID }).clientId).toBe(ID);
  });
});

describe('one key in the form', () => {
  it('is freed from its label, and goes where it belongs', () => {
    expect(pasteInto(EMPTY_FORM, 'clientId', `Client ID: "${ID}"`).clientId).toBe(ID);
    expect(leaveField(typeInto(EMPTY_FORM, 'clientId', `XRAY_CLIENT_ID=${ID}`), 'clientId').clientId).toBe(
      ID,
    );
    expect(pasteInto(EMPTY_FORM, 'clientSecret', `Client Secret: ${SECRET}`).clientSecret).toBe(SECRET);
    const moved = pasteInto(EMPTY_FORM, 'clientSecret', `Client ID: ${ID}\nClient Secret: ••••••••`);
    expect(moved).toMatchObject({ clientId: ID, clientSecret: '' });
    expect(noticeAt(moved, 'clientSecret')).toBe('id-moved');
  });

  it('of another kind stays and gets a hint', () => {
    const form = pasteInto(EMPTY_FORM, 'clientSecret', ATLASSIAN_TOKEN);
    expect(form.clientSecret).toBe(ATLASSIAN_TOKEN);
    expect(visibleHints(form).clientSecret?.key).toBe('hint.atlassian-token');
    const template = pasteInto(EMPTY_FORM, 'clientId', '${{ secrets.XRAY_CLIENT_ID }}');
    expect(visibleHints(template).clientId?.key).toBe('hint.placeholder');
  });

  it('loses what was said of it when it is typed anew or handed over', () => {
    const form = pasteInto(EMPTY_FORM, 'clientId', SECRET);
    expect(typeInto(form, 'clientId', 'f').notice).toBeNull();
    expect(handOverSecret(form).notice).toBeNull();
  });
});
