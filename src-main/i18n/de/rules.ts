import type { RULES as EN } from '../en/rules.ts';

const HOST = 'xray.cloud.getxray.app';
const SNAPSHOTS_ELSEWHERE =
  'Snapshots ruft Xray von eigenen Servern aus auf. Was diese Prüfung aufhält, muss also nicht das sein, was Snapshots aufhält.';
const KEYS_ARE_SAFE = `Ihre Schlüssel wurden nicht gesendet, und ob sie stimmen, ist damit noch nicht gesagt. ${SNAPSHOTS_ELSEWHERE}`;
const NEVER_GOT_THERE = `Die Anfrage kam nie bei Xray an. Über Ihre Schlüssel oder die Region Ihrer Daten sagt das nichts. ${SNAPSHOTS_ELSEWHERE}`;
const KEYS_ARE_RIGHT = 'Xray hat Ihre Schlüssel angenommen, sie stimmen also.';
const NOTHING_LEARNED = `Über Ihre Schlüssel oder die Region Ihrer Daten sagt das nichts. ${SNAPSHOTS_ELSEWHERE}`;
const SOMETHING = '{hasMaker, select, yes {{maker}} other {Etwas in Ihrem Netzwerk}}';
const AFTER_SIGN_IN =
  '{call, select, data {Kurz davor hat Xray Ihre Schlüssel angenommen, sie stimmen also.} other {Ob Ihre Schlüssel stimmen, ist damit nicht gesagt.}}';
const THE_CALL = '{call, select, data {die Datenabfrage} other {die Anmeldung}}';
const THE_CALL_FIRST = '{call, select, data {Die Datenabfrage} other {Die Anmeldung}}';
const BY_ISSUER = '{hasIssuer, select, yes {, ausgestellt von „{issuer}“,} other {}}';
const WITH_STATUS = '{hasStatus, select, yes { (Status {status})} other {}}';

