// `node --import ./test/support/register-typescript.mjs file.ts` runs a source file as it stands.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
