import { axeFaults } from './axe.js';
import { LARGE, SMALL, type Visitor } from './browser.js';
import { PictureBook } from './coarse-picture.js';
import { layoutFaults, shiftFaults, watchShifts } from './layout.js';

/** Goes through pages and notes what is wrong with each: for everybody who has it, and its look once, at both sizes. */
export class Inspector {
  /** Where it has been, without queries. */
  readonly addresses: string[] = [];
  private readonly pictures = new PictureBook();
  private readonly watched = new WeakSet<Visitor>();

  async inspect(visitor: Visitor, address: string): Promise<string[]> {
    const { page } = visitor;
    if (!this.watched.has(visitor)) await watchShifts(page);
    this.watched.add(visitor);
    await page.goto(address);
    await visitor.settled();
    const faults = [...(await axeFaults(page)), ...(await shiftFaults(page))];
    const path = address.split('?')[0]!;
    if (!this.addresses.includes(path)) {
      this.addresses.push(path);
      faults.push(...(await this.look(visitor, path)));
    }
    return [...faults, ...visitor.complaints.splice(0)].map((fault) => `${address}: ${fault}`);
  }

  close(): void {
    this.pictures.close();
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
