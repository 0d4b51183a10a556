import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';

const run = promisify(execFile);
const PIXELS_PER_INCH = 24;

export interface RenderedPage {
  /** Millimetres. */
  width: number;
  height: number;
  /** Share of pixels that are not white, in percent. */
  ink: number;
  /** Whether anything stands within 3 mm of the edge of the paper. */
  touchesEdge: boolean;
}

export interface Rendered {
  pages: RenderedPage[];
  /** As it can be read from the page, blanks left out. */
  text: string;
}

/** Documents as an office suite lays them out, by name: all of them in one go, for each start of it costs seconds. */
export async function renderPages(files: Readonly<Record<string, Buffer>>): Promise<Map<string, Rendered>> {
  const soffice = process.env.SOFFICE;
  if (soffice === undefined) throw new Error('render tests run under the jest project that found an office suite');
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  try {
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, content]) => {
        await writeFile(join(folder, name), content);
        return join(folder, name);
      }),
    );
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      timeout: 280_000,
    });
    const rendered = new Map<string, Rendered>();
    for (const name of Object.keys(files)) rendered.set(name, await readPdf(folder, name.replace(/\.\w+$/u, '')));
    return rendered;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readPdf(folder: string, stem: string): Promise<Rendered> {
  const pdf = join(folder, `${stem}.pdf`);
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 1 << 24 });
  await run('pdftoppm', ['-r', String(PIXELS_PER_INCH), '-png', pdf, join(folder, `page-${stem}`)]);
  const images = (await readdir(folder)).filter((name) => new RegExp(`^page-${stem}-\\d+\\.png$`, 'u').test(name));
  const pages = await Promise.all(images.toSorted().map((name) => readFile(join(folder, name)).then(pageOf)));
  return { pages, text: stdout.replaceAll(/\s+/gu, '') };
}

function pageOf(image: Buffer): RenderedPage {
  const { width, height, data } = PNG.sync.read(image);
  const millimetres = (pixels: number): number => Math.round((pixels * 25.4) / PIXELS_PER_INCH);
  const edge = Math.round((3 * PIXELS_PER_INCH) / 25.4);
  let dark = 0;
  let touchesEdge = false;
  for (let at = 0; at < width * height; at += 1) {
    if ((data[at * 4] ?? 255) > 200) continue;
    dark += 1;
    const [x, y] = [at % width, Math.floor(at / width)];
    if (x < edge || y < edge || x >= width - edge || y >= height - edge) touchesEdge = true;
  }
  return { width: millimetres(width), height: millimetres(height), ink: (dark * 100) / (width * height), touchesEdge };
}
