export { Config, type Profile, readConfig } from './config.js';
export { loadDataKey } from './data-key.js';
export { ConfigModule } from './config.module.js';
export { networkList, type SignInConfig } from './sign-in-settings.js';
