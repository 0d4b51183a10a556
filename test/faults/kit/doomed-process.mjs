// Lets plain node run the TypeScript beside it.
import { register } from 'node:module';

register('../../support/typescript-loader.mjs', import.meta.url);
await import('./doomed-process.ts');
