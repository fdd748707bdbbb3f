// Metadata of the MCP endpoint and of who gives access to it: the backend's, at an address that the standards fix.
import { passToBackend } from "@/lib/proxy/backend";

export const dynamic = "force-dynamic";

export { passToBackend as GET, passToBackend as HEAD, passToBackend as OPTIONS };
