/**
 * Set-up of the tests that open real windows: each worker has a display of its own among those that `npm test` started, so
 * that two windows take neither the focus nor the clipboard from one another. Without `npm test` there is but the one of the
 * environment.
 */
const displays = (process.env['XRAY_DOCTOR_DISPLAYS'] ?? '').split(',').filter((each) => each !== '');
const display = displays[(Number(process.env['VITEST_POOL_ID']) - 1) % displays.length];
if (display !== undefined) process.env['DISPLAY'] = display;
