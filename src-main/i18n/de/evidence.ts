import type { EVIDENCE as EN } from '../en/evidence.ts';

export const EVIDENCE = {
  'verify.title': 'Eine Diagnosedatei',
  'verify.reading': 'Die Datei wird gelesen …',
  'verify.state.sound':
    'Diese Datei stimmt mit ihrem eigenen Verzeichnis überein: Alles, was darin steht, ist da und unverändert. Das Verzeichnis ist nicht signiert und beweist deshalb nicht, wer die Datei erstellt hat.',
  'verify.state.tampered':
    'Diese Datei stimmt nicht mit ihrem eigenen Verzeichnis überein: Etwas fehlt, wurde verändert oder hinzugefügt.',
  'verify.state.not-a-bundle': 'Das ist keine Diagnosedatei.',
  'verify.hosts': 'Was die Server getan haben',
  'verify.verdict': 'Das Ergebnis',
  'verify.another': 'Andere Datei öffnen',
  'review.title': 'Sehen Sie die Diagnosedatei durch',
  'review.lead':
    'Das sind die Dateien, die {support} sehen wird, Zeichen für Zeichen. Nichts wird gesendet, bevor Sie es selbst per Mail schicken.',
  'review.english': 'Die Dateien sind auf Englisch, damit alle, die Ihnen helfen, sie lesen können.',
  'review.preparing': 'Die Dateien werden vorbereitet …',
  'extras.note': 'Eine Nachricht an den Support, wenn Sie möchten. Geheimnisse werden auch daraus entfernt.',
  'extras.parts': 'Mitschicken',
  'extras.part.pictures': 'Die Bilder',
  'extras.part.note': 'Ihre Nachricht',
  'extras.part.log': 'Das Protokoll dieser App',
  'extras.part.site-facts': 'Die Cloud-IDs Ihrer Sites',
  'review.files': 'Dateien',
  'review.removed':
    '{count, plural, =0 {Es musste kein Geheimnis entfernt werden.} one {# Geheimnis oder privates Detail wurde entfernt.} other {# Geheimnisse und private Details wurden entfernt.}}',
  'review.fileRemoved': '{count, plural, =0 {nichts entfernt} one {# entfernt} other {# entfernt}}',
  'review.missing': 'Wonach der Support noch fragen könnte',
  'review.bundle': '{name}, {size}',
  'review.content': 'Inhalt von {path}',
  'review.picture': 'Bild {path}',
  'review.noPicture': 'Dieses Bild wird nicht angezeigt: Es hat zu viele Pixel oder ist kein PNG.',
  'review.shown': '{percent} % dieser Datei werden angezeigt.',
  'review.more': 'Mehr anzeigen',
  'review.save': 'In Downloads speichern',
  'review.choose': 'Woanders speichern …',
  'review.saving': 'Wird gespeichert …',
  'review.again': 'Noch einmal versuchen',
  'review.sent': 'Weiter zum Senden',
  'send.title': 'Schicken Sie die Datei an {support}',
  'send.network':
    'Zeigen Sie diese Datei zuerst Ihrem Netzwerkteam: Darin steht, was gefragt wurde und was zurückkam. Findet es nichts, schicken Sie sie an {support}.',
  'send.saved': 'Gespeichert in {folder}',
  'send.surest': 'Der sicherste Weg',
  'send.ways': 'Andere Wege',
  'send.hand': 'Selbst anhängen',
  'send.mail': 'Datei kopieren und neue Mail öffnen',
  'send.mailHelp':
    'Eine neue Mail mit Adresse, Betreff und Text öffnet sich, und die Datei ist kopiert: Fügen Sie sie in die Mail ein und klicken Sie auf Senden. Die Schaltfläche ist unten in diesem Fenster.',
  'send.dragHelp':
    'Ziehen Sie die Karte oben in eine Mail, kopieren Sie die Datei und fügen Sie sie ein, oder hängen Sie sie aus dem Ordner an.',
  'send.file': 'Datei kopieren',
  'send.share': 'Teilen …',
  'send.shareHelp': 'Öffnet das Menü des Systems mit Mail und anderen Programmen.',
  'send.draft': 'Als fertigen Entwurf öffnen',
  'send.draftHelp':
    'Ihr Mailprogramm öffnet {name} mit der Datei im Anhang. Sie klicken nur noch auf Senden. Geht am besten mit Thunderbird und dem klassischen Outlook.',
  'send.folder': 'Im Ordner anzeigen',
  'send.copy': 'Die Mail, wie sie ankommt',
  'send.copyHelp': 'Wenn Sie sie selbst schreiben, kopieren Sie jeden Teil von hier.',
  'send.to': 'An',
  'send.subject': 'Betreff',
  'send.body': 'Text',
  'send.copyAddress': 'Adresse kopieren',
  'send.copySubject': 'Betreff kopieren',
  'send.copyBody': 'Text kopieren',
  'send.english': 'Die Mail ist auf Englisch, damit alle, die Ihnen helfen, sie lesen können.',
  'send.finish': 'Beenden und Schlüssel vergessen',
  'send.leaving': 'Wird beendet …',
  'deed.done.mail':
    'Die Datei ist kopiert, und eine neue Mail sollte offen sein. Klicken Sie in ihren Text und fügen Sie ein (Strg oder ⌘ und V). Keine Mail zu sehen? Öffnen Sie den Entwurf oder kopieren Sie die Texte unten. Beim Einfügen kommt keine Datei? Ziehen Sie sie hinein.',
  'deed.done.share':
    'Das Menü ist offen. Wählen Sie darin Ihr Mailprogramm. Fehlt es, nehmen Sie einen anderen Weg.',
  'deed.done.draft':
    'Der Entwurf ist an Ihr Mailprogramm übergeben. Sehen Sie nach, ob die Datei angehängt ist, und senden Sie ihn. Ein anderes Programm hat sich geöffnet oder keines? Nehmen Sie den sichersten Weg oder ziehen Sie die Datei in eine Mail.',
  'deed.done.file':
    'Die Datei ist kopiert. Fügen Sie sie in eine Mail ein, die Sie gerade schreiben (Strg oder ⌘ und V). Nimmt die Mail nur Text an, ziehen Sie die Datei hinein oder hängen Sie sie an.',
  'deed.done.folder':
    'Der Ordner ist offen und die Datei ausgewählt. Ziehen Sie sie in eine neue Mail. Kein Ordner zu sehen? Suchen Sie {name} in {folder}.',
  'deed.done.drag':
    'Lassen Sie die Datei auf einer Mail los, die Sie gerade schreiben. Nimmt die Mail sie nicht an, hängen Sie sie aus dem Ordner an.',
  'deed.done.address': 'Die Adresse ist kopiert.',
  'deed.done.subject': 'Der Betreff ist kopiert.',
  'deed.done.body': 'Der Text ist kopiert.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
