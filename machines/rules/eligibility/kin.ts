/** Degrees of kinship that call for avoidance 任职回避. @source handbook §1.8, V-21, V-33 */
export const KIN_DEGREES = {
  spouse: '夫妻关系',
  lineal: '直系血亲关系',
  collateral: '三代以内旁系血亲关系',
  affine: '近姻亲关系',
} as const;
export type KinDegree = keyof typeof KIN_DEGREES;

// Asked in this order: 岳父 is no 父亲, and 堂弟 no 弟弟 of a spouse.
const DEGREES: readonly (readonly [KinDegree, RegExp])[] = [
  [
    'affine',
    /岳|公公|婆婆|儿媳|女婿|亲家|妻兄|妻弟|妻姐|妻妹|内兄|内弟|大舅|小舅子|小姨子|嫂|姐夫|妹夫|弟媳|弟妹|连襟|妯娌/u,
  ],
  ['affine', /^[妻夫](?:子|的)?[父母兄弟姐妹]|^大伯子|^小叔子|^大姑子|^小姑子/u],
  ['affine', /伯母|婶|姑父|姑丈|舅母|舅妈|姨父|姨丈/u],
  ['spouse', /^(?:配偶|妻子?|丈夫|夫|爱人)$/u],
  ['lineal', /父|母|爸|妈|爷|奶|姥|公$|儿|女$|女儿|子$(?<!侄子)|孙/u],
  ['collateral', /兄|弟|姐|妹|哥|伯|叔|姑|舅|姨|侄|甥|堂|表/u],
];

/**
 * What a word for a relative 称谓 means for avoidance.
 *
 * @param relation as forms write it, e.g. 妻子, 长子, 岳父
 * @returns null for words that name no such degree, or none that is known: a person then looks
 * @source handbook §1.8
 */
export function kinOf(relation: string): KinDegree | null {
  const word = relation.trim();
  // 侄子 and 外甥 end like children, 舅父 and 姑母 like parents, and are none.
  if (/侄|甥|[舅伯叔]父|[姑姨]母/u.test(word)) return 'collateral';
  if (/祖/u.test(word)) return 'lineal';
  return DEGREES.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const SERVES_NOWHERE = /去世|已故|病故|退休|离休|(?<![服商事业])务农|农民|无业|待业|学生|在读|学龄前|幼儿|家务/u;

/** Places of work whose names hold such a word: an office for the retired is an office, and a kindergarten has teachers. */
const OFFICES = new RegExp(
  [
    '(?:离退休|退休|离休)(?:干部|人员|职工)?(?:工作|管理|服务|事务|活动|党)',
    '(?:离退休|退休|离休)(?:干部|人员|职工)(?:局|处|科|股|部|办|中心|室)',
    '学生(?:工作|管理|资助|事务|就业|公寓|会|处|科|部|办)|大学生村官',
    '农民(?:专业|工|合作|协会|体育|技术|日报)',
    '幼儿(?:园(?!幼儿|学生|在读|[大中小]班)|教|师|保)',
  ].join('|'),
  'gu',
);
const SERVES_AGAIN = /现任|返聘/u;

/**
 * Whether the form's own words 工作单位及职务 say that a relative serves nowhere, so that no avoidance can arise. A word that
 * belongs to the name of an office says nothing of the kind.
 *
 * @param workplace as written; null or blank says nothing
 * @returns false when nothing is said: silence is not clearance
 * @source handbook §1.8 (free text; unknown is never clear), §3.1 (去世 inside the unit text)
 */
export function servesNowhere(workplace: string | null): boolean {
  if (workplace === null || SERVES_AGAIN.test(workplace)) return false;
  return SERVES_NOWHERE.test(workplace.replaceAll(OFFICES, ''));
}

const LOCALITY_BOUND = /纪委书记|组织部部?长|法院院长|检察院检察长|公安局局?长/u;

/**
 * Whether a post falls under 地域回避: principals of a 旗县区 or a township, and the principals of a county's 纪检、组织、
 * 法院、检察院、公安.
 *
 * @param post name of the post and category of its unit
 * @source handbook §1.8, V-34
 */
export function isLocalityBound(post: { name: string; tier: string; unitKind: string; unitName: string }): boolean {
  if (post.unitKind === 'township') return post.tier === 'principal';
  if (post.unitKind === 'county-level-area') return post.tier === 'principal' || LOCALITY_BOUND.test(post.name);
  const isCountyOffice = post.unitKind === 'county-party-gov-department' || post.unitKind === 'county-other';
  return (
    isCountyOffice && post.tier === 'principal' && /纪委|组织部|法院|检察院|公安局/u.test(post.unitName + post.name)
  );
}
