import { testEveryScreen } from '../../support/browser/every-screen-tests.ts';

testEveryScreen(0);
