import type { FINDINGS as EN } from '../en/findings.ts';

export const FINDINGS = {
  'host.global': 'Global',
  'host.us': 'USA',
  'host.eu': 'EU (Frankfurt)',
  'host.au': 'Australien (Sydney)',
  'global.another-region': 'Der globale Server sucht Ihre Daten in einer anderen Region',
  'global.error-page': 'Der globale Server zeigt eine Fehlerseite von CloudFront, dem Netzwerk vor Xray',
  'global.keys-refused': 'Der globale Server nimmt Ihre Schlüssel nicht an',
  'global.licence': 'Der globale Server spricht von der Lizenz',
  'global.asks-to-wait': 'Der globale Server bittet zu warten',
  'global.data-refused': 'Der globale Server gibt Ihre Daten nicht heraus',
  'global.own-error': 'Der globale Server hat einen eigenen Fehler',
  'global.not-reached': 'Der globale Server war nicht zu erreichen',
  'global.no-answer': 'Der globale Server gab keine Antwort',
  'global.stopped': 'Der globale Server wurde nicht bis zum Ende befragt',
  'global.other': 'Der globale Server gibt eine Antwort, die wir nicht kennen',
  'regions.global-works':
    'Der globale Server funktioniert, und ihn benutzt Snapshots; die anderen ändern daran nichts.',
  'regions.unfinished': 'Der Vergleich mit den regionalen Servern wurde nicht beendet.',
  'regions.working':
    '{global}, während {count, plural, one {der Server {regions} Ihre Daten herausgibt} other {die Server {regions} Ihre Daten herausgeben}}: das beste Zeichen dafür, wo sie liegen.',
  'regions.silent':
    'Kein regionaler Server hat geantwortet, es gibt also nichts, womit sich vergleichen ließe.',
  'regions.none': '{global}, und kein regionaler Server gibt Ihre Daten heraus.',
  'regions.none-either': '{global}, und auch kein regionaler Server gibt Ihre Daten heraus.',
  'regions.keys-nowhere': 'Kein Server nimmt diese Schlüssel an.',
  'regions.keys-elsewhere':
    'Ihre Schlüssel sind {count, plural, one {beim Server {regions}} other {bei den Servern {regions}}} bekannt und beim globalen nicht; kein Server gibt Ihre Daten heraus.',
  'regions.keys-global-only':
    'Ihre Schlüssel sind nur beim globalen Server bekannt, und kein Server gibt Ihre Daten heraus.',
  'regions.all.another-region':
    'Jeder Server sagt dasselbe: Xray muss handeln, oder Ihre Daten ziehen gerade um.',
  'regions.all.error-page':
    'Jeder Server zeigt eine Fehlerseite von CloudFront, keine Region gibt also Ihre Daten heraus.',
  'regions.all.keys-refused': 'Kein Server nimmt diese Schlüssel an.',
  'regions.all.licence': 'Jeder Server sagt dasselbe über die Lizenz.',
  'regions.all.asks-to-wait': 'Jeder Server bittet zu warten.',
  'regions.all.data-refused': 'Jeder Server nimmt Ihre Schlüssel an, gibt Ihre Daten aber nicht heraus.',
  'regions.all.own-error':
    'Jeder Server hat einen eigenen Fehler; das sieht nach einem Ausfall bei Xray aus.',
  'regions.all.other': 'Jeder Server gibt die gleiche Art von Antwort.',
  'second.fails': 'Auch das Netz Ihres Browsers erreicht Xray nicht.',
  'second.proxy-sign-in': 'Auch das Netz Ihres Browsers soll sich beim Proxy anmelden.',
  'second.works':
    'Das Netz Ihres Browsers erreicht Xray, eine direkte Verbindung aus dieser App nicht. Ihr Netzwerkteam kann nachsehen, was die beiden verschieden behandelt.',
  'second.something-else': 'Im Netz Ihres Browsers antwortet etwas anderes als Xray.',
  'note.site-missing':
    'Atlassian kennt keine Site {site}. Sehen Sie nach, ob sie so geschrieben ist wie in Ihrem Browser.',
  'note.site-elsewhere':
    'Confluence unter {confluence} ist eine andere Site als Ihr Jira unter {jira}. Sehen Sie nach, ob beide die sind, die Snapshots benutzt.',
  'note.site-named':
    'Jira unter {jira} nennt {named} als sein Confluence, und Sie haben {confluence} eingegeben. Sehen Sie nach, auf welcher Site Snapshots läuft.',
  'note.clock':
    'Die Uhr dieses Computers geht gegenüber der von Xray {unit, select, minutes {{count, plural, one {# Minute} other {# Minuten}}} hours {{count, plural, one {# Stunde} other {# Stunden}}} other {{count, plural, one {# Tag} other {# Tage}}}} {way, select, behind {nach} other {vor}}. Stellen Sie sie richtig: Anmeldungen und Zertifikate hängen davon ab.',
  'note.inspection':
    '{maker} öffnet unterwegs die sichere Verbindung zu Xray, und dieser Computer lässt das zu. Was gesendet wird, lässt sich dabei sehen und verändern.',
  'note.atlassian':
    'Atlassian meldet gerade eine Störung bei Confluence{hasWords, select, yes {: „{words}“} other {}}.',
  'missing.calls': 'Es wurde keine Anfrage an Xray gestellt.',
  'missing.data-call': 'Am globalen Server wurden keine Daten abgefragt, weil vorher kein Token kam.',
  'missing.regions': 'Die regionalen Server von Xray wurden nicht verglichen.',
  'missing.picture': 'Es gibt kein Bild der Seite „Data residency“.',
  'missing.residency': 'Es ist nicht angegeben, ob die Site „Pinned“ ist oder umzieht.',
  'missing.long-answer': 'Eine Antwort war länger als das, was davon aufbewahrt wird.',
  'missing.binary-answer': 'Der Inhalt einer binären Antwort wird nicht aufbewahrt.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
