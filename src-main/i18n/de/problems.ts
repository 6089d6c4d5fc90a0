import type { PROBLEMS as EN } from '../en/problems.ts';

export const PROBLEMS = {
  'problem.damaged': 'Die Datei ist beschädigt oder keine ZIP-Datei.',
  'problem.large': 'Die Datei ist größer, als eine Diagnosedatei je wird.',
  'problem.foreign': 'Diese ZIP-Datei enthält weder ein Verzeichnis ihrer Dateien noch eine Diagnose.',
  'problem.many-files': 'Die ZIP-Datei enthält mehr Dateien, als eine Diagnosedatei je hat.',
  'problem.large-unpacked': 'Entpackt wären die Dateien größer, als eine Diagnosedatei je wird.',
  'problem.foreign-name': 'Eine Datei hat einen Namen, der nicht in eine Diagnosedatei gehört.',
  'problem.twice': 'Eine Datei ist zweimal in der ZIP-Datei.',
  'problem.encrypted': 'Eine Datei ist verschlüsselt. Das kommt in Diagnosedateien nicht vor.',
  'problem.no-file': 'Statt einer Datei steht dort eine Verknüpfung oder ein Gerät.',
  'problem.larger-than-said': 'Eine Datei ist größer, als die ZIP-Datei angibt.',
  'problem.missing': '{name} fehlt.',
  'problem.listed-and-missing': '{name} ist verzeichnet und fehlt.',
  'problem.not-listed': '{name} ist nicht verzeichnet.',
  'problem.changed': '{name} wurde nachträglich verändert.',
  'problem.newer':
    '{name} stammt von einer neueren Version dieser App. Aktualisieren Sie die App, um es zu lesen.',
  'problem.schema': '{name} entspricht nicht seinem Schema.',
  'problem.picture.no-png': '{name}: Das ist kein PNG.',
  'problem.picture.more': '{name}: Die Datei enthält mehr als das Bild.',
  'problem.picture.follows': '{name}: Hinter dem Bild steht noch etwas.',
  'problem.picture.cut-off': '{name}: Das Bild ist abgeschnitten.',
  'problem.picture.large': '{name}: Das Bild hat zu viele Pixel, um angezeigt zu werden.',
  'problem.zip.comment': 'Die ZIP-Datei enthält einen Kommentar. Eine Diagnosedatei hat keinen.',
  'problem.zip.more': 'Die ZIP-Datei enthält Bytes, die zu keiner ihrer Dateien gehören.',
  'problem.others': 'Und {count, plural, one {# weiteres Problem} other {# weitere Probleme}}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
