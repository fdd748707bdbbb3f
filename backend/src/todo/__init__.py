"""Task manager with an assistant: API, assistant and MCP server."""
