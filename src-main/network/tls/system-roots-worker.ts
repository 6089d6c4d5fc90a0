import { getCACertificates } from 'node:tls';
import { parentPort } from 'node:worker_threads';

// A thread of its own for one question, which takes seconds on a Mac with many certificates (`createSystemRoots`).
parentPort?.postMessage(getCACertificates('system'), []);
