import type { GUIDE as EN } from '../en/guide.ts';

const CONNECTION_PAGE = 'Snapshots Configuration > Xray connection';

export const GUIDE = {
  'door.check.title': 'Meine Verbindung prüfen',
  'door.check.text': 'In etwa einer Minute wissen Sie, was Snapshots aufhält und wer es beheben kann.',
  'door.cases.title': 'Einen Fall fortsetzen',
  'door.cases.text':
    'Machen Sie weiter, wo Sie waren, ob Sie auf Xray warten oder auf das Ende eines Umzugs.',
  'door.cases.none': 'Auf diesem Computer ist noch kein Fall aufbewahrt.',
  'door.file.title': 'Diagnosedatei öffnen',
  'door.file.text': 'Für den Support: Ist eine Datei in Ordnung, und was steht darin?',
  'symptoms.title': 'Ist das Ihr Problem?',
  'symptoms.fresh': `Die Traceability Extension ist installiert. Sie haben in Xray neue Schlüssel angelegt und sie in Confluence unter ${CONNECTION_PAGE} eingegeben.`,
  'symptoms.message':
    'Snapshots antwortet etwa mit „Xray token is invalid or expired“ oder „Cannot access Xray“.',
  'symptoms.sure':
    'Sie haben zweimal hingesehen: Beide Werte stammen direkt aus den API Keys von Xray, und zwar auf der Jira-Site, die Snapshots liest.',
  'symptoms.region':
    'Ihre Atlassian-Site liegt in einer eigenen Region, zum Beispiel in der Europäischen Union, oder zieht gerade in eine um.',
  'symptoms.then':
    'Dann stimmen Ihre Schlüssel wahrscheinlich, und Xray sucht Ihre Daten in der falschen Region. Die Prüfung gibt Gewissheit. Passt nur ein Teil davon, prüfen Sie trotzdem: Sie findet auch andere Ursachen.',
  'keys.title': 'Wo finde ich diese Schlüssel, oder wie lege ich sie an?',
  'keys.1':
    'Öffnen Sie in Jira Settings (Einstellungen) > Apps > Manage apps. Dazu müssen Sie Jira-Admin sein.',
  'keys.2': 'Suchen Sie dort Xray und öffnen Sie API Keys.',
  'keys.3':
    'Klicken Sie auf Create API Key und wählen Sie den Benutzer, als der Snapshots in Xray lesen soll.',
  'keys.4':
    'Kopieren Sie Client ID und Client Secret sofort. Das Client Secret wird nur dieses eine Mal angezeigt.',
  'keys.lost':
    'Client Secret verloren? Es lässt sich kein zweites Mal anzeigen. Löschen Sie den Schlüssel und legen Sie einen neuen an.',
  'keys.same': 'Xray muss auf derselben Jira-Site installiert sein, aus der Snapshots liest.',
  'keys.both':
    'Wenn Sie für diese Prüfung neue Schlüssel anlegen, geben Sie sie danach auch in Snapshots ein.',
  'token.title': 'Warum scheitert die Verbindung, obwohl die Anmeldung klappt?',
  'token.steps':
    'Xray antwortet in zwei Schritten. Zuerst sieht es sich Ihre Schlüssel an und stellt ein Token aus, eine Art Tageskarte. Erst danach geht es um Ihre Daten.',
  'token.region':
    'Der erste Schritt rührt Ihre Daten nicht an. Er klappt also auch, wenn Xray für Ihre Site die falsche Region eingetragen hat. Der zweite Schritt landet dann am falschen Ort und wird abgelehnt.',
  'token.blame':
    'Snapshots sieht die Ablehnung und hält die Schlüssel für falsch. Deshalb helfen neue Schlüssel nicht, und ein Token allein beweist nichts: Das kann nur eine Antwort zu Ihren Daten.',
  'situation.means': 'Was es ist',
  'situation.next': 'Wie es weitergeht',
  'situation.time': 'Wie lange es dauert',
  'situation.pinned.means':
    'Ihre Daten bleiben in einer Region, zum Beispiel in der Europäischen Union, und Xray hat eine andere eingetragen.',
  'situation.pinned.next':
    'Sie schicken die Diagnosedatei. {support} eröffnet ein Ticket bei Xray, gibt die Datei weiter und bleibt dran, bis es gelöst ist.',
  'situation.pinned.time': 'Xray korrigiert das in der Regel innerhalb weniger Werktage.',
  'situation.migrating.means':
    'Sie haben eine andere Region beantragt, und noch ist nicht alles dort angekommen.',
  'situation.migrating.next':
    'Sie warten das Ende des Umzugs ab und geben dann Ihre Schlüssel in Snapshots noch einmal ein. Scheitert es immer noch, gilt der andere Fall: Schicken Sie die Diagnosedatei.',
  'situation.migrating.time':
    'So lange, wie der Umzug dauert. Die Seite „Data residency“ von Atlassian zeigt, wie weit er ist.',
  'situation.unknown.means': 'Sie haben noch nicht nachgesehen oder keinen Zugang zu der Seite.',
  'situation.unknown.next':
    'Machen Sie weiter, als wäre die Site „Pinned“. {support} fragt nach, wenn etwas fehlt.',
  'calls.title': 'Die beiden Anfragen der Prüfung',
  'calls.authenticate': 'Die Anmeldung tauscht Client ID und Client Secret gegen ein Token.',
  'calls.data-call':
    'Die Datenabfrage zeigt dieses Token vor und fragt nach zwei Beispielvorgängen. Es muss sie nicht geben; es zählt, wie Xray antwortet.',
  'readings.title': 'Wie die Antworten gelesen werden',
  'readings.answer': 'Was zurückkommt',
  'readings.meaning': 'Was es bedeutet',
  'readings.yours': 'Ihr Ergebnis',
  'readings.region': 'Die Anmeldung klappt; die Datenabfrage spricht von einer anderen Region',
  'readings.region.means': 'Der Fehler, für den diese Prüfung gemacht ist. Xray muss die Region korrigieren.',
  'readings.rejected': 'Die Anmeldung wird abgelehnt, es gibt kein Token',
  'readings.rejected.means':
    'Die Schlüssel sind falsch, gelöscht oder abgelaufen. Legen Sie in Xray neue an.',
  'readings.healthy': 'Die Datenabfrage liefert Daten oder findet die Vorgänge nicht',
  'readings.healthy.means':
    'Die Verbindung funktioniert. Etwas anderes hält Snapshots auf, und {support} kann danach suchen.',
  'readings.other': 'Etwas anderes oder gar nichts',
  'readings.other.means':
    'Ihr Netzwerk, die Lizenz oder ein Ausfall kann die Ursache sein. Das Ergebnis sagt, was sich sagen lässt.',
  'link.opens': '(öffnet sich in Ihrem Browser)',
  'link.region-error': '„Xray connection error: data is in another region“ (englisch)',
  'link.region-error.about':
    'Die Seite zu genau diesem Fehler. Es öffnet sich die Startseite der Dokumentation; suchen Sie dort nach diesem Titel.',
  'link.connection-setup': '„Configuring the Xray connection“ (englisch)',
  'link.connection-setup.about': 'Die Verbindung von Anfang an einrichten.',
  'link.integration': '„Integration with Xray Test Management for Jira“ (englisch)',
  'link.integration.about':
    'Was Snapshots aus Xray zeigt. Es öffnet sich die Startseite der Dokumentation; suchen Sie dort nach diesem Titel.',
  'help.open': 'Hilfe',
  'help.title': 'Hilfe',
  'help.return': 'Zurück zur vorigen Ansicht',
  'help.does': 'Was diese App tut',
  'help.does.text':
    'Sie findet heraus, warum RadBee Snapshots Xray nicht erreicht. Sie meldet sich mit Ihren Schlüsseln bei Xray an, fragt einmal Daten ab, sagt Ihnen in einfachen Worten, was nicht stimmt und wer es beheben kann, und packt alles, was der Support braucht, in eine Datei. Sie ändert nichts.',
  'help.sent': 'Was gesendet wird',
  'help.sent.text':
    'Nichts geht von selbst an {support}. Die App spricht mit Xray und, ohne Ihre Schlüssel, mit Atlassian. Die Diagnosedatei verlässt diesen Computer erst, wenn Sie sie per Mail schicken, und vorher wird jedes Geheimnis daraus entfernt.',
  'help.words': 'Begriffe',
  'help.word.region': 'Region',
  'help.word.region.text':
    'Der Teil der Welt, in dem die Daten einer Site liegen, zum Beispiel die Europäische Union oder die USA.',
  'help.word.token': 'Token',
  'help.word.token.text':
    'Ein Ausweis, den Xray nach der Anmeldung ausstellt. Er sagt, dass Ihre Schlüssel stimmen, und nichts über Ihre Daten.',
  'help.word.residency': 'Data residency',
  'help.word.residency.text':
    'Wo die Daten jedes Produkts liegen. Atlassian zeigt es auf admin.atlassian.com, auf der Seite dieses Namens.',
  'help.word.pinned': 'Pinned (festgelegt)',
  'help.word.pinned.text': 'Die Daten sind an ihre Region gebunden, und es läuft kein Umzug.',
  'help.word.migration': 'Migration (Umzug)',
  'help.word.migration.text':
    'Ein Wechsel in eine andere Region. Jira kann schon dort sein, während die Daten von Xray noch folgen.',
  'help.way': 'Der Weg in sechs Schritten',
  'help.way.1': 'Geben Sie Ihre Schlüssel und beide Sites ein.',
  'help.way.2': 'Lassen Sie die Prüfung Xray fragen und lesen Sie, was nicht stimmt und wer es beheben kann.',
  'help.way.3':
    'Sagen Sie, ob die Site „Pinned“ ist oder umzieht, und fügen Sie ein Bild der Seite „Data residency“ hinzu.',
  'help.way.4': 'Lesen Sie die Diagnosedatei, Zeichen für Zeichen, und lassen Sie weg, was Sie möchten.',
  'help.way.5':
    'Speichern Sie sie und schicken Sie sie an {support}. Die Korrektur dauert in der Regel ein paar Werktage.',
  'help.way.6': `Nach der Korrektur geben Sie unter ${CONNECTION_PAGE} neue Schlüssel ein und klicken auf Submit. Steht dort „Connection is open“, machen Sie einen Test-Snapshot.`,
  'help.keys': 'Tastatur',
  'help.key.tab': 'Tab, Umschalt + Tab',
  'help.key.tab.does': 'Weiter, zurück',
  'help.key.enter': 'Eingabetaste',
  'help.key.enter.does': 'Eine Schaltfläche drücken; im Formular die Verbindung prüfen',
  'help.key.arrows': 'Pfeiltasten',
  'help.key.arrows.does': 'Zwischen Antworten wählen; ein Feld im Bild verschieben',
  'help.key.paste': 'Strg oder ⌘ + V',
  'help.key.paste.does': 'Beide Schlüssel oder einen Screenshot einfügen',
  'help.key.new': 'Strg oder ⌘ + N',
  'help.key.new.does': 'Neue Prüfung, von der ersten Seite und von der Liste der Fälle aus',
  'help.key.open': 'Strg oder ⌘ + O',
  'help.key.open.does': 'Eine Diagnosedatei öffnen, von der ersten Seite aus',
  'help.key.zoom': 'Strg oder ⌘ mit +, − und 0',
  'help.key.zoom.does': 'Größer, kleiner, wie vorher',
  'help.key.help': 'F1',
  'help.key.help.does': 'Diese Seite öffnen',
  'help.key.escape': 'Esc',
  'help.key.escape.does': 'Diese Seite verlassen',
  'help.links': 'Zum Weiterlesen',
} satisfies Readonly<Record<keyof typeof EN, string>>;
