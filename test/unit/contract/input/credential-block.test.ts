import { describe, expect, it } from 'vitest';

import { readCredentialBlock } from '../../../../src-main/contract/input/credential-block.ts';
import { ATLASSIAN_TOKEN, ID, JWT, NOISE, OLD_ID, OLD_SECRET, SECRET } from '../../../support/pasted/keys.ts';

const CURL = `curl -H "Content-Type: application/json" -H 'Accept: */*' -X POST \\
  --data "{ \\"client_id\\": \\"${ID}\\",\\"client_secret\\": \\"${SECRET}\\" }" https://xray.cloud.getxray.app/api/v2/authenticate`;

const PAIRS: readonly (readonly [string, string])[] = [
  [
    'a comment speaks of both',
    `# your client id and client secret from Xray\nXRAY_CLIENT_ID=${ID}\nXRAY_CLIENT_SECRET=${SECRET}`,
  ],
  [
    'the same without a comment sign',
    `your client id and client secret from Xray\nXRAY_CLIENT_ID=${ID}\nXRAY_CLIENT_SECRET=${SECRET}`,
  ],
  [
    'an old pair in #',
    `#XRAY_CLIENT_ID=${OLD_ID}\n#XRAY_CLIENT_SECRET=${OLD_SECRET}\nXRAY_CLIENT_ID=${ID}\nXRAY_CLIENT_SECRET=${SECRET}`,
  ],
  [
    'an old pair in //',
    `// client_id: "${OLD_ID}"\n  // client_secret: "${OLD_SECRET}"\nclient_id: "${ID}"\nclient_secret: "${SECRET}"`,
  ],
  [
    'an old pair in --',
    `-- client_id = ${OLD_ID}\n-- client_secret = ${OLD_SECRET}\nclient_id = ${ID}\nclient_secret = ${SECRET}`,
  ],
  [
    'an old pair in ;',
    `;client_id=${OLD_ID}\n;client_secret=${OLD_SECRET}\nclient_id=${ID}\nclient_secret=${SECRET}`,
  ],
  [
    'an old pair in REM',
    `REM set CLIENT_ID=${OLD_ID}\r\nrem set CLIENT_SECRET=${OLD_SECRET}\r\nset CLIENT_ID=${ID}\r\nset CLIENT_SECRET=${SECRET}`,
  ],
  [
    'an old pair in <!-- -->',
    `<!-- <id>${OLD_ID}</id>\n<secret>${OLD_SECRET}</secret> -->\n<id>${ID}</id><secret>${SECRET}</secret>`,
  ],
  [
    'an old pair in /* */',
    `/* clientId: '${OLD_ID}',\n clientSecret: '${OLD_SECRET}' */\nclientId: '${ID}', clientSecret: '${SECRET}'`,
  ],
  [
    'an old pair struck through',
    `Client ID: ~~${OLD_ID}~~ ${ID}\nClient Secret: ~~${OLD_SECRET}~~ ${SECRET}`,
  ],
  [
    'a diff',
    `-XRAY_CLIENT_ID=${OLD_ID}\n-XRAY_CLIENT_SECRET=${OLD_SECRET}\n+XRAY_CLIENT_ID=${ID}\n+XRAY_CLIENT_SECRET=${SECRET}`,
  ],
  ['everything commented out', `# Client ID: ${ID}\n# Client Secret: ${SECRET}`],
  ['a sentence', `The Client ID is ${ID} and the Client Secret is ${SECRET}.`],
  ['a German sentence', `Die Client-ID lautet ${ID}, das Client-Secret ist ${SECRET}!`],
  ['Chinese without spaces', `客户端ID为${ID}，密钥为${SECRET}。`],
  ['dashes', `Client ID - ${ID}\nClient Secret - ${SECRET}`],
  ['long dashes', `Client ID – ${ID} / Client Secret — ${SECRET}`],
  ['a hyphen without spaces', `Client ID-${ID}\nClient Secret-${SECRET}`],
  [
    'a Markdown table of two rows',
    `| Key | Value |\n|---|---|\n| Client ID | ${ID} |\n| Client Secret | ${SECRET} |`,
  ],
  ['a Markdown table of two columns', `| Client ID | Client Secret |\n|:---|---:|\n| ${ID} | ${SECRET} |`],
  ['bold labels', `**Client ID:** ${ID}\n**Client Secret:** ${SECRET}`],
  ['bold values', `Client ID: **${ID}**\nClient Secret: **${SECRET}**`],
  ['slanted values', `Client ID: _${ID}_\nClient Secret: __${SECRET}__`],
  ['back quotes', `Client ID: \`${ID}\`, Client Secret: \`${SECRET}\``],
  ['a code fence', `\`\`\`env\nID=${ID}\nSECRET=${SECRET}\n\`\`\``],
  ['Ruby', `client_id => "${ID}",\nclient_secret => "${SECRET}"`],
  ['Go and Make', `client_id := "${ID}"\nclient_secret := "${SECRET}"`],
  ['a form body', `client_id=${ID}&client_secret=${SECRET}`],
  ['a form body, encoded', `client_id%3D${ID}%26client_secret%3D${SECRET}`],
  ['a form body, encoded twice', `client_id%253D${ID}%2526client_secret%253D${SECRET}`],
  ['an address with a query', `https://example.test/auth?client_id=${ID}&client_secret=${SECRET}&x=1`],
  ['curl', CURL],
  ['JSON', `{"client_id":"${ID}","client_secret":"${SECRET}"}`],
  ['JSON in JSON', JSON.stringify({ body: JSON.stringify({ client_id: ID, client_secret: SECRET }) })],
  [
    'JSON in JSON in JSON',
    JSON.stringify(JSON.stringify({ b: JSON.stringify({ client_id: ID, client_secret: SECRET }) })),
  ],
  [
    'JSON with escapes',
    `{\\u0022client_id\\u0022:\\u0022${ID}\\u0022,\\u0022client_secret\\u0022:\\u0022${SECRET}\\u0022}`,
  ],
  ['lines in JSON', JSON.stringify(`Client ID\n${ID}\nClient Secret\n${SECRET}`)],
  [
    'HTML entities',
    `{&quot;client_id&quot;:&quot;${ID}&quot;,&#34;client_secret&#34;:&#x22;${SECRET}&#x22;}`,
  ],
  ['labels above', `Client ID\n${ID}\nClient Secret\n${SECRET}`],
  ['labels above with buttons', `Client ID\n${ID}\nCopy\nClient Secret\n${SECRET}\nCopy`],
  ['buttons before', `Client ID\nCopy\n${ID}\nClient Secret\nCopy\n${SECRET}`],
  ['both labels above', `Client ID\nClient Secret\n${ID}\n${SECRET}`],
  ['XML', `<xray.clientId>${ID}</xray.clientId><xray.clientSecret>${SECRET}</xray.clientSecret>`],
  [
    'an HTML table',
    `<table><tr><td>Client ID</td><td>${ID}</td></tr><tr><td>Client Secret</td><td>${SECRET}</td></tr></table>`,
  ],
  [
    'Postman',
    `[{"key":"client_id","value":"${ID}","type":"text"},{"key":"client_secret","value":"${SECRET}","type":"text"}]`,
  ],
  ['Postman backwards', `[{"value":"${ID}","key":"client_id"},{"value":"${SECRET}","key":"client_secret"}]`],
  ['user and password', `username: ${ID}\npassword: ${SECRET}`],
  ['ID:SECRET', `${ID}:${SECRET}`],
  ['SECRET:ID', `${SECRET}:${ID}`],
  ['ID|SECRET', `${ID}|${SECRET}`],
  ['ID, SECRET', `${ID},${SECRET}`],
  ['two words', `${ID} ${SECRET}`],
  ['two words, a tab', `${ID}\t${SECRET}`],
  ['two lines, backwards', `"${SECRET}"\n"${ID}"`],
  ['smart quotes', `“${ID}” „${SECRET}“`],
  ['no-break spaces', `Client\u00a0ID:\u00a0${ID}\u00a0Client\u00a0Secret:\u00a0${SECRET}`],
  [
    'zero-width characters',
    `Client ID: \u200b${ID.slice(0, 9)}\u200b${ID.slice(9)}\ufeff\nClient Secret: ${SECRET.slice(0, 30)}\u00ad${SECRET.slice(30)}`,
  ],
  ['line ends of Windows', `Client ID: ${ID}\r\nClient Secret: ${SECRET}\r\n`],
  ['line separators', `Client ID: ${ID}\u2028Client Secret: ${SECRET}`],
  ['kebab', `client-id: ${ID}\nclient-secret: ${SECRET}`],
  ['camel', `clientId = '${ID}';\nclientSecret = '${SECRET}';`],
  ['PowerShell', `$env:XRAY_CLIENT_ID = "${ID}"\n$env:XRAY_CLIENT_SECRET = "${SECRET}"`],
  ['shell', `export XRAY_CLIENT_ID='${ID}'; export XRAY_CLIENT_SECRET='${SECRET}'`],
  ['options', `--client-id ${ID} \\\n--client-secret ${SECRET}`],
  ['YAML', `xray:\n  cloud:\n    clientId: ${ID}\n    clientSecret: ${SECRET}`],
  ['properties', `xray-cloud-client-id=${ID}\nxray-cloud-client-secret=${SECRET}`],
  ['a mail that is quoted', `> Client ID: ${ID}\n> Client Secret: ${SECRET}`],
  ['a list', `- Client ID: ${ID}\n- Client Secret: ${SECRET}`],
  [
    'a mail in quoted-printable',
    `Client ID=3D${ID}\nClient Secret=3D${SECRET.slice(0, 40)}=\n${SECRET.slice(40)}`,
  ],
  [
    'noise that is named',
    `Cookie: JSESSIONID=${NOISE}\nsha256:${OLD_SECRET}\nclient_id=${ID}&client_secret=${SECRET}`,
  ],
  ['noise that is not named', `See page ${NOISE}\nClient ID: ${ID}\nClient Secret: ${SECRET}`],
  ['both keys again in a row', `Client ID: ${ID}\nClient Secret: ${SECRET}\ncurl -u ${ID}:${SECRET}`],
  ['the ID in the other case, too', `Client ID: ${ID}\nid ${ID.toLowerCase()}\nClient Secret: ${SECRET}`],
  [
    'how to use them',
    `Client ID: ${ID}\nClient Secret: ${SECRET}\ncurl -d "client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET"`,
  ],
];

