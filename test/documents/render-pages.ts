import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { prepareSuiteFolder } from '../../src/documents/pdf/suite-folder.js';

const run = promisify(execFile);
/** Enough for a person to read a form by, little enough to be kept. */
const PIXELS_PER_INCH = 60;

export interface RenderedPage {
  /** Millimetres. */
  width: number;
  height: number;
  /** Share of pixels that are not white, in percent. */
  ink: number;
  /** Whether anything stands within 3 mm of the edge of the paper. */
  touchesEdge: boolean;
  /** The page as a small grey picture. */
  image: Buffer;
}

export interface Rendered {
  pages: RenderedPage[];
  /** As it can be read from the page, blanks left out. */
  text: string;
  /** The same page by page. */
  texts: string[];
}

/** Documents as the product's own PDF has them, by name: all of them in one go, for each start of the suite costs seconds. */
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
    const { profile, environment } = await prepareSuiteFolder(folder);
    await run(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      timeout: 550_000,
      env: environment,
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
  await run('pdftoppm', ['-r', String(PIXELS_PER_INCH), '-gray', '-png', pdf, join(folder, `page-${stem}`)]);
  const images = (await readdir(folder)).filter((name) => new RegExp(`^page-${stem}-\\d+\\.png$`, 'u').test(name));
  const pages = await Promise.all(images.toSorted().map((name) => readFile(join(folder, name)).then(pageOf)));
  const texts = stdout.split('\f').slice(0, pages.length);
  const compact = (text: string): string => text.replaceAll(/\s+/gu, '');
  return { pages, text: compact(stdout), texts: texts.map(compact) };
}

function pageOf(content: Buffer): RenderedPage {
  const { width, height, data } = PNG.sync.read(content);
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
  const ink = (dark * 100) / (width * height);
  return { width: millimetres(width), height: millimetres(height), ink, touchesEdge, image: fewGreys(content) };
}

/** Eight greys are enough to read by and a third of the size. */
function fewGreys(content: Buffer): Buffer {
  const png = PNG.sync.read(content);
  for (let at = 0; at < png.data.length; at += 4) {
    const grey = Math.round((png.data[at] ?? 255) / 36.43) * 36.43;
    png.data.fill(Math.min(255, Math.round(grey)), at, at + 3);
  }
  return PNG.sync.write(png, { colorType: 0, deflateLevel: 9, filterType: 0 });
}
