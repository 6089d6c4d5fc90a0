import * as z from 'zod';

// Zod probes for `new Function` when an object schema is made. The window's content policy forbids it and would report
// a violation, so the window imports this file before any schema; zod's README calls the setting `jitless`.
z.config({ jitless: true });
