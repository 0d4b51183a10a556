import { axeFaults } from './axe.js';
import { LARGE, SMALL, type Visitor } from './browser.js';
import { PictureBook } from './coarse-picture.js';
import { layoutFaults, shiftFaults, watchShifts } from './layout.js';
import { makeUp } from './make-up.js';

/** Goes through pages and notes what is wrong with each: for everybody who has it, and its look once, at both sizes. */
export class Inspector {
  /** Where it has been, without queries. */
  readonly addresses: string[] = [];
  readonly pictures = new PictureBook();
  private readonly visited = new Set<string>();
  /** Made up as one that was looked at already: only the words differ. */
  private readonly seen = new Set<string>();
  private readonly watched = new WeakSet<Visitor>();

  async inspect(visitor: Visitor, address: string): Promise<string[]> {
    const { page } = visitor;
    const path = address.split('?')[0]!;
    const known = this.addresses.includes(path);
    const faults = known ? await this.goAgain(visitor, address) : await this.load(visitor, address);
    this.visited.add(address);
    const kind = `${path.replaceAll(/\d+/g, 'N')} ${await makeUp(page)}`;
    if (!this.seen.has(kind)) faults.push(...(await axeFaults(page)));
    this.seen.add(kind);
    if (!known) {
      this.addresses.push(path);
      faults.push(...(await this.look(visitor, path)));
    }
    return [...faults, ...visitor.complaints.splice(0)].map((fault) => `${address}: ${fault}`);
  }

  /** Whether somebody has shown this page already. */
  knows(address: string): boolean {
    return this.visited.has(address);
  }

  close(): void {
    this.pictures.close();
  }

  private async load(visitor: Visitor, address: string): Promise<string[]> {
    if (!this.watched.has(visitor)) await watchShifts(visitor.page);
    this.watched.add(visitor);
    await visitor.page.goto(address);
    await visitor.settled();
    return shiftFaults(visitor.page);
  }

  /** As people go from page to page, by the menu where it leads there: much cheaper than loading everything anew. */
  private async goAgain(visitor: Visitor, address: string): Promise<string[]> {
    const link = visitor.page.getByRole('navigation', { name: '主导航' }).locator(`a[href="${address}"]`);
    if ((await link.count()) !== 1) return this.load(visitor, address);
    await link.click();
    await visitor.settled();
    return [];
  }

  private async look(visitor: Visitor, path: string): Promise<string[]> {
    const faults: string[] = [];
    for (const size of [SMALL, LARGE]) {
      const name = `${path} ${size.width}×${size.height}`;
      await visitor.page.setViewportSize(size);
      await visitor.settled();
      const found = [...(await layoutFaults(visitor.page)), ...(await this.pictures.faults(visitor.page, name))];
      faults.push(...found.map((fault) => `at ${size.width}×${size.height} ${fault}`));
    }
    await visitor.page.setViewportSize(SMALL);
    return faults;
  }
}