describe('a pasted block', () => {
  it.each(PAIRS)('is understood: %s', (_name, text) => {
    expect(readCredentialBlock(text)).toEqual({
      kind: 'pair',
      pair: { clientId: ID, clientSecret: SECRET },
    });
  });

  it.each([
    [
      'an ID that is not in hex',
      'Client ID: only-eu-works\nClient Secret: fake-secret-7',
      'only-eu-works',
      'fake-secret-7',
    ],
    [
      'the same as a form',
      'client_id=only-eu-works&client_secret=fake-secret-7',
      'only-eu-works',
      'fake-secret-7',
    ],
    ['an API token', `Client ID: ${ID}\nClient Secret: ${ATLASSIAN_TOKEN}`, ID, ATLASSIAN_TOKEN],
    ['a cut secret', `Client ID: ${ID}\nClient Secret: ${SECRET.slice(1)}`, ID, SECRET.slice(1)],
    [
      'a broken secret',
      `Client ID: ${ID}\nClient Secret: ${SECRET.slice(0, 50)}\n${SECRET.slice(50)}`,
      ID,
      SECRET,
    ],
    ['a header for a key', `Client ID: ${ID}\nClient Secret: Bearer ${JWT}x`, ID, `${JWT}x`],
    ['a cut secret, bare', `${ID}\n${SECRET.slice(1)}`, ID, SECRET.slice(1)],
  ])('with values of another form is understood: %s', (_name, text, clientId, clientSecret) => {
    expect(readCredentialBlock(text)).toEqual({ kind: 'pair', pair: { clientId, clientSecret } });
  });

  it.each([
    ['two pairs', `${ID} ${SECRET}\n${OLD_ID} ${OLD_SECRET}`, 'several'],
    [
      'two labelled pairs',
      `client_id=${OLD_ID}\nclient_secret=${OLD_SECRET}\nclient_id=${ID}\nclient_secret=${SECRET}`,
      'several',
    ],
    ['two IDs', `${ID}\n${OLD_ID}`, 'several'],
    [
      'a placeholder for the ID, and noise',
      `client_id: \${{ secrets.XRAY_CLIENT_ID }}\nclient_secret: ${SECRET}\npage ${NOISE}`,
      'several',
    ],
    [
      'GitHub Actions',
      'client_id: ${{ secrets.XRAY_CLIENT_ID }}\nclient_secret: ${{ secrets.XRAY_CLIENT_SECRET }}',
      'placeholder',
    ],
    ['angles', 'client_id=<CLIENT_ID>&client_secret=<CLIENT_SECRET>', 'placeholder'],
    ['Postman', '{"client_id":"{{client_id}}","client_secret":"{{client_secret}}"}', 'placeholder'],
    [
      'shell',
      'curl -d "{\\"client_id\\":\\"$XRAY_CLIENT_ID\\",\\"client_secret\\":\\"$XRAY_CLIENT_SECRET\\"}"',
      'placeholder',
    ],
    ['cmd', 'client_id=%XRAY_CLIENT_ID%', 'placeholder'],
    ['words', 'client_id: your-client-id\nclient_secret: your-client-secret', 'placeholder'],
    ['crosses', 'client_id: xxxx\nclient_secret: xxxxxxxx', 'placeholder'],
    ['masked', 'Client ID: ••••••••\nClient Secret: ••••••••', 'placeholder'],
    ['prose', 'Where do I find the client id and the client secret? Look under API Keys.', 'nothing'],
    ['labels alone', 'Client ID: \nClient Secret: ', 'nothing'],
    ['nothing', '', 'nothing'],
    ['a token', JWT, 'nothing'],
    ['a lone placeholder', '${{ secrets.XRAY_CLIENT_ID }}', 'nothing'],
    ['96 digits in one', `${ID}${SECRET}`, 'nothing'],
    ['a key with a foreign prefix', `key-${NOISE} ghp_${SECRET}`, 'nothing'],
    [
      'a secret that a mail has cut',
      `Client ID: ${ID}\nClient Secret: ${SECRET.slice(0, 32)}\n${SECRET.slice(32)}`,
      'several',
    ],
    [
      'a secret with lines behind it',
      `Client ID: ${ID}\nClient Secret: ${SECRET.slice(0, 50)}\n${SECRET.slice(0, 8)}`,
      'several',
    ],
    ['a page of text', 'x'.repeat(64 * 1024 + 1), 'too-long'],
  ])('is no pair: %s', (_name, text, kind) => {
    expect(readCredentialBlock(text).kind).toBe(kind);
  });

  it.each([
    [`Client ID: ${ID}`, 'id', ID, false],
    [` "${ID}" `, 'id', ID, true],
    [SECRET, 'secret', SECRET, true],
    [`XRAY_CLIENT_SECRET=${SECRET}`, 'secret', SECRET, false],
    [`Client ID: ${ID}\nClient Secret: ••••••••`, 'id', ID, false],
    [`client_id: \${{ secrets.XRAY_CLIENT_ID }}\nclient_secret: ${SECRET}`, 'secret', SECRET, false],
    [`JSESSIONID=${NOISE}; client_secret=${SECRET}`, 'secret', SECRET, false],
  ])('of one value is that value: %j', (text, kind, value, isAlone) => {
    expect(readCredentialBlock(text)).toEqual({ kind, value, isAlone });
  });
});
