import type { CONNECTION as EN } from '../en/connection.ts';

export const CONNECTION = {
  'field.full': 'Das sind die höchstens {most, number} Zeichen. Was darüber hinausgeht, wird abgeschnitten.',
  'welcome.title': 'Finden Sie heraus, warum Snapshots Xray nicht erreicht',
  'welcome.lead':
    'Snapshots meldet, Ihre Xray-Schlüssel seien falsch, und Sie sind sicher, dass sie stimmen? Eine kurze Prüfung findet die Ursache und sagt Ihnen, wer sie beheben kann.',
  'welcome.privacy':
    'Nichts geht von selbst an {support}. Ihre Schlüssel gehen nur an Xray und werden vergessen, sobald Sie fertig sind.',
  'connection.title': 'Ihre Verbindung',
  'connection.lead': 'Geben Sie dieselben Werte ein wie in Snapshots.',
  'connection.keys': 'Xray-Schlüssel',
  'connection.keysHelp': 'Sie können beide Werte auf einmal in eines der Felder einfügen.',
  'connection.sites': 'Sites',
  'connection.clientId': 'Client ID',
  'connection.clientSecret': 'Client Secret',
  'connection.jiraSite': 'Jira-Site',
  'connection.confluenceSite': 'Confluence-Site',
  'connection.example': 'Zum Beispiel acme.atlassian.net',
  'connection.secretHeld': 'Noch von vorhin. Zum Ersetzen tippen.',
  'connection.show': 'Anzeigen',
  'connection.hide': 'Ausblenden',
  'connection.showLabel': 'Client Secret anzeigen',
  'connection.understood': 'Erkannt als {site}',
  'connection.proposed':
    'Von der Jira-Site übernommen: {site}. Ändern Sie es, wenn Confluence woanders liegt.',
  'connection.check': 'Verbindung prüfen',
  'connection.result': 'Zurück zum Ergebnis',
  'connection.useSite': '{site} verwenden',
  'paste.pair': 'Beide Schlüssel sind eingetragen.',
  'paste.secret-moved':
    'Das war ein Geheimnis und steht jetzt im Feld „Client Secret“. Hierher gehört die Client ID.',
  'paste.secret-removed':
    'Das war ein Geheimnis und wurde aus diesem Feld entfernt. Im Feld „Client Secret“ steht schon ein Wert; er wurde behalten.',
  'paste.id-moved': 'Das war die Client ID; sie steht jetzt im Feld „Client ID“.',
  'paste.several':
    'Dieser Text enthält mehr als einen Schlüssel. Fügen Sie Client ID und Client Secret einzeln ein.',
  'paste.placeholder':
    'In diesem Text steht ein Platzhalter statt des Schlüssels. Kopieren Sie den Schlüssel selbst aus den API Keys von Xray.',
  'paste.too-long': 'Dieser Text ist zu lang. Fügen Sie nur Client ID und Client Secret ein.',
  'hint.id-looks-like-secret':
    'Das sieht nach einem Client Secret aus. Vielleicht sind die beiden Werte vertauscht.',
  'hint.secret-looks-like-id':
    'Das sieht nach einer Client ID aus. Vielleicht sind die beiden Werte vertauscht.',
  'hint.id-length':
    'Das sind {count} {count, plural, one {Zeichen} other {Zeichen}}; eine Client ID von Xray hat 32. Kopieren Sie sie noch einmal, oder prüfen Sie mit dieser.',
  'hint.secret-length':
    'Das sind {count} {count, plural, one {Zeichen} other {Zeichen}}; ein Client Secret von Xray hat 64. Kopieren Sie es noch einmal, oder prüfen Sie mit diesem.',
  'hint.id-unusual': 'Eine Client ID hat meist 32 Zeichen, 0 bis 9 und A bis F. Sie können trotzdem prüfen.',
  'hint.secret-unusual':
    'Ein Client Secret hat meist 64 Zeichen, 0 bis 9 und a bis f. Sie können trotzdem prüfen.',
  'hint.atlassian-token':
    'Das sieht nach einem API-Token von Atlassian aus, nicht nach einem Xray-Schlüssel. Die Schlüssel stehen in Xray unter API Keys. Sie können trotzdem prüfen.',
  'hint.jwt':
    'Das sieht nach einem Anmelde-Token aus, nicht nach einem Schlüssel. Kopieren Sie den Schlüssel aus den API Keys von Xray. Sie können trotzdem prüfen.',
  'hint.bearer':
    'Das sieht nach einem Authorization-Header aus, nicht nach einem Schlüssel. Kopieren Sie den Schlüssel aus den API Keys von Xray. Sie können trotzdem prüfen.',
  'hint.masked':
    'Das sind verdeckte Zeichen, nicht der Schlüssel selbst. Xray zeigt ein Client Secret nur einmal; erstellen Sie einen neuen Schlüssel, wenn Sie es nicht gespeichert haben. Sie können trotzdem prüfen.',
  'hint.uuid':
    'Das sieht nach einer UUID aus, nicht nach einem Xray-Schlüssel. Kopieren Sie den Schlüssel aus den API Keys von Xray. Sie können trotzdem prüfen.',
  'hint.url':
    'Das sieht nach einer Webadresse aus, nicht nach einem Xray-Schlüssel. Sie können trotzdem prüfen.',
  'hint.email':
    'Das sieht nach einer E-Mail-Adresse aus, nicht nach einem Xray-Schlüssel. Sie können trotzdem prüfen.',
  'hint.other-service':
    'Das sieht nach dem Schlüssel eines anderen Dienstes aus, nicht nach einem von Xray. Sie können trotzdem prüfen.',
  'hint.placeholder':
    'Das sieht nach einem Platzhalter aus, nicht nach dem Schlüssel selbst. Kopieren Sie den Schlüssel aus den API Keys von Xray. Sie können trotzdem prüfen.',
  'plan.title': 'Was passiert dabei?',
  'plan.lead':
    'Wenn Sie auf „Verbindung prüfen“ klicken, werden diese Anfragen gestellt, alle verschlüsselt:',
  'plan.request': 'Anfrage',
  'plan.purpose': 'Wozu',
  'plan.carries': 'Was mitgeschickt wird',
  'plan.address': '{method} {url}',
  'plan.purpose.authenticate': 'Anmelden',
  'plan.purpose.data-call': 'Einmal Daten abfragen',
  'plan.purpose.further-hosts': 'Fragen, ob Xray weitere Server hat',
  'plan.purpose.site': 'Nachsehen, ob es die Site gibt',
  'plan.purpose.xray-status': 'Nachsehen, ob Xray gerade eine Störung hat',
  'plan.purpose.atlassian-status': 'Nachsehen, ob Atlassian gerade eine Störung hat',
  'plan.carries.keys': 'Client ID und Client Secret',
  'plan.carries.token': 'Das Token, das dieser Server ausgestellt hat',
  'plan.carries.nothing': 'Nichts',
  'plan.remark.again':
    'Eine Anfrage ohne Antwort wird einmal wiederholt und dann noch einmal über das Netz des eingebauten Browsers versucht.',
  'plan.remark.further': 'Nennt Xray weitere eigene Server, gehen die beiden Anfragen auch dorthin.',
  'plan.remark.safe': 'Keine Anfrage folgt einer Weiterleitung, und keine schreibt etwas.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
