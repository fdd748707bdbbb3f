"""The OpenAPI document: FastAPI's, with the answers that an operation gives before its own code is asked."""

from typing import Any

from fastapi import FastAPI

from todo.errors import problem_answer

FOR_ALL = (503,)  # no database
WITH_BODY = (400, 413)  # no JSON, too large


class DescribedApp(FastAPI):
    """An application whose document names every status that it answers with."""

    def openapi(self) -> dict[str, Any]:
        """The document; made once."""
        document = super().openapi()
        for path, item in document["paths"].items():
            for operation in item.values() if path.startswith("/api/") else ():
                statuses = (*FOR_ALL, *(WITH_BODY if "requestBody" in operation else ()))
                answers = {str(status): problem_answer(status) for status in statuses}
                operation["responses"] = dict(sorted((answers | operation["responses"]).items()))
        return document
