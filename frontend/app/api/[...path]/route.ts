// Same-origin /api for places where no ingress sends it to the backend: on a laptop, in tests, behind a port-forward.
import { passToBackend } from "@/lib/proxy/backend";

export const dynamic = "force-dynamic";

export {
  passToBackend as GET,
  passToBackend as HEAD,
  passToBackend as POST,
  passToBackend as PUT,
  passToBackend as PATCH,
  passToBackend as DELETE,
  passToBackend as OPTIONS,
};
