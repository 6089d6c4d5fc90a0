/** An address that is planted on every page and must never leave: of nobody. */
export const PLANTED_MAIL = 'olga.planted@acme-fake.test';

const HEAD = (title: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>
  body { margin: 0; font: 15px/22px sans-serif; color: #172b4d; background: #fff }
  header { position: sticky; top: 0; display: flex; gap: 12px; align-items: center; padding: 12px 24px; background: #deebff; border-bottom: 1px solid #091e42 }
  .avatar { width: 32px; height: 32px; border-radius: 50%; background: #ff5630 }
  main { padding: 24px } table { border-collapse: collapse; width: 100% }
  th, td { padding: 14px; border-bottom: 1px solid #dfe1e6; text-align: left }
  .pane { height: 420px; overflow-y: auto; border: 1px solid #dfe1e6 } [role=row] { display: flex } [role=cell] { flex: 1; padding: 14px }
  .part { min-height: 60px }
</style></head><body>`;

const person = `<header><img class="avatar" data-testid="user-avatar" alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="><span>${PLANTED_MAIL}</span><nav>Security · Data management</nav></header>`;

/** The sign-in of id.atlassian.com. */
export const SIGN_IN = `${HEAD('Log in')}<main><h1>Log in to continue</h1><form method="post" action="/login">
<label>Email <input name="email" value="${PLANTED_MAIL}"></label> <button>Continue</button></form>
<p><a href="https://accounts.google.com/v3/signin/rejected?rrk=46">Google</a>
<a href="https://sso.acme-fake.test/saml">Company sign-in</a></p></main></body></html>`;

/** The list of organisations. */
export const ORGANISATIONS = `${HEAD('Organisations')}${person}<main><h1>Organisations</h1>
<ul><li><a href="/o/fake/data-residency?layout=table">Acme Fake</a></li><li><a href="/o/fake/data-residency?layout=pane">Acme Fake, new</a></li></ul></main></body></html>`;

const PRODUCTS: readonly (readonly [string, string, string])[] = [
  ['Jira', 'EU', 'Pinned'],
  ['Confluence', 'EU', 'Pinned'],
  ['Xray Test Management for Jira', 'Global', 'Eligible'],
];
const OTHERS = Array.from({ length: 30 }, (_, index): readonly [string, string, string] => [
  `Fake app ${index + 1}`,
  'Global',
  'No action available',
]);

/** The older layout: one long table, the page itself scrolls. */
export const TABLE_LAYOUT = `${HEAD('Data residency')}${person}<main><h1>Data residency</h1><table><thead><tr><th>Product</th><th>Location</th><th>Status</th></tr></thead><tbody>
${[...OTHERS.slice(0, 20), ...PRODUCTS, ...OTHERS.slice(20)].map(([name, location, status]) => `<tr><td>${name}</td><td>${location}</td><td>${status}</td></tr>`).join('\n')}
</tbody></table><p>Managed by ${PLANTED_MAIL}</p></main></body></html>`;

/** The newer layout: rows in a pane that scrolls inside of the page, filled in when they come into view. */
export const PANE_LAYOUT = `${HEAD('Data residency')}${person}<main><h1>Data residency</h1><div class="pane" role="table"></div></main><script>
const rows = ${JSON.stringify([...OTHERS, ...PRODUCTS])};
const pane = document.querySelector('.pane');
for (const row of rows) {
  const part = document.createElement('div');
  part.className = 'part'; part.setAttribute('role', 'row');
  new IntersectionObserver((seen, watch) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    part.innerHTML = row.map((text) => '<div role="cell">' + text + '</div>').join('');
  }, { root: null }).observe(part);
  pane.append(part);
}
</script></body></html>`;

/** Whoever is signed in: nobody. */
export const PLANTED_NAME = 'Olga Van Planted';

/** A layout with the account in its header and in its table, where an avatar stands beside each product. */
export const ACCOUNT_LAYOUT = `${HEAD('Data residency')}<header><button aria-label="Your account"><span class="avatar" role="img" aria-label="${PLANTED_NAME}" style="display:inline-block"></span></button>
<nav>Security · Data management</nav></header><main><h1>Data residency</h1><p id="greeting">Hello ${PLANTED_NAME}, this is the page of your organization.</p>
<table><thead><tr><th>Product</th><th>Location</th><th>Status</th><th>Managed by</th></tr></thead><tbody>
${PRODUCTS.map(([name, location, status]) => `<tr class="product"><td><span class="avatar" style="display:inline-block"></span>${name}</td><td>${location}</td><td>${status}</td><td class="owner">${PLANTED_NAME}, ${PLANTED_MAIL}</td></tr>`).join('\n')}
</tbody></table></main></body></html>`;

/** A page that tries what no page may. */
export const HOSTILE = `${HEAD('Hostile')}<main><h1>Hostile</h1><a id="download" href="/file.bin" download>file</a></main><script>
window.tried = { bridge: typeof window.xrayDoctor, node: typeof window.process + typeof window.require, opened: String(window.open('https://evil.test/')) };
setTimeout(() => document.querySelector('#download').click(), 50);
setTimeout(() => { location.href = 'https://evil.test/steal'; }, 150);
navigator.permissions.query({ name: 'geolocation' }).then((answer) => { window.tried.geolocation = answer.state; });
</script></body></html>`;

/** Google's refusal of a sign-in inside of an app. */
export const REFUSED = `${HEAD('Sign in')}<main><h1>Couldn’t sign you in</h1><p>This browser or app may not be secure.</p></main></body></html>`;

/** A company's own sign-in. */
export const COMPANY = `${HEAD('Acme sign-in')}<main><h1>Acme Fake sign-in</h1></main></body></html>`;