export const RULES = {
  'rule.cancelled.by-person': 'Sie haben die Prüfung abgebrochen.',
  'meaning.cancelled.by-person':
    'Es wurde nichts entschieden. Was bis dahin gefunden wurde, bleibt erhalten.',
  'rule.proxy-sign-in.407':
    'Der Proxy Ihrer Firma{hasProxy, select, yes { ({proxy})} other {}} verlangt eine Anmeldung, bevor er diesen Computer zu Xray lässt{hasSchemes, select, yes { (mit {schemes})} other {}}.',
  'meaning.proxy-sign-in.407': NEVER_GOT_THERE,
  'rule.tls-untrusted.expired': `Das Zertifikat für ${HOST}${BY_ISSUER} gilt heute nicht.`,
  'meaning.tls-untrusted.expired': `Entweder ist das Zertifikat abgelaufen, oder die Uhr dieses Computers geht falsch. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.wrong-host': `Nicht Xray hat geantwortet, sondern etwas anderes: Das Zertifikat${BY_ISSUER} gehört zu einer anderen Adresse.`,
  'meaning.tls-untrusted.wrong-host': `Meist steckt ein Filter oder eine Anmeldeseite in Ihrem Netzwerk dahinter. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.inspected':
    '{hasMaker, select, yes {{maker}} other {Ein Sicherheitsprodukt}} öffnet die sichere Verbindung zu Xray, und dieser Computer vertraut dem Zertifikat nicht.',
  'meaning.tls-untrusted.inspected': `Ihr Netzwerk sieht in sichere Verbindungen hinein{hasIssuer, select, yes {, unter dem Namen „{issuer}“} other {}}. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.unknown-issuer': `Dem Zertifikat für ${HOST}${BY_ISSUER} vertraut dieser Computer nicht.`,
  'meaning.tls-untrusted.unknown-issuer': `Das kommt vor, wenn ein Firmennetz in sichere Verbindungen hineinsieht. ${KEYS_ARE_SAFE}`,
  'rule.network.dns': `Dieser Computer konnte die Adresse {hasProxy, select, yes {Ihres Proxys {proxy}} other {von ${HOST}}} nicht finden.`,
  'meaning.network.dns': `Entweder gibt es gerade keine Internetverbindung, oder Ihr Netzwerk kennt den Namen nicht. ${KEYS_ARE_SAFE}`,
  'rule.network.connect': `Es kam keine Verbindung zu {hasProxy, select, yes {Ihrem Proxy {proxy}} other {${HOST}}} zustande.`,
  'meaning.network.connect': `Meist steckt eine Firewall dahinter. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy-settings': 'Die Proxy-Einstellungen dieses Computers ließen sich nicht lesen.',
  'meaning.network.proxy-settings': `Die Adresse des Proxys ist unverständlich, oder das Skript, das ihn nennt, hat nicht rechtzeitig geantwortet. ${KEYS_ARE_SAFE}`,
  'rule.network.socks':
    'Ihre Proxy-Einstellungen nennen einen SOCKS-Proxy, den diese Prüfung nicht benutzen kann.',
  'meaning.network.socks': `Die Prüfung hat Ihren Proxy nicht umgangen. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy': `Ihr Proxy{hasProxy, select, yes { {proxy}} other {}} hat die Verbindung zu ${HOST} nicht durchgelassen.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `Die sichere Verbindung zu ${HOST} brach ab, während sie aufgebaut wurde.`,
  'meaning.network.tls': `Meist lässt eine Firewall oder ein Filter sichere Verbindungen nicht durch. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `Die Verbindung zu ${HOST} stand, aber ${THE_CALL} blieb ohne Antwort.`,
  'meaning.network.no-answer': `Die Verbindung wurde geschlossen, oder es kam nicht rechtzeitig etwas an. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.cut-off': `Die Antwort auf ${THE_CALL} brach vor ihrem Ende ab.`,
  'meaning.network.cut-off': `Was ankam, reicht nicht für ein Urteil. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.deadline': 'Die Prüfung dauerte zu lange und wurde beendet.',
  'meaning.network.deadline': `${THE_CALL_FIRST} war nicht fertig, als die Zeit abgelaufen war. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `${SOMETHING} hat ${THE_CALL} anstelle von Xray mit einer eigenen Webseite beantwortet.`,
  'meaning.intercepted.web-page': `Meist steckt ein Webfilter oder die Anmeldeseite eines Gastnetzes dahinter. ${NOTHING_LEARNED}`,
  'rule.intercepted.redirect': `${THE_CALL_FIRST} wurde nicht beantwortet, sondern {hasTarget, select, yes {zu {target}} other {an eine andere Adresse}} weitergeleitet.`,
  'meaning.intercepted.redirect': `Xray tut das nicht. Es war etwas zwischen diesem Computer und Xray. Wir sind nicht gefolgt, es ging also nichts von Ihnen dorthin. ${NOTHING_LEARNED}`,
  'rule.intercepted.answer': `${SOMETHING} hat ${THE_CALL} anstelle von Xray beantwortet.`,
  'meaning.intercepted.answer': `Die Antwort sieht nach einem Proxy oder Webfilter aus. ${NOTHING_LEARNED}`,
  'rule.intercepted.guest-network':
    'Ihr Netzwerk verlangt, dass Sie sich erst bei ihm anmelden, bevor es {call, select, data {die Datenabfrage an Xray} other {die Anmeldung bei Xray}} durchlässt.',
  'meaning.intercepted.guest-network': `Gastnetze tun das, zum Beispiel in Hotels und an Flughäfen. ${NOTHING_LEARNED}`,
  'rule.intercepted.proxy-guest':
    'Ihr Proxy{hasProxy, select, yes { {proxy}} other {}} verlangt, dass Sie sich auf seiner Seite anmelden, bevor er diesen Computer zu Xray lässt.',
  'meaning.intercepted.proxy-guest': NEVER_GOT_THERE,
  'rule.rate-limited.429':
    'Xray bittet darum{unit, select, seconds {, {count, plural, one {# Sekunde} other {# Sekunden}}} minutes {, {count, plural, one {# Minute} other {# Minuten}}} hours {, {count, plural, one {# Stunde} other {# Stunden}}} other {}} zu warten: Es gab zu viele Anfragen für Ihre Site.',
  'meaning.rate-limited.429': 'Das geht von selbst vorbei. Über die Region Ihrer Daten sagt es nichts.',
  'rule.rate-limited.words':
    'Xray sagt, es gab zu viele Anfragen für Ihre Site{unit, select, seconds {, und bittet darum, {count, plural, one {# Sekunde} other {# Sekunden}} zu warten} minutes {, und bittet darum, {count, plural, one {# Minute} other {# Minuten}} zu warten} hours {, und bittet darum, {count, plural, one {# Stunde} other {# Stunden}} zu warten} other {}}.',
  'meaning.rate-limited.words': 'Das geht von selbst vorbei. Über die Region Ihrer Daten sagt es nichts.',
  'rule.licence.text': 'Xray sagt, mit der Xray-Lizenz Ihrer Jira-Site stimmt etwas nicht.',
  'meaning.licence.text':
    'Solange die Lizenz nicht gültig ist, beantwortet Xray keine Anfrage, ganz gleich mit welchen Schlüsseln.',
  'rule.licence.payment': 'Xray hat geantwortet, dass eine Zahlung nötig ist.',
  'meaning.licence.payment':
    'Das deutet auf die Xray-Lizenz Ihrer Jira-Site hin, nicht auf Ihre Schlüssel oder die Region Ihrer Daten.',
  'rule.credentials-rejected.invalid': 'Xray kennt diese Client ID und dieses Client Secret nicht.',
  'meaning.credentials-rejected.invalid':
    'Schon die Anmeldung wurde abgelehnt. Mit der Region Ihrer Daten hat das nichts zu tun.',
  'rule.credentials-rejected.refused': `Xray hat die Anmeldung abgelehnt${WITH_STATUS} und einen Grund genannt.`,
  'meaning.credentials-rejected.refused':
    'Der Grund betrifft den Schlüssel oder den Benutzer, der ihn angelegt hat. Mit der Region Ihrer Daten hat das nichts zu tun.',
  'rule.residency.region-text': 'Xray sagt, Ihre Daten seien in einer anderen Region.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT}{split, select, yes { Einige regionale Server von Xray lehnen sie ab (siehe unten).} other { Neue Schlüssel helfen nicht.}} Bei Xray ist für Ihre Site die falsche Region eingetragen, und Xray muss das korrigieren.`,
  'rule.residency-suspected.migration': 'Xray sagt, Ihre Daten ziehen gerade um.',
  'meaning.residency-suspected.migration':
    '{call, select, data {Xray hat Ihre Schlüssel angenommen, sie stimmen also. } other {}}Während eines Umzugs kann Xray Ihre Daten nicht liefern. Warten Sie, bis er abgeschlossen ist, bevor Sie irgendetwas anderes tun.',
  'rule.residency-suspected.region-words':
    'Xray nimmt Ihre Schlüssel an, spricht in seiner Antwort aber von einer Region.',
  'meaning.residency-suspected.region-words':
    'Es ist nicht genau der Wortlaut, der von diesem Fehler bekannt ist. Die falsche Region ist also wahrscheinlich, aber nicht bewiesen.',
  'rule.residency-suspected.cloudfront-lambda':
    'Ihre Schlüssel stimmen, aber Xray kommt nicht an Ihre Daten. Das deutet auf die Region Ihrer Daten hin.',
  'meaning.residency-suspected.cloudfront-lambda':
    'Diese Fehlerseite kam früher schon, wenn Xray eine Site in der falschen Region suchte. Sie kann andere Ursachen haben, ist also ein starker Hinweis und kein Beweis.',
  'rule.residency-suspected.refused-but-region-works':
    'Xray nimmt Ihre Schlüssel an, aber nur {count, plural, one {der Server {regions} antwortet} other {die Server {regions} antworten}} ohne Fehler.',
  'meaning.residency-suspected.refused-but-region-works':
    'Der globale Server, den Snapshots benutzt, verweigert die Daten. Weil ein regionaler Server funktioniert, ist bei Xray für Ihre Site wahrscheinlich die falsche Region eingetragen.',
  'rule.residency-suspected.failed-but-region-works':
    'Xray nimmt Ihre Schlüssel an, aber nur {count, plural, one {der Server {regions} antwortet} other {die Server {regions} antworten}} ohne Fehler.',
  'meaning.residency-suspected.failed-but-region-works':
    'Der globale Server, den Snapshots benutzt, scheitert an der Datenabfrage. Weil ein regionaler Server funktioniert, ist bei Xray für Ihre Site wahrscheinlich die falsche Region eingetragen.',
  'rule.residency-suspected.refused-without-known-text': `Xray nimmt Ihre Schlüssel an, gibt Ihre Daten dann aber nicht heraus${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    '{hasWords, select, yes {Die Worte nennen keinen Grund.} other {Xray nennt keinen Grund.}} Wenn die Anmeldung klappt und die Datenabfrage nicht, liegt es meist an der falschen Region; bewiesen ist das aber nicht.',
  'rule.residency-suspected.keys-known-elsewhere':
    'Der globale Server von Xray kennt Ihre Schlüssel nicht, {count, plural, one {der Server {regions} kennt} other {die Server {regions} kennen}} sie aber.',
  'meaning.residency-suspected.keys-known-elsewhere':
    'Snapshots benutzt den globalen Server. Weil Ihre Schlüssel woanders bekannt sind, ist wahrscheinlich die falsche Region eingetragen.',
  'rule.residency-suspected.sign-in-region-text':
    'Xray spricht schon bei der Anmeldung von einer anderen Region.',
  'meaning.residency-suspected.sign-in-region-text':
    'Sonst sagt es das erst bei den Daten. Die falsche Region ist wahrscheinlich, aber Ihre Schlüssel ließen sich nicht prüfen.',
  'rule.residency-suspected.sign-in-lambda-but-region-works':
    'Der globale Server von Xray antwortet mit einer Fehlerseite, {count, plural, one {der Server {regions} funktioniert} other {die Server {regions} funktionieren}} aber.',
  'meaning.residency-suspected.sign-in-lambda-but-region-works':
    'Diese Fehlerseite kam früher schon, wenn Xray eine Site in der falschen Region suchte. Sie kann andere Ursachen haben.',
  'rule.xray-unavailable.cloudfront': `Das Netzwerk von Xray antwortet mit einer Fehlerseite${WITH_STATUS}.`,
  'meaning.xray-unavailable.cloudfront':
    'Xray selbst wurde nicht erreicht. Das geht meist von selbst vorbei.',
  'rule.xray-unavailable.sign-in': `Xray hatte bei der Anmeldung einen eigenen Fehler${WITH_STATUS}.`,
  'meaning.xray-unavailable.sign-in':
    'Das geht meist von selbst vorbei. Über Ihre Schlüssel oder die Region Ihrer Daten sagt es nichts.',
  'rule.xray-unavailable.data': `Ihre Schlüssel stimmen, aber Xray hatte bei der Datenabfrage einen eigenen Fehler${WITH_STATUS}.`,
  'meaning.xray-unavailable.data':
    'Das geht meist von selbst vorbei. Über die Region Ihrer Daten sagt es nichts.',
  'rule.healthy.zip': 'Die Verbindung zu Xray funktioniert.',
  'meaning.healthy.zip':
    'Xray hat Ihre Schlüssel angenommen und mit einer Datei geantwortet: kein Regionsfehler. Was Snapshots meldet, hat eine andere Ursache als die Region.',
  'rule.healthy.feature': 'Die Verbindung zu Xray funktioniert.',
  'meaning.healthy.feature':
    'Xray hat Ihre Schlüssel angenommen und mit einer Testdatei geantwortet: kein Regionsfehler. Was Snapshots meldet, hat eine andere Ursache als die Region.',
  'rule.healthy.empty': 'Die Verbindung zu Xray funktioniert.',
  'meaning.healthy.empty':
    'Xray hat Ihre Schlüssel angenommen und eine leere Antwort geschickt, weil es keine Tests zu liefern gab: kein Regionsfehler. Was Snapshots meldet, hat eine andere Ursache als die Region.',
  'rule.healthy.xray-error': 'Die Verbindung zu Xray funktioniert.',
  'meaning.healthy.xray-error':
    'Xray hat Ihre Schlüssel angenommen und nach den Beispielvorgängen dieser Prüfung gesucht, die es auf Ihrer Site nicht geben muss: kein Regionsfehler. Was Snapshots meldet, hat eine andere Ursache als die Region.',
  'rule.unclear.request-syntax': 'Xray hat die Anmeldung nicht verstanden.',
  'meaning.unclear.request-syntax':
    'Das sagt Xray, wenn eine Anfrage nicht die erwartete Form hat. Vielleicht hat etwas in Ihren Schlüsseln oder in Ihrem Netzwerk sie verändert.',
  'rule.unclear.allowlist': 'Die IP-Allowlist Ihrer Site blockiert die Anfrage.',
  'meaning.unclear.allowlist':
    'Eine Jira-Site kann festlegen, welche IP-Adressen auf sie zugreifen dürfen. In dieser Liste fehlen vielleicht die Adressen von Xray. An der Region scheitert diese Anfrage nicht.',
  'rule.unclear.atlassian': `Nicht Xray, sondern Atlassian hat ${THE_CALL} beantwortet.`,
  'meaning.unclear.atlassian':
    'Vielleicht gibt Xray weiter, was Ihre Jira-Site gesagt hat, oder etwas hat die Anfrage zu Atlassian geleitet. Der Regionsfehler ist es nicht.',
  'rule.unclear.not-installed': 'Xray sagt, es ist für Ihre Jira-Site nicht eingerichtet.',
  'meaning.unclear.not-installed':
    'Entweder ist Xray auf dieser Site nicht installiert, die Schlüssel gehören zu einer anderen Site, oder Xray hat die Site bei einem Umzug verloren.',
  'rule.unclear.permission':
    '{call, select, data {Xray hat Ihre Schlüssel angenommen, sagt aber, dass eine Berechtigung fehlt.} other {Xray sagt, dass eine Berechtigung fehlt.}}',
  'meaning.unclear.permission':
    'Vielleicht fehlt dem Benutzer, der die Schlüssel angelegt hat, eine Berechtigung in Jira. Der Regionsfehler, nach dem diese App sucht, ist es nicht.',
  'rule.unclear.account':
    'Xray sagt, dass mit dem Schlüssel oder mit dem Benutzer, der ihn angelegt hat, etwas nicht stimmt.',
  'meaning.unclear.account':
    'An der Anmeldung allein ist das nicht zu erkennen. Der Regionsfehler, nach dem diese App sucht, ist es nicht.',
  'rule.unclear.token-refused':
    'Xray hat bei der Anmeldung ein Token ausgestellt und es bei der nächsten Anfrage abgelehnt.',
  'meaning.unclear.token-refused':
    'So spricht Xray nicht über eine falsche Region, und bei richtigen Schlüsseln kam das bisher nicht vor.',
  'rule.unclear.redirect-within-xray': `Xray leitet ${THE_CALL} {hasTarget, select, yes {zu {target}} other {an eine andere eigene Adresse}} weiter.`,
  'meaning.unclear.redirect-within-xray':
    'Wir sind nicht gefolgt, damit Ihr Token bei dem Server bleibt, für den es ausgestellt ist. {support} muss das sehen.',
  'rule.unclear.cloudfront': `Das Netzwerk von Xray lehnt die Anfrage mit einer eigenen Seite ab${WITH_STATUS}.`,
  'meaning.unclear.cloudfront':
    'Aus der Seite geht nicht hervor, ob es an Ihrem Netzwerk, Ihrem Land oder Xray liegt.',
  'rule.unclear.network-before-xray': `Nicht Xray selbst, sondern {hasMaker, select, yes {{maker}} other {ein Netzwerkdienst}} hat ${THE_CALL} beantwortet${WITH_STATUS}.`,
  'meaning.unclear.network-before-xray':
    'Dieser Dienst kann zu Ihrem Netzwerk gehören oder vor Xray stehen. Aus der Antwort geht das nicht hervor.',
  'rule.unclear.contradiction': `Die Antwort auf ${THE_CALL} hat die Worte von Xray, aber die Merkmale {hasMaker, select, yes {von {maker}} other {von etwas anderem}}.`,
  'meaning.unclear.contradiction':
    'Daraus geht nicht hervor, wer geantwortet hat. Versuchen Sie es aus einem anderen Netzwerk noch einmal, in dem nichts zwischen Ihnen und Xray steht.',
  'rule.unclear.web-page': `Auf ${THE_CALL} kam eine Webseite{hasStatus, select, yes { mit Status {status}} other {}} zurück.`,
  'meaning.unclear.web-page':
    'Xray antwortet normalerweise nicht mit Webseiten. Diese kann aus Ihrem Netzwerk kommen oder von einem Server von Xray, der ein Problem hat; aus der Seite geht das nicht hervor.',
  'rule.unclear.no-token': `Die Anmeldung wurde beantwortet${WITH_STATUS}, aber in einer Form, die diese App nicht kennt.`,
  'meaning.unclear.no-token':
    'Xray antwortet sonst mit einem Anmeldetoken und nichts weiter. Ob Ihre Schlüssel stimmen, zeigt das nicht.',
  'rule.unclear.xray-words': `Xray hat ${THE_CALL} mit Worten beantwortet${WITH_STATUS}, die diese App nicht kennt.`,
  'meaning.unclear.xray-words':
    'Es kann darin um die Region gehen oder auch nicht. {support} kann Ihnen sagen, was sie bedeuten.',
  'rule.unclear.sign-in-answer': `Auf die Anmeldung kam eine Antwort${WITH_STATUS}, die diese App nicht kennt.`,
  'meaning.unclear.sign-in-answer':
    'Sie kann von Xray kommen oder von etwas auf dem Weg dorthin. Ob Ihre Schlüssel stimmen, zeigt sie deshalb nicht. {support} kann sie in der Datei lesen.',
  'rule.unclear.data-answer': `Xray hat Ihre Schlüssel angenommen, aber auf die Datenabfrage kam eine Antwort${WITH_STATUS}, die diese App nicht kennt.`,
  'meaning.unclear.data-answer':
    'Sie kann von Xray kommen oder von etwas auf dem Weg dorthin. {support} kann sie in der Datei lesen.',
  'rule.unclear.no-answer': 'Die Prüfung endete ohne Antwort.',
  'meaning.unclear.no-answer': 'Ohne Antwort lässt sich nichts beurteilen.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
