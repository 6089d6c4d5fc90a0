import { testAccessibility } from '../support/accessibility-tests.ts';

testAccessibility(1);
