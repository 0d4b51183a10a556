import { describe } from '@jest/globals';
import { itTakesOn } from '../kernel/golden-spec-support.js';
import { definition } from './index.js';

describe('stored cases of every revision', () => {
  itTakesOn(definition, new URL('./golden/', import.meta.url));
});
