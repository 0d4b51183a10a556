export { Config, type Profile, readConfig } from './config.js';
export { dataKeyFile, nextKeyFile, retiredKeyFile } from './data-key-file.js';
export { type DataKeys, loadDataKeys, makeKeyFile, readKeyFile } from './data-key.js';
export { ConfigModule } from './config.module.js';
export { networkList, type SignInConfig } from './sign-in-settings.js';
