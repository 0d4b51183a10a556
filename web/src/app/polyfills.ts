/* What libraries use and Chrome 90 lacks. Syntax is lowered by the build; these few methods are not. */

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex<T>(this: T[], test: (value: T, index: number, all: T[]) => unknown): number {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    if (test(this[index] as T, index, this)) return index;
  }
  return -1;
}

function findLast<T>(this: T[], test: (value: T, index: number, all: T[]) => unknown): T | undefined {
  return this[findLastIndex.call(this, test as (value: unknown, index: number, all: unknown[]) => unknown)];
}

function toSorted<T>(this: T[], compare?: (a: T, b: T) => number): T[] {
  return this.slice().sort(compare);
}

function toReversed<T>(this: T[]): T[] {
  return this.map((_, index) => this[this.length - 1 - index] as T);
}

/** Of plain data alone: what the layout of a flow copies. */
function structuredClone<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => structuredClone(one)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, structuredClone<unknown>(one)])) as T;
}

define(Array.prototype, 'at', at);
define(String.prototype, 'at', at);
define(Array.prototype, 'findLastIndex', findLastIndex);
define(Array.prototype, 'findLast', findLast);
define(Array.prototype, 'toSorted', toSorted);
define(Array.prototype, 'toReversed', toReversed);
define(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key));
define(globalThis, 'structuredClone', structuredClone);
