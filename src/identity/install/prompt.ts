import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks the operator, line by line. */
export interface Prompt {
  /** @returns the line as typed, '' when nothing follows */
  ask(question: string): Promise<string>;
  /** As `ask`, without echo; at a terminal asked for twice until both are the same. */
  askSecret(question: string): Promise<string>;
  say(line: string): void;
}

/** Asks at a terminal, or takes the lines of standard input one after another. The input is let go when `work` ends. */
export async function withPrompt<T>(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  work: (prompt: Prompt) => Promise<T>,
): Promise<T> {
  const asks = input.isTTY;
  const echo = { on: true };
  const screen = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (asks && echo.on) output.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input, output: screen, terminal: asks });
  const lines = reader[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    if (asks && echo.on) {
      // Known to the reader, which draws the line anew when something is deleted.
      reader.setPrompt(question);
      reader.prompt();
    } else if (asks) output.write(question);
    const next = await lines.next();
    return next.done === true ? '' : next.value;
  };
  const askSilently = async (question: string): Promise<string> => {
    echo.on = false;
    try {
      return await ask(question);
    } finally {
      echo.on = true;
      if (asks) output.write('\n');
    }
  };
  const askSecret = async (question: string): Promise<string> => {
    for (;;) {
      const secret = await askSilently(question);
      if (!asks || (await askSilently('再输一次：')) === secret) return secret;
      output.write('两次输入不同，请重输。\n');
    }
  };
  try {
    return await work({ ask, askSecret, say: (line) => void output.write(`${line}\n`) });
  } finally {
    reader.close();
  }
}
