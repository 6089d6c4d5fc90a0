import type { STEPS as EN } from '../en/steps.ts';

const CONNECTION_PAGE = 'Settings (Einstellungen) > Apps > Snapshots Configuration > Xray connection';

export const STEPS = {
  'step.check-again': 'Prüfen Sie dann noch einmal.',
  'step.send-evidence': 'Speichern Sie die Diagnosedatei und schicken Sie sie an {supportMail}.',
  'step.another-network': 'Oder versuchen Sie es aus einem anderen Netz, zum Beispiel zu Hause.',
  'step.try-another-network':
    'Prüfen Sie noch einmal aus einem anderen Netz, zum Beispiel zu Hause oder über den Hotspot Ihres Handys.',
  'step.residency.correction':
    '{support} bittet Xray, die Region zu korrigieren. Xray tut das in der Regel innerhalb weniger Werktage.',
  'step.residency.fresh-keys': `Sobald {support} sagt, dass es erledigt ist, geben Sie in Confluence unter ${CONNECTION_PAGE} neue Schlüssel ein und klicken auf Submit. Dann sollte dort „Connection is open“ stehen.`,
  'step.residency.test-snapshot':
    'Machen Sie einen Test-Snapshot mit Xray-Daten: eine Ebene mit issuetype = Test und einem Xray-Feld.',
  'step.migrating.wait':
    'Warten Sie, bis die Seite „Data residency“ von Atlassian den Umzug als abgeschlossen zeigt, für Jira und für Xray.',
  'step.migrating.enter-again': `Geben Sie dann Client ID und Client Secret in Confluence unter ${CONNECTION_PAGE} noch einmal ein und klicken Sie auf Submit.`,
  'step.migrating.else':
    'Steht dort immer noch nicht „Connection is open“, prüfen Sie hier noch einmal, speichern Sie die Diagnosedatei und schicken Sie sie an {supportMail}.',
  'step.cancelled.again':
    'Prüfen Sie noch einmal, wenn Sie so weit sind. Alles, was Sie eingegeben haben, ist noch da.',
  'step.proxy.let-through':
    'Bitten Sie Ihr Netzwerkteam, diesen Computer ohne Anmeldung über den Proxy zu *.getxray.app zu lassen.',
  'step.tls.show':
    'Speichern Sie die Diagnosedatei und zeigen Sie sie Ihrem Netzwerkteam: Sie nennt das Zertifikat.',
  'step.tls.leave-out':
    'Bitten Sie das Team, *.getxray.app von der Überprüfung auszunehmen oder sein Zertifikat auf diesem Computer zu installieren.',
  'step.tls.extra-ca':
    'Geht das nicht, lassen Sie sich das Zertifikat als PEM-Datei geben und starten Sie diese App mit --extra-ca DATEI, oder setzen Sie XRAY_DOCTOR_EXTRA_CA auf diese Datei.',
  'step.network.online': 'Sehen Sie nach, ob dieser Computer online ist, und prüfen Sie noch einmal.',
  'step.network.allow':
    'Hilft das nicht, zeigen Sie die Diagnosedatei Ihrem Netzwerkteam und bitten Sie es, Verbindungen zu *.getxray.app auf Port 443 zu erlauben.',
  'step.intercepted.guest':
    'Sind Sie in einem Gastnetz, öffnen Sie irgendeine Webseite, melden Sie sich dort an und prüfen Sie noch einmal.',
  'step.intercepted.show':
    'Hilft das nicht, zeigen Sie die Diagnosedatei Ihrem Netzwerkteam und bitten Sie es, *.getxray.app unverändert durchzulassen.',
  'step.rate-limited.wait': 'Warten Sie so lange wie angegeben, sonst ein paar Minuten.',
  'step.licence.look':
    'Sehen Sie in Jira unter Settings (Einstellungen) > Apps > Manage apps nach, ob Xray auf genau dieser Site installiert und lizenziert ist.',
  'step.licence.write': 'Sieht die Lizenz dort richtig aus, schreiben Sie an den Support von Xray.',
  'step.credentials.new-key':
    'Öffnen Sie in Jira Settings (Einstellungen) > Apps > Manage apps > Xray > API Keys und legen Sie einen neuen Schlüssel an. Ein Client Secret lässt sich kein zweites Mal anzeigen.',
  'step.credentials.copy': 'Kopieren Sie beide Werte vollständig und prüfen Sie hier noch einmal.',
  'step.credentials.enter': `Wenn diese Prüfung sie annimmt, geben Sie sie in Confluence unter ${CONNECTION_PAGE} ein.`,
  'step.unavailable.wait': 'Warten Sie eine Stunde und prüfen Sie dann noch einmal.',
  'step.unavailable.mail':
    'Hält es einen Tag lang an, speichern Sie die Diagnosedatei und schicken Sie sie an {supportMail}.',
  'step.healthy.enter': `Geben Sie dieselben Schlüssel in Confluence unter ${CONNECTION_PAGE} ein und klicken Sie auf Submit. Dann sollte dort „Connection is open“ stehen.`,
  'step.healthy.mail':
    'Steht es dort nicht, speichern Sie die Diagnosedatei und schicken Sie sie mit der Meldung von Snapshots an {supportMail}.',
  'step.unclear.reads': '{support} liest, was zurückkam, und sagt Ihnen, wer etwas tun muss.',
  'step.network-before.show':
    'Zeigen Sie die gespeicherte Datei Ihrem Netzwerkteam und fragen Sie, ob diese Antwort von dort kommt.',
  'step.network-before.mail': 'Wenn nicht, schicken Sie die Datei an {supportMail}.',
  'step.allowlist.look':
    'Tragen Sie in der Atlassian-Administration unter Security > IP allowlists die Adressen von Xray ein (sie stehen in der Dokumentation von Xray).',
  'step.permission.grant':
    'Sehen Sie in Jira nach, ob der Benutzer, der die Schlüssel angelegt hat, die Projekte sehen darf, die Snapshots liest.',
  'step.account.look':
    'Sehen Sie in Jira nach, ob der Benutzer, der die Schlüssel angelegt hat, aktiv ist, und legen Sie dann als aktiver Benutzer neue Schlüssel an.',
  'step.not-installed.look':
    'Sehen Sie in Jira unter Settings (Einstellungen) > Apps > Manage apps nach: Xray muss auf genau dieser Site installiert sein, und die Schlüssel müssen von dort stammen.',
  'step.atlassian.read':
    'Lesen Sie, was zurückkam. Nennt es ein Problem mit Ihrer Jira-Site, beheben Sie das zuerst.',
  'step.else-mail': 'Hilft das nicht, speichern Sie die Diagnosedatei und schicken Sie sie an {supportMail}.',
  'step.socks.ask':
    'Bitten Sie Ihr Netzwerkteam um einen HTTP-Proxy, den dieser Computer benutzen kann, oder um direkten Zugang zu *.getxray.app.',
  'step.proxy-settings.ask':
    'Fragen Sie Ihr Netzwerkteam, welchen Proxy dieser Computer benutzen soll und ob dessen Einrichtungsskript antwortet.',
  'step.clock.look':
    'Sehen Sie nach, ob Datum und Uhrzeit dieses Computers stimmen, und stellen Sie sie sonst richtig.',
  'step.clock.show':
    'Stimmen sie, speichern Sie die Diagnosedatei und zeigen Sie sie Ihrem Netzwerkteam: Sie nennt das Zertifikat.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
