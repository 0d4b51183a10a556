import account from './account.json';
import admin from './admin.json';
import app from './app.json';
import common from './common.json';
import desk from './desk.json';
import directory from './directory.json';
import editor from './editor.json';
import forms from './forms.json';
import headcount from './headcount.json';
import help from './help.json';
import meetings from './meetings.json';
import situation from './situation.json';
import steps from './steps.json';
import workflows from './workflows.json';

/** English by room: Chinese text to English text. The same key may stand in several files, with the same English. */
export const ENGLISH: Readonly<Record<string, string>> = {
  ...common,
  ...app,
  ...account,
  ...admin,
  ...desk,
  ...directory,
  ...editor,
  ...forms,
  ...headcount,
  ...help,
  ...meetings,
  ...situation,
  ...steps,
  ...workflows,
};
