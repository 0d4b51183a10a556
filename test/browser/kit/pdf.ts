const MM_PER_POINT = 25.4 / 72;

interface Sheet {
  widthMm: number;
  heightMm: number;
}

/** @returns the sheets of a document as Chromium prints it, in whole millimetres */
export function pagesOf(pdf: Buffer): Sheet[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(([, width, height]) => ({
    widthMm: Math.round(Number(width) * MM_PER_POINT),
    heightMm: Math.round(Number(height) * MM_PER_POINT),
  }));
}
