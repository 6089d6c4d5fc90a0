import type { FOLLOW_UP as EN } from '../en/follow-up.ts';

const CONNECTION_PAGE = 'Settings (Einstellungen) > Apps > Snapshots Configuration > Xray connection';
const RESIDENCY_PAGE =
  'admin.atlassian.com > Ihre Organisation > Security > Data residency oder Data management > Data residency';

export const FOLLOW_UP = {
  'follow.result': 'Ergebnis öffnen',
  'follow.noResult':
    'Das letzte Ergebnis lässt sich nicht mehr lesen. Prüfen Sie noch einmal, um ein neues zu bekommen.',
  'follow.state': 'Stand des Falls',
  'follow.ways': 'Was zu tun ist',
  'follow.solve': 'Auf „Gelöst“ setzen',
  'follow.allDone':
    'Alle Schritte sind erledigt. Wenn Snapshots funktioniert, setzen Sie diesen Fall auf „Gelöst“.',
  'follow.close': 'Fall schließen',
  'follow.closing': 'Wird geschlossen …',
  'way.pinned': 'Wenn Ihre Site festgelegt ist (Pinned)',
  'way.migrating': 'Wenn Ihre Daten gerade umziehen',
  'way.after': 'Nach der Korrektur',
  'way.snapshots': 'In Snapshots, sobald Xray antwortet',
  'way.count': '{done} von {count} erledigt',
  'item.pinned.picture': 'Machen Sie das Bild der Seite „Data residency“, mit Jira und Xray darauf.',
  'where.pinned.picture': `${RESIDENCY_PAGE}. Dazu brauchen Sie die Rechte eines Organisationsadministrators.`,
  'item.pinned.mail': 'Schicken Sie die Diagnosedatei an {support}.',
  'where.pinned.mail':
    'Ergebnis öffnen > Diagnosedatei durchsehen > In Downloads speichern. Gespeicherte Dateien stehen unten bei „Diagnosedateien“.',
  'item.pinned.ticket': 'Warten Sie, bis {support} das Ticket bestätigt.',
  'where.pinned.ticket':
    'In Ihrem Postfach. {support} eröffnet ein Ticket beim Xray-Support, zeigt dort Ihre Diagnosedatei und bleibt dran.',
  'item.pinned.wait': 'Geben Sie Xray ein paar Werktage.',
  'where.pinned.wait':
    'So lange dauert es nach dem Ticket meist. Inzwischen kann diese App von selbst prüfen, siehe unten.',
  'item.migrating.wait': 'Warten Sie, bis der Umzug abgeschlossen ist, für Jira und für Xray.',
  'where.migrating.wait': `Den Stand zeigt ${RESIDENCY_PAGE}.`,
  'item.migrating.keys':
    'Geben Sie Client ID und Client Secret in Snapshots noch einmal ein und klicken Sie auf Submit.',
  'where.migrating.keys': `Confluence: ${CONNECTION_PAGE}.`,
  'item.migrating.check': 'Prüfen Sie hier noch einmal.',
  'where.migrating.check': 'Mit „Noch einmal prüfen“ unten.',
  'item.migrating.pinned':
    'Klappt es nach dem Umzug immer noch nicht, gehen Sie den Weg für eine Site, die „Pinned“ ist.',
  'where.migrating.pinned': 'Oben: „Wenn Ihre Site festgelegt ist (Pinned)“.',
  'item.after.keys': 'Erstellen Sie neue Schlüssel in Xray.',
  'where.after.keys':
    'Jira: Settings (Einstellungen) > Apps > Manage apps > Xray > API Keys > Create API Key. Das Client Secret wird nur einmal angezeigt.',
  'item.after.page': 'Gehen Sie zurück zur Xray connection von Snapshots.',
  'where.after.page': `Confluence: ${CONNECTION_PAGE}.`,
  'item.after.submit':
    'Geben Sie die neue Client ID und das neue Client Secret ein und klicken Sie auf Submit.',
  'where.after.submit': 'Auf derselben Seite.',
  'item.after.enter':
    'Geben Sie die Client ID und das Client Secret ein, mit denen diese Prüfung gelingt, und klicken Sie auf Submit.',
  'where.after.enter': 'Auf derselben Seite.',
  'item.after.open': 'Dort steht „Connection is open“.',
  'where.after.open': 'Auf derselben Seite. Steht dort etwas anderes, prüfen Sie hier noch einmal.',
  'item.after.snapshot': 'Machen Sie einen Test-Snapshot mit Xray-Daten.',
  'where.after.snapshot': 'In Snapshots: eine Ebene mit issuetype = Test und einem Xray-Feld.',
  'wait.title': 'Von selbst noch einmal prüfen',
  'wait.lead':
    'Die App prüft so oft, wie Sie sagen, und meldet sich leise, wenn sich das Ergebnis ändert. Lassen Sie sie dafür offen.',
  'wait.memory': 'Ihre Schlüssel bleiben nur im Arbeitsspeicher dieses Computers, und nur solange das läuft.',
  'wait.often': 'Wie oft',
  'wait.every.15': 'Alle 15 Minuten',
  'wait.every.30': 'Alle 30 Minuten',
  'wait.every.60': 'Jede Stunde',
  'wait.every.240': 'Alle 4 Stunden',
  'wait.every.1440': 'Einmal am Tag',
  'wait.start': 'Starten',
  'wait.starting': 'Wird gestartet …',
  'wait.noKeys': 'Prüfen Sie dafür einmal mit Ihren Schlüsseln. Sie wurden nicht aufbewahrt.',
  'wait.stop': 'Anhalten und Schlüssel vergessen',
  'wait.next':
    '{day, select, today {Nächste Prüfung um {at, time, short}} other {Nächste Prüfung am {at, date, medium}, {at, time, short}}}',
  'wait.checking': 'Es wird gerade geprüft …',
  'wait.last':
    '{day, select, today {Zuletzt geprüft um {at, time, short}} other {Zuletzt geprüft am {at, date, medium}, {at, time, short}}}',
  'wait.until': 'Es endet von selbst am {at, date, medium}.',
  'wait.postponed.offline': 'Dieser Computer war offline, deshalb wurde die Prüfung verschoben.',
  'wait.postponed.not-reached':
    'Die letzte Prüfung kam nicht bis zu Xray. Das sagt nichts Neues; die nächste versucht es wieder.',
  'wait.postponed.asked-to-wait': 'Xray hat gebeten zu warten, deshalb kommt die nächste Prüfung später.',
  'wait.postponed.failed':
    'Die letzte Prüfung ist in dieser App schiefgegangen. Die nächste versucht es wieder.',
  'wait.leave.title': '„{name}“ nicht mehr von selbst prüfen?',
  'wait.leave.open':
    'Die App kann nur einen Fall von selbst prüfen. Wenn Sie einen anderen öffnen, prüft sie diesen nicht mehr und vergisst seine Schlüssel. Der Fall selbst bleibt, wie er ist.',
  'wait.leave.close':
    'Wenn Sie diesen Fall schließen, prüft die App ihn nicht mehr und vergisst seine Schlüssel. Der Fall selbst bleibt, wie er ist.',
  'wait.leave.yes-open': 'Beenden und den anderen öffnen',
  'wait.leave.yes-close': 'Beenden und Fall schließen',
  'wait.leave.no': 'Weiter prüfen',
  'wait.elsewhere':
    'Die App prüft „{name}“ von selbst. Wenn Sie hier mit anderen Schlüsseln oder Sites prüfen, hört sie damit auf.',
  'wait.end.stopped': 'Es wurde angehalten, und Ihre Schlüssel sind vergessen.',
  'wait.end.healthy':
    'Xray antwortet jetzt, wie es soll. Die App prüft nicht mehr und hat Ihre Schlüssel vergessen.',
  'wait.end.keys-refused':
    'Xray kennt diese Schlüssel nicht mehr. Die App hat angehalten und sie vergessen; erstellen Sie neue und prüfen Sie noch einmal.',
  'wait.end.too-long': 'Es lief zwei Wochen und ist jetzt zu Ende. Ihre Schlüssel sind vergessen.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
