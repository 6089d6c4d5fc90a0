import type { CONNECTION as EN } from '../en/connection.ts';

export const CONNECTION = {
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
  'hint.id-looks-like-secret':
    'Das sieht nach einem Client Secret aus. Vielleicht sind die beiden Werte vertauscht.',
  'hint.secret-looks-like-id':
    'Das sieht nach einer Client ID aus. Vielleicht sind die beiden Werte vertauscht.',
  'hint.id-unusual':
    'Eine Client ID hat meist 32 Zeichen, 0 bis 9 und A bis F. Sie können es trotzdem mit dieser versuchen.',
  'hint.secret-unusual':
    'Ein Client Secret hat meist 64 Zeichen, 0 bis 9 und a bis f. Sie können es trotzdem mit diesem versuchen.',
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
  'plan.purpose.atlassian-status': 'Nachsehen, ob Atlassian gerade eine Störung hat',
  'plan.carries.keys': 'Client ID und Client Secret',
  'plan.carries.token': 'Das Token, das dieser Server ausgestellt hat',
  'plan.carries.nothing': 'Nichts',
  'plan.remark.again':
    'Eine Anfrage ohne Antwort wird einmal wiederholt und dann noch einmal über das Netz des eingebauten Browsers versucht.',
  'plan.remark.further': 'Nennt Xray weitere eigene Server, gehen die beiden Anfragen auch dorthin.',
  'plan.remark.safe': 'Keine Anfrage folgt einer Weiterleitung, und keine schreibt etwas.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
