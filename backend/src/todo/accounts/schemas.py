"""Bodies of `/api/auth`."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body, EmailAddress, Name, NewPassword, Password, TimeZone

Language = Annotated[
    str, Field(pattern="^[a-z]{2}$", description="Two letters: that of dates in quick add and of what is said in words")
]
DateOrder = Annotated[
    Literal["language", "day_first", "month_first"],
    Field(description="Whether 3/4 is 3 April or March 4th; `language`: as usual in the language"),
]
WeekStart = Annotated[
    Literal["language", "monday", "saturday", "sunday"],
    Field(description="The first day of a week in calendars; `language`: as usual where the person is"),
]
HourCycle = Annotated[Literal["h12", "h23"], Field(description="The clock that times are said by")]


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
    language: Language = "en"


class SignUp(BaseModel):
    """Whether somebody without an account may make one here."""

    open: bool


class Credentials(Body):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"email": "ada@example.com", "password": "correct horse"}]}
    )

    email: EmailAddress
    password: Password


class ProfileChange(Body):
    """Only what is sent is changed."""

    name: Name | None = None
    time_zone: TimeZone | None = None
    language: Language | None = None
    date_order: DateOrder | None = None
    hour_cycle: HourCycle | None = None
    week_start: WeekStart | None = None
    welcome_dismissed: bool | None = None


class NewPasswordOf(Body):
    password: NewPassword


class PasswordChange(Body):
    current_password: Password
    new_password: NewPassword


class AccountDeletion(Body):
    password: Password


class User(BaseModel):
    id: UUID
    email: str
    name: str
    time_zone: Annotated[str, Field(description="IANA zone in which days and words are read")]
    language: Language
    date_order: DateOrder
    hour_cycle: HourCycle
    week_start: WeekStart
    welcome_dismissed: Annotated[bool, Field(description="Whether they have sent away what greets a new account")]
    inbox_project_id: UUID
    created_at: datetime


class SignedIn(BaseModel):
    """`token` is for programs (`Authorization: Bearer`); browsers get the same in an HttpOnly cookie."""

    token: str
    expires_at: datetime
    user: User


class Account(BaseModel):
    """An account as whoever runs the server sees it; `last_used_at` is that of its sessions, right to a minute."""

    email: str
    name: str
    created_at: datetime
    last_used_at: datetime | None
    tasks: int


class SessionView(BaseModel):
    """A device on which you are signed in; `last_used_at` is right to a minute."""

    id: UUID
    created_at: datetime
    last_used_at: datetime | None
    user_agent: str
    current: bool


class SessionList(BaseModel):
    """The one that was used last first."""

    items: list[SessionView]
