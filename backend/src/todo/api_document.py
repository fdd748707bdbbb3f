"""The OpenAPI document: FastAPI's, with the answers that an operation gives before its own code is asked."""

from typing import Any

from fastapi import FastAPI

from todo.errors import problem_answer

# The two ways to say who asks. A dependency can name one only, so the other is added here.
BEARER, COOKIE = "HTTPBearer", "todo_session"
COOKIE_SCHEME = {"type": "apiKey", "description": "Set by a login in the browser", "in": "cookie", "name": COOKIE}
FOR_ALL = (503,)  # no database
WITH_BODY = (400, 413)  # no JSON, too large


class DescribedApp(FastAPI):
    """An application whose document names every status that it answers with."""

    def openapi(self) -> dict[str, Any]:
        """The document; made once."""
        if self.openapi_schema is not None:
            return self.openapi_schema
        document = super().openapi()
        document["components"]["securitySchemes"]["APIKeyCookie"] = COOKIE_SCHEME
        for path, item in document["paths"].items():
            for operation in item.values() if path.startswith("/api/") else ():
                if "security" in operation:
                    operation["security"] = [{BEARER: []}, {"APIKeyCookie": []}]
                statuses = (*FOR_ALL, *(WITH_BODY if "requestBody" in operation else ()))
                answers = {str(status): problem_answer(status) for status in statuses}
                operation["responses"] = dict(sorted((answers | operation["responses"]).items()))
        return document
