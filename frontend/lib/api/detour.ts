// A way around the network for requests of the browser, once there is one: what is changed offline waits until it can
// be sent.

export type Send = (request: Request) => Promise<Response>;

let detour: ((request: Request, send: Send) => Promise<Response>) | null = null;

export function setDetour(next: typeof detour): void {
  detour = next;
}

export function sendThrough(request: Request, send: Send): Promise<Response> {
  return detour === null ? send(request) : detour(request, send);
}
