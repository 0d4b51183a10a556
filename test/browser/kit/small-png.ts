import { PNG } from 'pngjs';

/** How many bits of a colour may go, from none to half of them. */
const COARSER = [0, 1, 2, 3, 4];

/** The same picture in fewer bytes: compressed harder, and with coarser colours where that does not suffice. */
export function smallPng(png: Buffer, mostBytes: number): Buffer {
  let smallest = png;
  for (const bits of COARSER) {
    const picture = PNG.sync.read(png);
    const mask = (0xff << bits) & 0xff;
    for (let at = 0; at < picture.data.length; at += 1) {
      // White stays white.
      if (at % 4 !== 3 && picture.data[at]! < 255) picture.data[at] = picture.data[at]! & mask;
    }
    smallest = PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });
    if (smallest.length < mostBytes) break;
  }
  return smallest;
}
