/** Fake keys of the right form, and others for what stands around them. */
export const ID = 'FA4E1D00FA4E1D01FA4E1D02FA4E1D03';
export const SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';
export const OLD_ID = '01DFA4E001DFA4E101DFA4E201DFA4E3';
export const OLD_SECRET = '01dfa4e5ec2e7000102030405060708090a0b0c0d0e0f1011121314151617181';
/** 32 hex digits that are no ID. */
export const NOISE = 'deadbeefdeadbeefdeadbeefdeadbeef';
export const ATLASSIAN_TOKEN = `ATATT3xFfGF0${'FaKe0'.repeat(30)}=FA4EFA4E`;
export const JWT = `eyJhbGciOiJub25lIn0.${'FaKe'.repeat(12)}.`;
