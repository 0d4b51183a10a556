import type { Random } from './random.js';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'.split(''),
  '欧阳',
  '司马',
];
const MALE_GIVEN = [
  '建国 志强 海峰 晓东 立新 文博 永刚 国栋 振华 春雷 学军 志远 宏伟 明辉 俊杰 浩然 子轩 天宇 少华 玉林',
  '伟 强 磊 军 勇 涛 斌 鹏 超 波 辉 刚 健 峰 亮 凯 旭 宁 昊 毅',
].flatMap((words) => words.split(' '));
const FEMALE_GIVEN = [
  '秀英 丽华 晓燕 海燕 春梅 玉兰 雪梅 文静 思雨 欣怡 佳慧 晓红 丽娟 雅琴 志红 云霞 慧敏 婷婷 晓丹 月华',
  '静 丽 敏 艳 娟 霞 燕 玲 芳 洁 颖 琳 雪 慧 莹 倩 楠 妍 薇 蕾',
].flatMap((words) => words.split(' '));
const MONGOLIAN_MALE =
  '巴特尔 苏和 朝鲁 巴图 阿古拉 特木尔 那顺 布和 哈斯巴根 宝音 额尔敦 敖特根 毕力格 达楞太 孟和 青格勒 图布新 吉日木图 斯琴巴特尔 白音仓 格日勒图 呼格吉勒 牧仁 赛音 乌力吉 哈斯额尔敦 朝克图 满都拉 阿拉坦仓 苏德毕力格'.split(
    ' ',
  );
const MONGOLIAN_FEMALE =
  '乌兰 萨仁 其其格 乌云 娜仁 苏日娜 托娅 萨日娜 乌兰图雅 娜仁托娅 阿茹娜 高娃 斯琴 塔娜 索布德 哈斯其其格 乌仁 格日勒 琪琪格 敖登 乌日娜 萨仁图雅 阿拉坦其其格 斯琴高娃 红格尔 奥云 娜木拉 朝伦其其格 额尔登其木格 乌云毕力格'.split(
    ' ',
  );

export interface Identity {
  name: string;
  sex: '男' | '女';
  ethnicity: string;
}

/** An invented person: about one in four Mongolian, as in the country the city is modelled on. */
export function inventIdentity(random: Random): Identity {
  const sex = random.chance(64) ? '男' : '女';
  const draw = random.int(1, 100);
  if (draw <= 24) {
    const name = random.pick(sex === '男' ? MONGOLIAN_MALE : MONGOLIAN_FEMALE);
    return { name, sex, ethnicity: '蒙古族' };
  }
  const ethnicity = draw <= 92 ? '汉族' : random.pick(['满族', '回族', '达斡尔族', '朝鲜族']);
  const given = random.pick(sex === '男' ? MALE_GIVEN : FEMALE_GIVEN);
  return { name: random.pick(SURNAMES) + given, sex, ethnicity };
}
