import { eachDossier } from './dossier-sheets.js';
import type { SheetKey } from './sheets.js';

/** Tables of the directory by the sheet that fills them. */
export const TABLES: Readonly<Record<SheetKey, string>> = {
  units: 'unit',
  teams: 'team',
  posts: 'post',
  cadres: 'cadre',
  appointments: 'appointment',
  tasks: 'staffing_task',
  ...eachDossier(({ table }) => table),
};
