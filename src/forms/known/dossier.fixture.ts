import type { Dossier } from '../../directory/index.js';

/** What the archive holds of somebody who does not exist. */
export const DOSSIER: Dossier = {
  cadre: 'C1',
  birth: '1991-10',
  idBirthDiffers: false,
  profile: {
    relativesComplete: true,
    measuresComplete: true,
    ranksComplete: true,
    grassrootsMonths: 36,
    trainingMet: true,
    healthFit: true,
    growthArea: null,
    lastPromotion: null,
  },
  relatives: [
    {
      relation: '妻子',
      name: '李某',
      birth: '1992-02',
      politicalStatus: '群众',
      workplace: '某中学教师',
      unit: null,
      leads: null,
    },
  ],
  assessments: [2021, 2025, 2024, 2023].map((year) => ({ year, grade: year === 2024 ? 'excellent' : 'competent' })),
  measures: [
    { kind: 'reminder-talk', from: '2024-02-01', documentNo: null, note: null },
    { kind: 'party-warning', from: '2018-05-10', documentNo: '某纪〔2018〕1号', note: null },
  ],
  ranks: [],
  trainings: [],
  archiveReview: null,
  particulars: { nativePlace: '某省甲市', birthPlace: null, health: '健康', technicalPost: null, speciality: null },
  educations: [
    {
      mode: 'full-time',
      diploma: '大学',
      degree: '法学学士',
      school: '某大学法学专业',
      from: '2010-09',
      until: '2014-07',
    },
  ],
  rewards: [{ name: '三等功', on: '2020-03', by: '某县' }],
};
