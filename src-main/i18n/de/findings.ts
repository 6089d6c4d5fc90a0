import type { FINDINGS as EN } from '../en/findings.ts';

export const FINDINGS = {
  'host.global': 'Global',
  'host.us': 'USA',
  'host.eu': 'EU (Frankfurt)',
  'host.au': 'Australien (Sydney)',
  'global.another-region': 'Der globale Server sucht Ihre Daten in einer anderen Region',
  'global.error-page': 'Der globale Server zeigt eine Fehlerseite von CloudFront, dem Netzwerk vor Xray',
  'global.keys-refused': 'Der globale Server nimmt Ihre Schlüssel nicht an',
  'global.licence': 'Der globale Server nennt die Lizenz',
  'global.asks-to-wait': 'Der globale Server bittet zu warten',
  'global.data-refused': 'Der globale Server gibt Ihre Daten nicht heraus',
  'global.own-error': 'Der globale Server hat einen eigenen Fehler',
  'global.not-reached': 'Der globale Server war nicht zu erreichen',
  'global.no-answer': 'Der globale Server gab keine Antwort',
  'global.stopped': 'Der globale Server wurde nicht bis zum Ende befragt',
  'global.migrating': 'Der globale Server sagt, dass Ihre Daten gerade umziehen',
  'global.something-else': 'Anstelle des globalen Servers hat etwas anderes geantwortet',
  'global.other': 'Der globale Server gibt eine Antwort, die diese App nicht kennt',
  'regions.global-works':
    'Der globale Server funktioniert, und ihn benutzt Snapshots; die anderen ändern daran nichts.',
  'regions.unfinished': 'Der Vergleich mit den regionalen Servern wurde nicht beendet.',
  'regions.working':
    '{global}, während {count, plural, one {der Server {regions} ohne Regionsfehler antwortet} other {die Server {regions} ohne Regionsfehler antworten}}: das beste Zeichen dafür, wo Ihre Daten liegen.',
  'regions.silent':
    'Kein regionaler Server hat geantwortet, es gibt also nichts, womit sich vergleichen ließe.',
  'regions.none': '{global}, und kein regionaler Server antwortet ohne Fehler.',
  'regions.none-either': '{global}, und auch kein regionaler Server antwortet ohne Fehler.',
  'regions.keys-nowhere': 'Kein Server nimmt diese Schlüssel an.',
  'regions.keys-elsewhere':
    'Ihre Schlüssel sind {count, plural, one {beim Server {regions}} other {bei den Servern {regions}}} bekannt und beim globalen nicht; kein Server antwortet ohne Fehler.',
  'regions.keys-global-only':
    'Ihre Schlüssel sind nur beim globalen Server bekannt, und kein Server antwortet ohne Fehler.',
  'regions.all.another-region':
    'Jeder Server sagt dasselbe: Xray muss handeln, oder Ihre Daten ziehen gerade um.',
  'regions.all.error-page': 'Jeder Server zeigt eine Fehlerseite von CloudFront.',
  'regions.all.keys-refused': 'Kein Server nimmt diese Schlüssel an.',
  'regions.all.licence': 'Jeder Server sagt dasselbe über die Lizenz.',
  'regions.all.asks-to-wait': 'Jeder Server bittet zu warten.',
  'regions.all.data-refused': 'Jeder Server nimmt Ihre Schlüssel an, gibt Ihre Daten aber nicht heraus.',
  'regions.all.own-error':
    'Jeder Server hat einen eigenen Fehler; das sieht nach einem Ausfall bei Xray aus.',
  'regions.all.migrating': 'Jeder Server sagt, dass Ihre Daten gerade umziehen.',
  'regions.all.something-else': 'Bei jedem Server hat etwas anderes als Xray geantwortet.',
  'regions.all.other': 'Jeder Server gibt die gleiche Art von Antwort.',
  'second.fails': 'Auch das Netz Ihres Browsers erreicht Xray nicht.',
  'second.proxy-sign-in': 'Auch das Netz Ihres Browsers soll sich beim Proxy anmelden.',
  'second.works':
    'Das Netz Ihres Browsers erreicht Xray, eine direkte Verbindung aus dieser App nicht. Ihr Netzwerkteam kann nachsehen, was die beiden verschieden behandelt.',
  'second.unknown': 'Im Netz Ihres Browsers kam eine Antwort, die diese App nicht kennt.',
  'second.something-else': 'Im Netz Ihres Browsers antwortet etwas anderes als Xray.',
  'note.site-missing':
    'Atlassian kennt keine Site {site}. Sehen Sie nach, ob sie so geschrieben ist wie in Ihrem Browser.',
  'note.site-elsewhere':
    'Confluence unter {confluence} ist eine andere Site als Ihr Jira unter {jira}. Sehen Sie nach, ob beide die sind, die Snapshots benutzt.',
  'note.site-named':
    'Jira unter {jira} nennt {named} als sein Confluence, und Sie haben {confluence} eingegeben. Sehen Sie nach, auf welcher Site Snapshots läuft.',
  'note.clock':
    'Die Uhr dieses Computers geht gegenüber der von Xray {unit, select, minutes {{count, plural, one {# Minute} other {# Minuten}}} hours {{count, plural, one {# Stunde} other {# Stunden}}} other {{count, plural, one {# Tag} other {# Tage}}}} {way, select, behind {nach} other {vor}}. Stellen Sie sie richtig: Anmeldungen und Zertifikate hängen davon ab.',
  'check.system-roots':
    'Die Zertifikate, denen das System dieses Computers vertraut, konnten nicht rechtzeitig gelesen werden. Deshalb hat diese Prüfung vielleicht ein Zertifikat abgelehnt, das Ihre Firma installiert hat. Prüfen Sie noch einmal.',
  'note.inspection':
    '{maker} öffnet unterwegs die sichere Verbindung zu Xray, und dieser Computer lässt das zu. Was gesendet wird, lässt sich dabei sehen und verändern.',
  'note.atlassian':
    'Atlassian meldet gerade eine Störung bei Confluence{hasWords, select, yes {: „{words}“} other {}}.',
  'check.echo.none': 'Keine Antwort wiederholt Ihr Client Secret oder ein Anmeldetoken.',
  'check.echo.found':
    'Eine Antwort eines Servers ({host}) wiederholt Ihr Client Secret oder ein Anmeldetoken. In der Datei ist es entfernt; legen Sie neue Schlüssel an, sobald das Problem behoben ist.',
  'check.token.fine': 'Die Anmeldetokens haben gültige Daten für Beginn und Ende.',
  'check.token.expired':
    'Das Anmeldetoken eines Servers ({host}) war schon abgelaufen, als es ausgestellt wurde. Xray würde es bei der nächsten Anfrage ablehnen.',
  'check.token.future': 'Das Anmeldetoken eines Servers ({host}) trägt ein Datum in der Zukunft.',
  'check.clock.fine': 'Die Uhr dieses Computers stimmt mit der von Xray überein.',
  'check.allowlist':
    'Eine IP-Allowlist schützt {hasSite, select, yes {{site}} other {Ihre Site}}. Sie muss die Adressen von Xray enthalten.',
  'check.keys-split':
    '{count, plural, one {Der Server {regions} lehnt} other {Die Server {regions} lehnen}} Ihre Schlüssel ab, andere nehmen sie an.',
  'check.region-split':
    '{count, plural, one {Der Server {regions} sagt} other {Die Server {regions} sagen}}, Ihre Daten seien in einer anderen Region. Der globale Server hat ein anderes Problem, das dieses vielleicht verdeckt.',
  'check.site-renamed': '{site} ist ein alter Name: Die Site heißt jetzt {renamedTo}.',
  'check.site-lookup': 'Atlassian ließ sich nicht nach {site} fragen ({problem}).',
  'check.xray-status':
    'Die Statusseite von Xray meldet gerade eine Störung{hasWords, select, yes {: „{words}“} other {}}.',
  'check.residency.move-app':
    'Jira ist fest in {jira} („Pinned“), die Daten von Xray liegen in {xray} und sind als „Eligible“ markiert. Vielleicht kann ein Organisationsadministrator die App auf der Seite „Data residency“ von Atlassian verschieben („Move apps“). Schicken Sie die Datei trotzdem, denn das behebt das Problem vielleicht nicht.',
  'check.residency.apart':
    'Die Seite von Atlassian zeigt Jira in {jira} und die Daten von Xray in {xray}. Normalerweise liegen beide am selben Ort.',
  'check.residency.elsewhere':
    'Die Seite von Atlassian zeigt die Daten von Xray in {location}, aber nur {count, plural, one {der Server {regions} antwortet} other {die Server {regions} antworten}} ohne Fehler.',
  'check.residency.moving':
    'Die Site wurde als „Pinned“ angegeben, aber Xray sagt, dass ihre Daten gerade umziehen.',
  'check.key-shape.id':
    'Die geprüfte Client ID sieht nicht aus wie eine von Xray: Diese haben 32 Zeichen, 0 bis 9 und A bis F.',
  'check.key-shape.secret':
    'Das geprüfte Client Secret sieht nicht aus wie eines von Xray: Diese haben 64 Zeichen, 0 bis 9 und a bis f.',
  'check.key-shape.id-length':
    'Die geprüfte Client ID hat {count, plural, one {# Zeichen} other {# Zeichen}}; die von Xray haben 32.',
  'check.key-shape.secret-length':
    'Das geprüfte Client Secret hat {count, plural, one {# Zeichen} other {# Zeichen}}; die von Xray haben 64.',
  'missing.calls': 'Es wurde keine Anfrage an Xray gestellt.',
  'missing.data-call': 'Am globalen Server wurden keine Daten abgefragt, weil vorher kein Token kam.',
  'missing.regions': 'Die regionalen Server von Xray wurden nicht verglichen.',
  'missing.picture': 'Es gibt kein Bild der Seite „Data residency“.',
  'missing.residency': 'Es ist nicht angegeben, ob die Site „Pinned“ ist oder umzieht.',
  'missing.long-answer': 'Eine Antwort war länger als das, was davon aufbewahrt wird.',
  'missing.binary-answer': 'Der Inhalt einer binären Antwort wird nicht aufbewahrt.',
  'missing.left-out':
    '{part}: weggelassen; die letzte Prüfung hat etwas gefunden, das wie Zugangsdaten aussieht.',
  'missing.left-out-all':
    'Alles, was die Server gesendet haben, wurde weggelassen; die letzte Prüfung konnte es nicht von Zugangsdaten unterscheiden.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
