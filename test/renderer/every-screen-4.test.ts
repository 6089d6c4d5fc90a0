import { testEveryScreen } from '../support/every-screen-tests.ts';

testEveryScreen(3);
