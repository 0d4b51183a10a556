import type { FormContent } from '../../documents/index.js';
import { lrmx } from '../approval-form/form.fixture.js';
import { readLrmx, writeLrmx } from '../approval-form/index.js';
import { approvalFormPaper } from '../exporting/approval-form-paper.js';
import { formOfDirectory } from '../exporting/directory-form.js';
import { DOSSIER } from '../known/dossier.fixture.js';
import { knownParts } from '../known/form-texts.js';
import { caseFacts, LINES } from './case-facts.fixture.js';
import * as forms from './index.js';

const FACTS = caseFacts({
  receiving: { office: '某县财政局组织人事股', telephone: '12380', address: '某县某街1号', postcode: '024000' },
  opinions: {
    headcount: { text: '审核通过。', by: '审核员甲', on: '2026-11-24' },
    youngCadre: { text: '同意，按承诺配备。', by: '审核员乙', on: '2026-11-24' },
    approval: null,
    followUp: '承诺于2027年3月31日前增配年轻干部1名。',
  },
});
const VOTE: forms.VoteRecord = {
  meetingDay: '2026-11-23',
  entitled: 9,
  present: 8,
  votes: [
    { for: 8, against: 0, deferred: 0 },
    { for: 6, against: 1, deferred: 1 },
  ],
};
/** Everything that a procedure can leave behind. */
const PROCEDURE: forms.ProcedureRecord = {
  recommendation: {
    talkDay: '2026-10-19',
    meetingDay: '2026-10-20',
    entitled: 30,
    present: 28,
    recommended: 25,
    notRecommended: 1,
    other: 1,
    abstained: 1,
  },
  inspection: {
    inspectors: ['考察人甲', '考察人乙'],
    fromDay: '2026-10-26',
    toDay: '2026-10-30',
    conclusion: '政治素质好，熟悉基层财政工作，同意作为拟任人选。',
  },
  checks: [
    { cadre: 'C1', check: 'archiveReview', clear: true, day: '2026-11-03', evidence: '干部档案审核表' },
    { cadre: 'C1', check: 'personalMattersCheck', clear: true, day: '2026-11-04', evidence: '查核结果告知单' },
    { cadre: 'C1', check: 'disciplineOpinion', clear: true, day: '2026-11-05', evidence: '廉洁意见第3号' },
    { cadre: 'C1', check: 'petitionCheck', clear: true, day: '2026-11-05', evidence: '信访核查情况说明' },
  ],
  disqualified: { C1: [] },
  deliberation: { ...VOTE, chairSpokeLast: true, minutesNo: '某财党纪〔2026〕12号' },
  outcome: 'passed',
  replies: [
    {
      proposal: 7,
      documentNo: '某组复〔2026〕3号',
      day: '2026-11-10',
      approved: ['exceptionalPromotion'],
      refused: [],
    },
  ],
  notice: { startDay: '2026-11-23', endDay: '2026-11-27' },
  objections: [
    {
      no: 1,
      channel: 'hotline',
      day: '2026-11-24',
      content: '反映其兼职情况。',
      conclusion: { founded: false, verifier: '核查人丙', day: '2026-11-26', text: '经查无兼职。' },
    },
  ],
  exceptional: { C1: '专业急需。熟悉基层财政管理，曾主持县级预算改革试点。' },
};
const FILED = {
  decidedOn: '2026-11-23',
  noticeEndDay: '2026-11-27',
  documentNo: null,
  filedOn: '2026-11-30',
  attachments: ['会议纪要.pdf'],
  procedure: PROCEDURE,
};
const NOTICE: forms.NoticeDetails = {
  period: { startDay: '2026-11-23', endDay: '2026-11-27' },
  exceptional: { C1: '专业急需。熟悉基层财政管理，曾主持县级预算改革试点。' },
};
const TODAY = '2026-11-23';
const { form, photo } = readLrmx(Buffer.from(lrmx()), TODAY).read!;
/** Somebody of whom no form was imported. */
const known = formOfDirectory(LINES[1]!.person, knownParts(LINES[1]!.person, DOSSIER, TODAY), null, TODAY);
const fromDossier = readLrmx(writeLrmx(known, null), TODAY).read!;

/** Every form on paper that we make, with people nobody knows. */
export const ALL_FORMS: Readonly<Record<string, FormContent>> = {
  'approval-form': approvalFormPaper(form, photo, '2026-11-23'),
  'approval-form-from-dossier': approvalFormPaper(fromDossier.form, null, TODAY),
  'proposal-list': forms.proposalList(FACTS),
  'headcount-pre-review': forms.headcountPreReview(FACTS),
  'young-cadre-pre-review': forms.youngCadrePreReview(FACTS),
  'voting-sheet': forms.votingSheet(FACTS),
  'voting-result': forms.votingResult(FACTS, VOTE),
  'public-notice': forms.publicNotice(FACTS, NOTICE),
  'appointment-document': forms.appointmentDocument(FACTS, {
    documentNo: '某财党〔2026〕3号',
    documentDay: '2026-12-01',
    decidedOn: '2026-11-23',
  }),
  'filing-report': forms.filingReport(FACTS, FILED),
  'filing-attachments': forms.filingAttachments(FACTS, PROCEDURE),
};
