/* What the window needs of the intake, without its schema. */

/** Nobody was named. */
export const NO_CONTACT = { contactName: '', contactMail: '' };

/** Nothing was answered of what is kept with a check. */
export const NO_KEPT_INTAKE = { snapshotsError: '', since: '', xrayInJira: null };

/** Nothing was answered. */
export const NO_INTAKE = {
  ...NO_CONTACT,
  ...NO_KEPT_INTAKE,
  keysMadeBy: '',
  keysMadeAt: '',
  mayPassOn: null,
};
