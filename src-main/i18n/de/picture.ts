import type { PICTURE as EN } from '../en/picture.ts';

export const PICTURE = {
  'picture.title': 'Ein Bild der Seite „Data residency“',
  'picture.lead':
    '{support} und Xray müssen die Seite „Data residency“ von Atlassian sehen, mit Jira und Xray darauf: wo beide liegen und welchen Status sie haben.',
  'picture.ways': 'Wege zum Bild',
  'picture.way.browser': 'Im Browser',
  'picture.way.screen': 'Fenster aufnehmen',
  'picture.way.page': 'Hier anmelden',
  'picture.way.nobody': 'Kein Zugang',
  'picture.browser.open': 'admin.atlassian.com öffnen',
  'picture.browser.1':
    'Öffnen Sie Atlassian in Ihrem Browser und melden Sie sich an. Sie brauchen dafür die Rechte eines Organisationsadministrators.',
  'picture.browser.2':
    'Wählen Sie Ihre Organisation und dann Security > Data residency. In neueren Ansichten heißt es Data management > Data residency.',
  'picture.browser.3':
    'Machen Sie einen Screenshot der Tabelle mit Jira und Xray. Fügen Sie ihn irgendwo auf dieser Seite ein, ziehen Sie ihn hierher oder wählen Sie die Datei aus.',
  'picture.choose': 'Datei auswählen',
  'picture.drop': 'Screenshot hier einfügen (Strg oder ⌘ und V) oder eine Bilddatei hierher ziehen',
  'picture.screen.lead':
    'Öffnen Sie die Seite „Data residency“ und wählen Sie dann ihr Fenster oder ihren Bildschirm. Dieses Fenster verschwindet dabei für einen Moment.',
  'picture.screen.refresh': 'Aktualisieren',
  'picture.screen.looking': 'Offene Fenster werden gesucht …',
  'picture.screen.none': 'Es ist kein Fenster zu sehen. Nehmen Sie einen anderen Weg.',
  'picture.screen.window': 'Fenster: {name}',
  'picture.screen.screen': 'Bildschirm: {name}',
  'picture.chooser.lead':
    'Öffnen Sie die Seite „Data residency“. Ihr System fragt dann, was Sie freigeben möchten: Wählen Sie das Fenster oder den Bildschirm mit dieser Seite. Es wird ein einziges Bild aufgenommen.',
  'picture.chooser.open': 'Fenster oder Bildschirm auswählen',
  'picture.page.lead':
    'Die Seite von Atlassian öffnet sich in einem eigenen Fenster neben diesem. Es weiß nichts von Ihrem Browser, deshalb melden Sie sich neu an. Wenn Sie es schließen, ist alles darin vergessen.',
  'picture.page.open': 'Seite von Atlassian öffnen',
  'picture.page.at': 'Zu sehen ist {host}',
  'picture.page.loading': 'Wird geladen …',
  'picture.page.back': 'Eine Seite zurück',
  'picture.page.reload': 'Neu laden',
  'picture.page.visible': 'Sichtbaren Teil aufnehmen',
  'picture.page.whole': 'Ganze Seite aufnehmen',
  'picture.page.close': 'Schließen und vergessen',
  'picture.page.asks': 'Die Anmeldung will {host} öffnen. Ist das die Anmeldung Ihrer Firma?',
  'picture.page.allow': 'Ja, öffnen',
  'picture.page.deny': 'Nein',
  'picture.page.refused':
    'Google erlaubt die Anmeldung innerhalb einer App nicht. Nehmen Sie stattdessen den Weg „Im Browser“: Er funktioniert mit jeder Anmeldung.',
  'picture.nobody.lead':
    'Nur ein Organisationsadministrator sieht die Seite. Fragen Sie, wer sich bei Ihnen um die Atlassian-Organisation kümmert. Wer Benutzer einlädt oder die Rechnung bezahlt, weiß es meistens.',
  'picture.nobody.label': 'Ein Text für diese Person',
  'picture.nobody.text':
    'Guten Tag,\n\nXray kommt aus RadBee Snapshots nicht an die Daten unserer Jira-Site. Der Support von Xray muss sehen, wo unsere Daten liegen. Könnten Sie bitte admin.atlassian.com öffnen, unsere Organisation wählen, zu Security > Data residency (oder Data management > Data residency) gehen und mir einen Screenshot schicken, auf dem Jira und Xray mit Standort und Status zu sehen sind?\n\nVielen Dank',
  'picture.nobody.copy': 'Text kopieren',
  'picture.nobody.on':
    'Sie können auch ohne Bild weitermachen. In der Diagnosedatei steht dann, dass es fehlt.',
  'picture.busy': 'Das Bild wird aufgenommen …',
  'picture.count': '{count, plural, one {# Bild} other {# Bilder}}',
  'picture.list': 'Ihre Bilder',
  'picture.nth': 'Bild {number}',
  'picture.size':
    '{width} × {height}, {count, plural, =0 {nichts verdeckt} one {# Stelle verdeckt} other {# Stellen verdeckt}}',
  'picture.cover': 'Verdecken und zuschneiden',
  'picture.remove': 'Entfernen',
  'picture.earlier': 'Nach oben',
  'picture.later': 'Nach unten',
  'picture.facts': 'Was auf der Seite steht',
  'picture.facts.help': 'Schreiben Sie es so, wie es auf der Seite steht. Sie können alles weglassen.',
  'picture.facts.read': 'Das haben wir auf der Seite gelesen. Korrigieren Sie, was nicht stimmt.',
  'picture.location': 'Standort von {product}',
  'picture.status': 'Status von {product}',
  'picture.next': 'Diagnosedatei durchsehen',
  'picture.skip': 'Ohne Bild weiter',
  'edit.title': 'Bild {number} verdecken und zuschneiden',
  'edit.lead':
    'Ziehen Sie ein Feld über alles, was Ihre Firma nicht verlassen soll: Namen, Mailadressen, andere Produkte.',
  'edit.add': 'Feld hinzufügen',
  'edit.undo': 'Rückgängig',
  'edit.redo': 'Wiederholen',
  'edit.delete': 'Feld entfernen',
  'edit.crop': 'Nur dieses Feld behalten',
  'edit.uncrop': 'Ganzes Bild behalten',
  'edit.fit': 'Einpassen',
  'edit.full': '100 %',
  'edit.caption': 'Eine Zeile zu diesem Bild, wenn Sie möchten',
  'edit.done': 'Fertig',
  'edit.box':
    'Feld {number}. Pfeiltasten verschieben es, Umschalt und Pfeiltasten ändern die Größe, Entf löscht es.',
  'edit.alt': 'Bild {number}, wie es aufgenommen wurde',
  'picture.hint.one-colour':
    'Dieses Bild ist fast ganz einfarbig, die Seite ist darauf vielleicht nicht zu sehen. Schauen Sie nach: Wenn Jira und Xray fehlen, nehmen Sie es noch einmal auf oder fügen Sie einen Screenshot ein. Sie können es trotzdem verwenden.',
  'picture.hint.other-page':
    'Das könnte eine andere Seite sein: Die Worte „Data residency“ stehen nicht darauf. Sehen Sie nach, ob auf dem Bild Jira und Xray mit ihren Standorten zu sehen sind.',
  'picture.permission.mac':
    'macOS lässt diese App den Bildschirm noch nicht sehen. Öffnen Sie Systemeinstellungen > Datenschutz & Sicherheit > Bildschirm- & Systemaudioaufnahme, schalten Sie die App dort ein und starten Sie sie neu.',
  'picture.permission.mac-before-15':
    'macOS lässt diese App den Bildschirm noch nicht sehen. Öffnen Sie Systemeinstellungen > Datenschutz & Sicherheit > Bildschirmaufnahme, schalten Sie die App dort ein und starten Sie sie neu.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
