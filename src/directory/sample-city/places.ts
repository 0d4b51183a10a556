/** Every place here is invented; offices carry the names such offices usually have. */

export const CITY_NAME = '青原市';

export interface AreaPlan {
  name: string;
  /** What its head is called. */
  head: '旗长' | '县长' | '区长';
  /** Of its 21 party and government departments, how many meet the young-cadre task today. */
  departmentsMet: number;
  townships: number;
}

/** Six areas stand above one half of their departments, six below, in no visible order. */
export const AREAS: readonly AreaPlan[] = [
  { name: '云杉区', head: '区长', departmentsMet: 13, townships: 12 },
  { name: '松河区', head: '区长', departmentsMet: 7, townships: 12 },
  { name: '红柳区', head: '区长', departmentsMet: 15, townships: 12 },
  { name: '北岭区', head: '区长', departmentsMet: 9, townships: 12 },
  { name: '阿日善旗', head: '旗长', departmentsMet: 12, townships: 13 },
  { name: '巴音塔拉旗', head: '旗长', departmentsMet: 5, townships: 13 },
  { name: '乌兰河旗', head: '旗长', departmentsMet: 8, townships: 13 },
  { name: '查干诺尔旗', head: '旗长', departmentsMet: 11, townships: 13 },
  { name: '赛罕塔旗', head: '旗长', departmentsMet: 14, townships: 13 },
  { name: '林泉县', head: '县长', departmentsMet: 6, townships: 13 },
  { name: '清岚县', head: '县长', departmentsMet: 3, townships: 12 },
  { name: '永泽县', head: '县长', departmentsMet: 12, townships: 12 },
];

const words = (text: string): string[] => text.trim().split(/\s+/);

export const CITY_PARTY_GOV = words(`
  市委办公室 市委宣传部 市委统战部 市委政法委员会 市委社会工作部 市委政策研究室 市委网信办公室 市委编制办公室 市直属机关工作委员会
  市委巡察工作办公室 市委老干部局 市信访局 市政府办公室 市发展和改革委员会 市教育局 市科学技术局 市工业和信息化局 市民族事务委员会 市公安局
  市民政局 市司法局 市财政局 市人力资源和社会保障局 市自然资源局 市生态环境局 市住房和城乡建设局 市交通运输局 市水利局 市农牧局
  市林业和草原局 市商务局 市文化和旅游局 市卫生健康委员会 市退役军人事务局 市应急管理局 市审计局 市国有资产监督管理委员会 市市场监督管理局
  市体育局 市统计局 市医疗保障局 市能源局 市乡村振兴局 市政务服务与数据管理局 市城市管理综合执法局 市国防动员办公室 市委金融办公室 市机关事务管理局
`);

export const CITY_OTHER = words(`
  市总工会 市青年联合会 市妇女联合会 市科学技术协会 市文学艺术界联合会 市残疾人联合会 市红十字会 市工商业联合会 市供销合作社 市融媒体中心
  市公共资源交易中心 市住房公积金中心
`);

export const AREA_PARTY_GOV = words(`
  委办公室 委组织部 委宣传部 委统战部 委政法委员会 委编制办公室 政府办公室 发展和改革委员会 教育局 工业和信息化局 公安局 民政局 司法局 财政局
  人力资源和社会保障局 自然资源局 住房和城乡建设局 交通运输局 农牧局 卫生健康委员会 应急管理局
`);

export const AREA_OTHER = words('总工会 残疾人联合会 融媒体中心 供销合作社');

export const STREETS = words(`
  东城 西城 站前 振兴 铁南 文钟 长青 向阳 新华 和平 玉龙 金山 桥北 桥西 钢铁 清河 友谊 临河 翠园 富河
`);

const crossed = (heads: string[], tails: string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

export const MONGOLIAN_PLACES = crossed(
  words('巴彦 乌兰 查干 哈日 阿拉坦 宝日 呼和 达兰 额尔敦 朝阳图'),
  words('塔拉 诺尔 敖包 高勒 浩特 温都尔 陶海 宝力格'),
);

export const HAN_PLACES = crossed(words('大 双 三 长 永 新 兴 安 平 石'), words('营子 梁 河 泉 甸 沟 湾 庄 桥 岭'));

/** The title of who leads an office, from the office's name. */
export function headOf(office: string): string {
  if (office.endsWith('政法委员会') || office.endsWith('工作委员会')) return '书记';
  if (office.endsWith('部')) return '部长';
  if (office.endsWith('局')) return '局长';
  if (/(联合会|工会|协会)$/.test(office)) return '主席';
  if (office.endsWith('红十字会')) return '会长';
  return '主任';
}
