export { generateSampleCity, SAMPLE_CADRES, type SampleCityOptions } from './generate.js';
export type { SampleCity } from './rows.js';
export { generateDossiers, type SampleDossier } from './dossiers.js';
