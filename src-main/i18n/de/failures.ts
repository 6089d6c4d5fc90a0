import type { FAILURES as EN } from '../en/failures.ts';

export const FAILURES = {
  'failure.our-fault':
    'In dieser App ist etwas schiefgegangen. Alles, was Sie eingegeben haben, ist noch da. Versuchen Sie es noch einmal.',
  'failure.no-answer':
    'Ein Teil dieser App hat nicht geantwortet. Versuchen Sie es noch einmal; geschieht es wieder, schließen Sie die App und öffnen Sie sie neu.',
  'failure.not-understood':
    'In dieser App ist etwas schiefgegangen. Schließen Sie sie und starten Sie sie neu.',
  'failure.id.missing': 'Geben Sie die Client ID aus den API Keys von Xray ein.',
  'failure.id.too-much':
    'Das ist mehr als eine Client ID. Kopieren Sie nur die Client ID aus den API Keys von Xray.',
  'failure.secret.missing': 'Geben Sie das Client Secret aus den API Keys von Xray ein.',
  'failure.secret.too-much':
    'Das ist mehr als ein Client Secret. Kopieren Sie nur das Client Secret aus den API Keys von Xray.',
  'failure.site.missing': 'Geben Sie Ihre {product}-Site ein, zum Beispiel acme.atlassian.net.',
  'failure.site.unreadable':
    'Das sieht nicht nach einer {product}-Site aus. Fügen Sie die Adresse aus Ihrem Browser ein, zum Beispiel acme.atlassian.net.',
  'failure.site.too-long':
    'Dieser Text ist zu lang. Fügen Sie nur die Adresse Ihrer {product}-Site ein, zum Beispiel acme.atlassian.net.',
  'failure.site.several':
    'In diesem Text steht mehr als eine Site. Lassen Sie nur Ihre {product}-Site stehen.',
  'failure.site.did-you-mean': 'Meinten Sie {site}?',
  'failure.site.email':
    'Das ist eine E-Mail-Adresse. Geben Sie die Adresse Ihrer {product}-Site ein, zum Beispiel acme.atlassian.net.',
  'failure.site.government':
    'Das ist eine Site der Atlassian Government Cloud. Dort gibt es keine Datenresidenz, daher passt diese Prüfung nicht.',
  'failure.site.administration':
    'Das ist eine Seite der Atlassian-Administration, nicht Ihre Site. Öffnen Sie {product} und fügen Sie die Adresse dieser Seite ein, zum Beispiel acme.atlassian.net.',
  'failure.site.sign-in-page':
    'Das ist die Anmeldeseite von Atlassian. Melden Sie sich an, öffnen Sie {product} und fügen Sie die Adresse dieser Seite ein.',
  'failure.site.start-page':
    'Das ist die Startseite von Atlassian, die alle Sites gemeinsam haben. Öffnen Sie von dort {product} und fügen Sie die Adresse dieser Seite ein.',
  'failure.site.atlassian-page':
    'Das ist eine Seite von Atlassian selbst, nicht Ihre Site. Öffnen Sie {product} und fügen Sie die Adresse dieser Seite ein.',
  'failure.site.other-product':
    'Das ist eine Adresse von {other}, nicht von {product}. Öffnen Sie {product} und fügen Sie die Adresse dieser Seite ein.',
  'failure.site.own-domain':
    'Das sieht nach einer eigenen Domain Ihres Unternehmens aus. Die Prüfung braucht den Namen, der auf atlassian.net endet. Ein Admin findet ihn unter „Atlassian Administration > Apps > App URLs“ als „Default URL (fallback)“ der Domain.',
  'failure.slept':
    'Ihr Computer ist während der Prüfung in den Ruhezustand gegangen, deshalb konnte sie nicht beendet werden. Alles, was Sie eingegeben haben, ist noch da. Prüfen Sie noch einmal.',
  'failure.already-running': 'Es läuft schon eine Prüfung. Brechen Sie sie zuerst ab.',
  'failure.no-diagnosis': 'Es gibt noch kein Ergebnis. Prüfen Sie zuerst die Verbindung.',
  'failure.no-bundle': 'Die Datei ist nicht mehr bekannt. Bereiten Sie sie noch einmal vor.',
  'failure.not-clean':
    'Die Datei wurde nicht gespeichert: Die letzte Kontrolle konnte nicht ausschließen, dass ein Geheimnis darin steht. Nichts hat diesen Computer verlassen. Sehen Sie nach, ob ein Geheimnis in einem Feld für eine Site steht, und prüfen Sie die Verbindung dann noch einmal.',
  'failure.save.disk-full':
    'Die Diagnosedatei konnte nicht gespeichert werden: Der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.',
  'failure.save.folder-missing':
    'Die Diagnosedatei konnte nicht gespeichert werden: Den Ordner gibt es nicht. Wählen Sie einen anderen.',
  'failure.save.in-the-way':
    'Die Diagnosedatei konnte nicht gespeichert werden: Wo der Ordner sein sollte, liegt eine Datei, oder zu viele Dateien heißen schon so. Wählen Sie einen anderen Ordner.',
  'failure.save.held':
    'Die Diagnosedatei konnte nicht gespeichert werden: Ein anderes Programm hält die Datei fest, meist ein Virenscanner. Warten Sie einen Moment und speichern Sie noch einmal, oder wählen Sie einen anderen Ordner.',
  'failure.save.other':
    'Die Diagnosedatei konnte nicht gespeichert werden: Dieser Ordner nimmt keine neuen Dateien an. Wählen Sie einen anderen Ordner.',
  'failure.read': 'Die Datei konnte nicht gelesen werden: {reason}',
  'failure.read-elsewhere':
    'Diese Datei wird nicht geöffnet: Sie liegt auf einem anderen Computer oder ist ein Gerät. Kopieren Sie sie zuerst auf diesen Computer.',
  'failure.extra-ca.read': 'Die Datei, die {from} nennt, konnte nicht gelesen werden: {reason}',
  'failure.extra-ca.none':
    'Die Datei, die {from} nennt, enthält kein Zertifikat. Es muss eine PEM-Datei sein, in der ein Block mit „-----BEGIN CERTIFICATE-----“ beginnt.',
  'failure.extra-ca.too-large':
    'Die Datei, die {from} nennt, ist zu groß. Eine Datei mit Zertifikaten darf höchstens {megabytes} MB haben.',
  'failure.extra-ca.elsewhere':
    'Die Datei, die {from} nennt, wird nicht gelesen: Sie liegt auf einem anderen Computer oder ist ein Gerät. Kopieren Sie sie zuerst auf diesen Computer.',
  'failure.read-picture': 'Das Bild konnte nicht gelesen werden: {reason}',
  'failure.folder': 'Der Ordner für die Diagnosedatei ist nicht zu gebrauchen: {reason}',
  'failure.file.not-allowed': 'dieser Computer erlaubt es nicht.',
  'failure.file.read-only': 'der Datenträger ist schreibgeschützt.',
  'failure.file.full': 'der Datenträger ist voll.',
  'failure.file.gone': 'dort ist nichts zu finden.',
  'failure.file.in-the-way': 'eine Datei oder ein Ordner anderer Art ist im Weg.',
  'failure.file.held': 'ein anderes Programm hält sie fest.',
  'failure.file.name-too-long': 'der Name ist zu lang.',
  'failure.file.unknown': 'der Datenträger hat nicht geantwortet, wie er sollte.',
  'failure.file.too-large': 'die Datei ist zu groß.',
  'failure.storage.read':
    '{subject, select, settings {Die Einstellungen konnten} profile {Das Profil konnte} report {Der Bericht konnte} other {Der Fall konnte}} nicht gelesen werden: {reason}',
  'failure.storage.write':
    '{subject, select, settings {Die Einstellungen konnten} profile {Das Profil konnte} report {Der Bericht konnte} other {Der Fall konnte}} nicht gespeichert werden: {reason}',
  'failure.settings.not-kept':
    'Die Einstellungen gelten, bis Sie diese App schließen: Die Datei dafür bleibt, wie sie ist.',
  'failure.settings.unknown': 'Diese Einstellung kennt die App nicht. Es wurde nichts geändert.',
  'failure.draft':
    'Kein Mailprogramm hat den Entwurf geöffnet. Beginnen Sie selbst eine neue Mail, kopieren Sie Adresse, Betreff und Text von hier und hängen Sie die Datei an.',
  'failure.mail':
    'Es hat sich kein Mailprogramm geöffnet. Nehmen Sie den Entwurf, oder kopieren Sie Adresse, Betreff und Text von hier in eine eigene Mail.',
  'failure.mail-without-file':
    'Eine neue Mail ist offen, aber die Datei ließ sich nicht kopieren. Ziehen Sie sie in die Mail oder hängen Sie sie an.',
  'failure.share': 'Dieses System hat kein Menü zum Teilen von Dateien. Nehmen Sie einen anderen Weg.',
  'failure.copy-file':
    'Die Datei ließ sich nicht kopieren. Klicken Sie auf „Im Ordner anzeigen“ und hängen Sie sie von dort an.',
  'failure.browser':
    'Es hat sich kein Browser geöffnet. Öffnen Sie selbst einen und gehen Sie zu admin.atlassian.com; machen Sie dann einen Screenshot und fügen Sie ihn hier ein.',
  'failure.page-not-opened':
    'Es hat sich kein Browser geöffnet. Öffnen Sie selbst einen und gehen Sie zu {address}.',
  'failure.capture-declined': 'Es wurde kein Bild aufgenommen.',
  'failure.page-closed': 'Das Fenster mit Atlassian ist geschlossen. Öffnen Sie es noch einmal.',
  'failure.page-not-taken':
    'Das Bild ließ sich nicht aufnehmen. Versuchen Sie es noch einmal oder fügen Sie stattdessen einen Screenshot ein.',
  'failure.nothing-chosen':
    'Es wurde kein Fenster und kein Bildschirm ausgewählt, also auch kein Bild aufgenommen. Versuchen Sie es noch einmal oder fügen Sie stattdessen einen Screenshot ein.',
  'failure.window-gone':
    'Dieses Fenster gibt es nicht mehr. Wählen Sie noch einmal oder fügen Sie einen Screenshot ein.',
  'failure.picture.large': 'Das Bild ist größer als 30 MB. Machen Sie einen Screenshot nur von der Seite.',
  'failure.picture.pixels':
    'Das Bild hat mehr als {most} Millionen Pixel. Machen Sie einen Screenshot nur von der Seite.',
  'failure.picture.unreadable':
    'Das ist kein Bild, das sich hier lesen lässt. Speichern Sie den Screenshot als PNG und wählen Sie ihn noch einmal aus.',
  'failure.picture.damaged':
    'Das Bild ist beschädigt oder abgeschnitten. Machen Sie den Screenshot noch einmal.',
  'failure.picture.small':
    'Das Bild ist zu klein zum Lesen. Machen Sie den Screenshot noch einmal, mit der ganzen Seite darauf.',
  'failure.picture.animated':
    'Das ist ein bewegtes Bild. Machen Sie einen einfachen Screenshot und speichern Sie ihn als PNG.',
  'failure.picture.not-in-time':
    'Das Bild ließ sich nicht rechtzeitig lesen. Machen Sie einen Screenshot nur von der Seite.',
  'failure.picture.one-colour':
    'Das Bild hat nur eine Farbe, es wurde also nichts aufgenommen. Machen Sie den Screenshot noch einmal.',
  'failure.picture.heic':
    'Bilder dieser Art (HEIC) lassen sich hier nicht lesen. Speichern Sie es zuerst als PNG oder JPEG.',
  'failure.picture.undecodable':
    'Dieses Bild lässt sich nicht lesen. Speichern Sie den Screenshot als PNG und wählen Sie ihn noch einmal aus.',
  'failure.picture.form':
    'Das Bild kam in einer Form, die diese App nicht kennt. Versuchen Sie es noch einmal.',
  'failure.picture.too-many': 'Es sind schon {count} Bilder. Entfernen Sie zuerst eines.',
  'failure.picture.gone': 'Dieses Bild gibt es nicht mehr.',
  'failure.page.no-bridge':
    'Das Fenster wurde außerhalb der App geöffnet. Schließen Sie es und starten Sie die App neu.',
  'failure.page.broken':
    'In diesem Fenster ist etwas schiefgegangen. Schließen Sie die App und öffnen Sie sie wieder; es wurde nichts gesendet.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
