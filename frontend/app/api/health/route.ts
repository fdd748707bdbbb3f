// Whether the web app itself is up; says nothing of the backend, whose trouble must not restart this process.
export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
