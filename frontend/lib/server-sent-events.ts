// Reads a text/event-stream body (WHATWG HTML, section 9.2.6) as it arrives.

export interface ServerSentEvent {
  event: string;
  data: string;
}

/**
 * Events in order; ends with the stream. An event cut off by the end of the stream is dropped, as the standard says.
 * `onId` hears the id from which to go on after a break, also that of a sign of life, which is no event.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onId: (id: string) => void = () => undefined,
): AsyncGenerator<ServerSentEvent> {
  let fields: string[] = [];
  for await (const line of readLines(body)) {
    if (line !== "") {
      fields.push(line);
      continue;
    }
    const event = toEvent(fields);
    const id = idOf(fields);
    fields = [];
    if (event !== null) yield event;
    // After the event: one that was cut off or could not be worked on comes again.
    if (id !== undefined) onId(id);
  }
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const text = rest + chunk.value;
      // A carriage return at the very end may be the first half of a line end.
      const complete = text.endsWith("\r") ? text.slice(0, -1) : text;
      const lines = complete.split(/\r\n|\r|\n/);
      rest = (lines.pop() ?? "") + text.slice(complete.length);
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function idOf(lines: string[]): string | undefined {
  return lines.findLast((line) => line.startsWith("id:"))?.slice(3).replace(/^ /, "");
}

function toEvent(lines: string[]): ServerSentEvent | null {
  const data: string[] = [];
  let event = "message";
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") data.push(value);
    if (name === "event" && value !== "") event = value;
  }
  return data.length > 0 ? { event, data: data.join("\n") } : null;
}
