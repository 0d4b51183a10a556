import { Inject, Injectable } from '@nestjs/common';
import { Clock, Config, Db, type FirstStartTask } from '../../platform/index.js';
import { writeDossiers } from '../dossier/write-dossiers.js';
import { generateDossiers, generateSampleCity } from '../sample-city/index.js';
import { WorkbookImporter } from '../workbook/index.js';

const SEED = 20_260_930;

/** Fills an empty directory of the sample profile with the generated city, through the same checks as any workbook. */
@Injectable()
export class SampleCityTask implements FirstStartTask {
  readonly title = '生成示例城市';

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(WorkbookImporter) private readonly importer: WorkbookImporter,
    @Inject(Db) private readonly db: Db,
  ) {}

  async isNeeded(): Promise<boolean> {
    if (!this.config.sampleCity) return false;
    const { rows } = await this.db.query<{ empty: boolean }>(
      'directory.is-empty',
      'SELECT NOT EXISTS (SELECT FROM unit) AS empty',
    );
    return rows[0]?.empty === true;
  }

  async run(progress: (line: string) => void): Promise<void> {
    const city = generateSampleCity({ seed: SEED, today: this.clock.today() });
    progress(`  单位 ${city.units.length} 个、职位 ${city.posts.length} 个、干部 ${city.cadres.length} 名，正在导入……`);
    const { accepted, problems, problemsTotal } = await this.importer.importRows(city);
    if (problemsTotal > 0) throw new Error(`the sample city does not pass the import`, { cause: problems.slice(0, 5) });
    const dossiers = generateDossiers(city, { seed: SEED, today: this.clock.today() });
    await this.db.transaction((tx) => writeDossiers(tx, dossiers, this.clock.now()));
    progress(`  已导入班子 ${accepted.teams} 个、任职 ${accepted.appointments} 条、配备任务 ${accepted.tasks} 项`);
  }
}
