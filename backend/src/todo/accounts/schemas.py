"""Bodies of `/api/auth`."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body, EmailAddress, Name, NewPassword, Password, TimeZone


class Registration(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"email": "ada@example.com", "password": "correct horse", "name": "Ada", "time_zone": "Europe/Berlin"}
            ]
        }
    )

    email: EmailAddress
    password: NewPassword
    name: Name | None = None
    time_zone: TimeZone = "UTC"


class Credentials(Body):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"email": "ada@example.com", "password": "correct horse"}]}
    )

    email: EmailAddress
    password: Password


class ProfileChange(Body):
    name: Name | None = None
    time_zone: TimeZone | None = None


class PasswordChange(Body):
    current_password: Password
    new_password: NewPassword


class User(BaseModel):
    id: UUID
    email: str
    name: str
    time_zone: Annotated[str, Field(description="IANA zone in which days and words are read")]
    inbox_project_id: UUID
    created_at: datetime


class SignedIn(BaseModel):
    """`token` is for programs (`Authorization: Bearer`); browsers get the same in an HttpOnly cookie."""

    token: str
    expires_at: datetime
    user: User
