// Writes over what a file holds, for files that cannot be replaced as a whole. What it held is there again when writing fails midway.

/** What is asked of a file that is open for reading and writing. */
export interface OpenFile {
  write(bytes: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesWritten: number }>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
}

/** Cut only after the new text is written: a full disk then costs nothing, as the old text has its room still. */
export async function overwrite(file: OpenFile, before: string, text: string): Promise<void> {
  try {
    await writeWhole(file, text);
  } catch (error) {
    await writeWhole(file, before);
    throw error;
  }
}

async function writeWhole(file: OpenFile, text: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, written);
    written += bytesWritten;
  }
  await file.truncate(bytes.length);
  await file.sync();
}
