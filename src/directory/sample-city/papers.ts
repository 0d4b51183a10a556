import { addMonths, type Day, type Month } from '../../../machines/rules/index.js';
import type { DossierBody } from '../dossier/dossier.dto.js';
import type { Random } from './random.js';
import type { CadreRow } from './rows.js';

type Papers = Required<Pick<DossierBody, 'particulars' | 'educations' | 'rewards'>>;

const PLACES = ['某省甲市', '某省乙市', '某省丙县', '某自治区丁旗'];
const HEALTH = ['健康', '健康', '健康', '健康', '一般'];
const SPECIALITIES = ['财政管理', '农村经济', '城市规划', '法律', '教育管理', '信息技术'];
const SUBJECTS = ['经济学', '法学', '农学', '管理学', '工学', '文学'];
const SCHOOLS = ['某大学', '某师范学院', '某农业大学', '某财经学院'];
const REWARDS = ['年度考核优秀嘉奖', '三等功', '市级先进工作者'];
const DEGREES: Readonly<Record<string, string>> = { 大学: '学士', 研究生: '硕士' };
const SCHOOL_YEARS = 4;

/** What an approval form says of a person beyond the procedure: origin, education and rewards, all invented. */
export function papersOf(cadre: CadreRow, random: Random, today: Day): Papers {
  const home = random.pick(PLACES);
  const year = Number(today.slice(0, 4));
  return {
    particulars: {
      nativePlace: home,
      birthPlace: random.chance(80) ? home : random.pick(PLACES),
      health: random.pick(HEALTH),
      technicalPost: random.chance(8) ? '中级经济师' : null,
      speciality: random.chance(60) ? random.pick(SPECIALITIES) : null,
    },
    educations: [fullTime(cadre, random), inService(cadre, random)].filter((one) => one !== null),
    rewards: random.chance(25)
      ? [{ name: random.pick(REWARDS), on: `${year - random.int(1, 6)}-02`, by: random.chance(50) ? '所在单位' : null }]
      : [],
  };
}

/** School ended when work began. */
function fullTime(
  { 全日制学历: diploma, 参加工作时间: begun }: CadreRow,
  random: Random,
): Papers['educations'][number] | null {
  const subject = random.pick(SUBJECTS);
  const school = random.pick(SCHOOLS);
  if (diploma === '') return null;
  const degree = DEGREES[diploma];
  const until: Month | null = begun === '' ? null : begun.replaceAll('.', '-');
  return {
    mode: 'full-time',
    diploma,
    degree: degree === undefined ? null : `${subject}${degree}`,
    school: `${school}${subject}专业`,
    from: until && addMonths(until, -12 * SCHOOL_YEARS + 2),
    until,
  };
}

function inService({ 在职学历: diploma }: CadreRow, random: Random): Papers['educations'][number] | null {
  const subject = random.pick(SUBJECTS);
  if (diploma === '') return null;
  return { mode: 'in-service', diploma, degree: null, school: `某党校${subject}专业`, from: null, until: null };
}
