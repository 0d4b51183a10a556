import account from './account.json';
import admin from './admin.json';
import app from './app.json';
import common from './common.json';
import desk from './desk.json';
import directory from './directory.json';
import forms from './forms.json';
import help from './help.json';
import meetings from './meetings.json';
import situation from './situation.json';
import workflows from './workflows.json';

/** English by room: Chinese text to English text. The same key may stand in several files, with the same English. */
export const ENGLISH: Readonly<Record<string, string>> = {
  ...common,
  ...app,
  ...account,
  ...admin,
  ...desk,
  ...directory,
  ...forms,
  ...help,
  ...meetings,
  ...situation,
  ...workflows,
};
