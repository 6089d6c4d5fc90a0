import type { RULES as EN } from '../en/rules.ts';

const HOST = 'xray.cloud.getxray.app';
const KEYS_ARE_SAFE =
  'Ihre Schlüssel wurden nicht gesendet, und ob sie stimmen, ist damit noch nicht gesagt.';
const NEVER_GOT_THERE =
  'Die Anfrage kam nie bei Xray an. Über Ihre Schlüssel oder die Region Ihrer Daten sagt das nichts.';
const KEYS_ARE_RIGHT =
  'Ihre Client ID und Ihr Client Secret stimmen: Xray hat sie angenommen. Neue Schlüssel helfen nicht.';
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
    'Der Proxy Ihrer Firma{hasProxy, select, yes { ({proxy})} other {}} verlangt eine Anmeldung, bevor er diesen Computer zu Xray lässt.',
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
  'rule.network.proxy': `Ihr Proxy{hasProxy, select, yes { {proxy}} other {}} hat die Verbindung zu ${HOST} nicht durchgelassen.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `Die sichere Verbindung zu ${HOST} brach ab, während sie aufgebaut wurde.`,
  'meaning.network.tls': `Meist lässt eine Firewall oder ein Filter sichere Verbindungen nicht durch. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `Die Verbindung zu ${HOST} stand, aber ${THE_CALL} blieb ohne Antwort.`,
  'meaning.network.no-answer': `Die Verbindung wurde geschlossen, oder es kam nicht rechtzeitig etwas an. ${AFTER_SIGN_IN}`,
  'rule.network.cut-off': `Die Antwort auf ${THE_CALL} brach vor ihrem Ende ab.`,
  'meaning.network.cut-off': `Was ankam, reicht nicht für ein Urteil. ${AFTER_SIGN_IN}`,
  'rule.network.deadline': 'Die Prüfung dauerte zu lange und wurde beendet.',
  'meaning.network.deadline': `${THE_CALL_FIRST} war nicht fertig, als die Zeit abgelaufen war. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `Statt einer Antwort von Xray auf ${THE_CALL} kam eine Webseite zurück.`,
  'meaning.intercepted.web-page':
    'Etwas zwischen diesem Computer und Xray hat die Anfrage abgefangen: die Anmeldeseite eines Gastnetzes oder ein Webfilter.',
  'rule.intercepted.redirect': `${THE_CALL_FIRST} wurde nicht beantwortet, sondern {hasTarget, select, yes {zu {target}} other {an eine andere Adresse}} weitergeleitet.`,
  'meaning.intercepted.redirect':
    'Xray tut das nicht. Es war etwas zwischen diesem Computer und Xray. Wir sind nicht gefolgt, es ging also nichts von Ihnen dorthin.',
  'rule.intercepted.no-token': 'Auf die Anmeldung kam eine Antwort, aber nicht die, die Xray gibt.',
  'meaning.intercepted.no-token':
    'Xray gibt nach einer Anmeldung ein Token aus, und hier war keines. Vielleicht hat etwas zwischen diesem Computer und Xray die Antwort verändert.',
  'rule.rate-limited.429':
    'Xray bittet darum{unit, select, seconds {, {count, plural, one {# Sekunde} other {# Sekunden}}} minutes {, {count, plural, one {# Minute} other {# Minuten}}} hours {, {count, plural, one {# Stunde} other {# Stunden}}} other {}} zu warten: Es gab zu viele Anfragen für Ihre Site.',
  'meaning.rate-limited.429': 'Das geht von selbst vorbei. Über die Region Ihrer Daten sagt es nichts.',
  'rule.licence.text': 'Xray sagt, die Xray-Lizenz Ihrer Jira-Site sei nicht gültig.',
  'meaning.licence.text':
    'Solange die Lizenz nicht gültig ist, antwortet Xray niemandem, ganz gleich mit welchen Schlüsseln.',
  'rule.credentials-rejected.invalid': 'Xray kennt diese Client ID und dieses Client Secret nicht.',
  'meaning.credentials-rejected.invalid':
    'Schon die Anmeldung wurde abgelehnt. Mit der Region Ihrer Daten hat das nichts zu tun.',
  'rule.credentials-rejected.refused': `Xray hat die Anmeldung abgelehnt${WITH_STATUS}, ohne einen der bekannten Gründe zu nennen.`,
  'meaning.credentials-rejected.refused': 'Meist sind die Schlüssel falsch, deaktiviert oder gelöscht.',
  'rule.residency.region-text': 'Xray sagt, Ihre Daten seien in einer anderen Region.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT} Xray muss die Region korrigieren, die dort für Ihre Site eingetragen ist.`,
  'rule.residency-suspected.cloudfront-lambda':
    'Ihre Schlüssel stimmen, aber Xray kommt nicht an Ihre Daten. Das deutet auf die Region Ihrer Daten hin.',
  'meaning.residency-suspected.cloudfront-lambda':
    'Diese Fehlerseite kam früher schon, wenn Xray eine Site in der falschen Region suchte. Sie kann andere Ursachen haben, ist also ein starker Hinweis und kein Beweis.',
  'rule.residency-suspected.refused-but-region-works':
    'Xray nimmt Ihre Schlüssel an, aber nur {count, plural, one {der Server {regions} gibt} other {die Server {regions} geben}} Ihre Daten heraus.',
  'meaning.residency-suspected.refused-but-region-works':
    'Der globale Server, den Snapshots benutzt, verweigert die Daten, ohne zu sagen, warum. Weil eine Region funktioniert, ist wahrscheinlich die falsche Region eingetragen.',
  'rule.residency-suspected.failed-but-region-works':
    'Xray nimmt Ihre Schlüssel an, aber nur {count, plural, one {der Server {regions} gibt} other {die Server {regions} geben}} Ihre Daten heraus.',
  'meaning.residency-suspected.failed-but-region-works':
    'Der globale Server, den Snapshots benutzt, scheitert an den Daten. Weil eine Region funktioniert, ist wahrscheinlich die falsche Region eingetragen.',
  'rule.residency-suspected.refused-without-known-text': `Xray nimmt Ihre Schlüssel an, gibt Ihre Daten dann aber nicht heraus${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    'Xray sagt nicht, warum. Wenn die Anmeldung klappt und die Daten nicht kommen, liegt es meist an der falschen Region; bewiesen ist das aber nicht.',
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
    'Xray hat Ihre Schlüssel angenommen und Daten herausgegeben. Was Snapshots meldet, hat eine andere Ursache als die Region.',
  'rule.healthy.empty': 'Die Verbindung zu Xray funktioniert.',
  'meaning.healthy.empty':
    'Xray hat Ihre Schlüssel angenommen und die Datenabfrage beantwortet; es gab nichts herauszugeben. Was Snapshots meldet, hat eine andere Ursache als die Region.',
  'rule.healthy.xray-error': 'Die Verbindung zu Xray funktioniert.',
  'meaning.healthy.xray-error':
    'Xray hat Ihre Schlüssel angenommen und nach den Beispielvorgängen dieser Prüfung gesucht, die es auf Ihrer Site nicht geben muss. Was Snapshots meldet, hat eine andere Ursache als die Region.',
  'rule.unclear.request-syntax': 'Xray hat die Anmeldung nicht verstanden.',
  'meaning.unclear.request-syntax':
    'Das sagt Xray, wenn eine Anfrage nicht die erwartete Form hat. Vielleicht hat etwas in Ihren Schlüsseln oder in Ihrem Netzwerk sie verändert.',
  'rule.unclear.token-refused':
    'Xray hat bei der Anmeldung ein Token ausgestellt und es bei der nächsten Anfrage abgelehnt.',
  'meaning.unclear.token-refused':
    'So spricht Xray nicht über eine falsche Region, und bei richtigen Schlüsseln kam das bisher nicht vor.',
  'rule.unclear.redirect-within-xray': `Xray leitet ${THE_CALL} {hasTarget, select, yes {zu {target}} other {an eine andere eigene Adresse}} weiter.`,
  'meaning.unclear.redirect-within-xray':
    'Wir sind nicht gefolgt, damit Ihr Token bei dem Server bleibt, für den es ausgestellt ist. {support} muss das sehen.',
  'rule.unclear.cloudfront': `Das Netzwerk von Xray lehnt die Anfrage mit einer Fehlerseite ab${WITH_STATUS}.`,
  'meaning.unclear.cloudfront':
    'Aus der Seite geht nicht hervor, ob es an Ihrem Netzwerk, Ihrem Land oder Xray liegt.',
  'rule.unclear.web-page': `Auf ${THE_CALL} kam eine Webseite{hasStatus, select, yes { mit Status {status}} other {}} zurück.`,
  'meaning.unclear.web-page':
    'Xray beantwortet Anfragen nicht mit Webseiten. Woher diese stammt, geht aus ihr nicht hervor.',
  'rule.unclear.sign-in-answer': `Auf die Anmeldung kam eine Antwort${WITH_STATUS}, die wir nicht kennen.`,
  'meaning.unclear.sign-in-answer': 'Wir raten nicht. {support} kann sie in der Diagnosedatei lesen.',
  'rule.unclear.data-answer': `Ihre Schlüssel stimmen, aber auf die Datenabfrage kam eine Antwort${WITH_STATUS}, die wir nicht kennen.`,
  'meaning.unclear.data-answer': 'Wir raten nicht. {support} kann sie in der Diagnosedatei lesen.',
  'rule.unclear.no-answer': 'Die Prüfung endete ohne Antwort.',
  'meaning.unclear.no-answer': 'Ohne Antwort lässt sich nichts beurteilen.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
