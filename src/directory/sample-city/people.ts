import { addMonths, type Day, type Month, monthOf } from '../../../machines/rules/index.js';
import { IdNumbers } from './id-number.js';
import { inventIdentity } from './people-names.js';
import type { Random } from './random.js';
import { type CadreRow, dotted } from './rows.js';

export interface PersonWish {
  /** Completed months of life today. */
  ageMonths: number;
  homeUnit: string;
  /** Rank texts to choose from; '' where only the post counts. */
  ranks: readonly string[];
  /** Leaders of a party organisation are party members. */
  partyMember?: boolean;
}

export interface Person {
  row: CadreRow;
  birth: Month;
}

const OTHER_PARTIES = ['民盟盟员', '民建会员', '民进会员', '农工党党员', '九三学社社员', '无党派人士', '群众', '群众'];
const DISCREPANCY_EVERY = 120;

/** Invents cadres one after another; codes and ID numbers never repeat. */
export class People {
  private readonly ids: IdNumbers;
  private readonly rows: CadreRow[] = [];

  constructor(
    private readonly random: Random,
    private readonly today: Day,
  ) {
    this.ids = new IdNumbers(random);
  }

  get all(): CadreRow[] {
    return this.rows;
  }

  invent(wish: PersonWish): Person {
    const { random } = this;
    const identity = inventIdentity(random);
    const birth = addMonths(monthOf(this.today), -wish.ageMonths);
    const partyMember = wish.partyMember === true || random.chance(84);
    const rank = random.pick(wish.ranks);
    const workStart = addMonths(birth, 12 * random.int(21, 24) + random.int(0, 11));
    const joined = addMonths(birth, 12 * random.int(20, 24) + random.int(0, 11));
    const row: CadreRow = {
      干部编号: `G${String(this.rows.length + 1).padStart(6, '0')}`,
      姓名: identity.name,
      性别: identity.sex,
      民族: identity.ethnicity,
      出生年月: dotted(birth),
      身份证号: this.ids.issue(this.idBirth(birth), identity.sex),
      政治面貌: partyMember ? '中共党员' : random.pick(OTHER_PARTIES),
      参加工作时间: dotted(this.notAfterToday(workStart)),
      入党时间: partyMember ? dotted(this.notAfterToday(joined)) : '',
      全日制学历: this.fullTimeEducation(wish.ageMonths),
      在职学历: random.chance(40) ? random.pick(['大学', '研究生', '中央党校大学']) : '',
      职级: rank,
      任现职级时间: rank === '' ? '' : dotted(addMonths(monthOf(this.today), -random.int(3, 40))),
      所在单位编码: wish.homeUnit,
    };
    this.rows.push(row);
    return { row, birth };
  }

  /** A few ID cards disagree with the archive, as they do in life; the archive prevails. */
  private idBirth(birth: Month): Month {
    return this.rows.length % DISCREPANCY_EVERY === 7 ? addMonths(birth, -this.random.int(1, 14)) : birth;
  }

  private notAfterToday(month: Month): Month {
    const current = monthOf(this.today);
    return month < current ? month : current;
  }

  private fullTimeEducation(ageMonths: number): string {
    if (ageMonths < 12 * 42) return this.random.pick(['大学', '大学', '大学', '研究生', '大专']);
    return this.random.pick(['大学', '大学', '大专', '大专', '中专']);
  }
}
